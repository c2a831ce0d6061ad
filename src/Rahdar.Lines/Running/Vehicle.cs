namespace Rahdar.Lines.Running;

/// <summary>What a vehicle is for.</summary>
public enum VehicleKind
{
    /// <summary>Locomotive.</summary>
    TractionUnit,

    /// <summary>Freight wagon.</summary>
    Freight,

    /// <summary>Coach.</summary>
    Passenger,

    /// <summary>Carries passengers and drives itself.</summary>
    MultipleUnit,
}

/// <summary>A vehicle as a running-time calculation needs it.</summary>
/// <param name="Id">Id inside its file.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="LengthMetres">Over couplers.</param>
/// <param name="MassTonnes">Empty.</param>
public sealed record Vehicle(string Id, string Name, VehicleKind Kind, double LengthMetres, double MassTonnes)
{
    /// <summary>Load, tonnes: the vehicle runs full.</summary>
    public double LoadTonnes { get; init; }

    /// <summary>Mass on driven axles, tonnes; null is the whole empty mass.</summary>
    public double? DrivenTonnes { get; init; }

    /// <summary>Greatest speed, km/h; null is none of its own.</summary>
    public double? SpeedLimitKmh { get; init; }

    /// <summary>Deceleration of service braking, m/s2, above 0; null is the form's default by kind of train.</summary>
    public double? Braking { get; init; }

    /// <summary>Mass that the rotating parts seem to add: 1 is none; null is the form's default by kind.</summary>
    public double? RotatingFactor { get; init; }

    /// <summary>Base resistance, permil of weight; of a powered vehicle on its driven axles.</summary>
    public double BasePermil { get; init; }

    /// <summary>Permil of weight: of carried axles of a powered vehicle; of a coach at 100 km/h, growing with
    /// speed.</summary>
    public double RollingPermil { get; init; }

    /// <summary>Air resistance, permil of weight at 100 km/h.</summary>
    public double AirPermil { get; init; }

    /// <summary>Tractive effort; null when it does not pull.</summary>
    public TractiveEffort? Effort { get; init; }

    /// <summary>True for locomotives and multiple units.</summary>
    public bool IsPowered => Kind is VehicleKind.TractionUnit or VehicleKind.MultipleUnit;

    /// <summary>Full, tonnes.</summary>
    public double FullTonnes => MassTonnes + LoadTonnes;
}

/// <summary>A train as its file names it: ids of vehicles, from the front.</summary>
/// <param name="Id">Id inside its file.</param>
/// <param name="Name">Name.</param>
/// <param name="Vehicles">Ids; one may stand many times.</param>
/// <param name="File">File it stands in.</param>
public sealed record Formation(string Id, string Name, IReadOnlyList<string> Vehicles, string File);

/// <summary>Pull at the wheel over speed, straight between the points given.</summary>
/// <remarks>Above the last point its value holds: the speed limit of the vehicle ends it. Source: the form railtoolkit
/// rolling-stock.</remarks>
public sealed class TractiveEffort
{
    private readonly double[] _speeds;
    private readonly double[] _newtons;

    /// <param name="points">Speed in km/h and pull in newtons, rising in speed; at least one.</param>
    public TractiveEffort(IReadOnlyList<(double Kmh, double Newtons)> points)
    {
        _speeds = [.. points.Select(p => p.Kmh / 3.6)];
        _newtons = [.. points.Select(p => p.Newtons)];
    }

    /// <summary>Pull in newtons at a speed in m/s.</summary>
    public double At(double speed)
    {
        var i = Array.BinarySearch(_speeds, speed);
        if (i >= 0) return _newtons[i];
        i = ~i;
        if (i == 0) return _newtons[0];
        if (i == _speeds.Length) return _newtons[^1];
        var share = (speed - _speeds[i - 1]) / (_speeds[i] - _speeds[i - 1]);
        return _newtons[i - 1] + share * (_newtons[i] - _newtons[i - 1]);
    }

    /// <summary>Pull of an engine: a greatest pull, and from some speed on a power.</summary>
    /// <param name="kilonewtons">Greatest pull: adhesion or the coupler ends it.</param>
    /// <param name="kilowatts">Power at the wheel.</param>
    /// <param name="greatestKmh">To this speed in steps of 1 km/h.</param>
    public static TractiveEffort OfPower(double kilonewtons, double kilowatts, int greatestKmh) =>
        new([.. Enumerable.Range(0, greatestKmh + 1).Select(v =>
            ((double)v, 1000 * Math.Min(kilonewtons, v == 0 ? kilonewtons : kilowatts / (v / 3.6))))]);
}
