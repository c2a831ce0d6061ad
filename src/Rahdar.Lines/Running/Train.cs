namespace Rahdar.Lines.Running;

/// <summary>A train ready to run: masses, length, resistance, pull, brake.</summary>
/// <remarks>
/// Units: metres, kilograms, newtons, m/s, m/s2. Resistance of powered vehicles after Wende: base on driven, rolling on
/// carried axles, air with a head wind. Of freight wagons after Strahl: base and air, without wind. Of all wagons of a
/// train that carries passengers after Sauthoff: base, a part that grows with speed, and air with wind.
/// Coefficients are permil of weight; air and growing part are counted at 100 km/h.
/// Source: Wende, Fahrdynamik des Schienenverkehrs (2003), pages 8, 13, 151-153; the definitions of the public project
/// railtoolkit/TrainRuns.jl.
/// </remarks>
public sealed class Train
{
    /// <summary>Standard gravity, m/s2, by definition.</summary>
    public const double Gravity = 9.80665;

    /// <summary>Head wind in the air term, m/s: 15 km/h.</summary>
    public const double HeadWind = 15 / 3.6;

    private const double AirSpeed = 100 / 3.6;

    private readonly IReadOnlyList<Vehicle> _powered;
    private readonly double _wagonWeight;
    private readonly double _wagonBase;
    private readonly double _wagonRolling;
    private readonly double _wagonAir;
    private readonly bool _carriesPassengers;

    internal Train(string id, string name, IReadOnlyList<Vehicle> vehicles, string file)
    {
        (Id, Name, Vehicles, File) = (id, name, vehicles, file);
        _powered = [.. vehicles.Where(v => v.IsPowered)];
        var wagons = vehicles.Where(v => !v.IsPowered).ToList();
        _carriesPassengers = vehicles.Any(v => v.Kind is VehicleKind.Passenger or VehicleKind.MultipleUnit);
        Length = vehicles.Sum(v => v.LengthMetres);
        Mass = 1000 * vehicles.Sum(v => v.FullTonnes);
        _wagonWeight = 1000 * Gravity * wagons.Sum(v => v.FullTonnes);
        if (wagons.Count > 0)
        {
            _wagonBase = wagons.Average(v => v.BasePermil) / 1000;
            _wagonRolling = wagons.Average(v => v.RollingPermil) / 1000;
            _wagonAir = wagons.Average(v => v.AirPermil) / 1000;
        }
        RotatingFactor = vehicles.Sum(v => Rotating(v) * v.MassTonnes) / vehicles.Sum(v => v.MassTonnes);
        SpeedLimit = Math.Min(140, vehicles.Min(v => v.SpeedLimitKmh ?? double.MaxValue) / 3.6);
        Braking = _powered.Select(v => v.Braking).FirstOrDefault(b => b is not null)
            ?? (_carriesPassengers ? 0.375 : 0.225);
    }

    /// <summary>Id inside its file.</summary>
    public string Id { get; }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>From the front.</summary>
    public IReadOnlyList<Vehicle> Vehicles { get; }

    /// <summary>File it came from.</summary>
    public string File { get; }

    /// <summary>Metres.</summary>
    public double Length { get; }

    /// <summary>Kilograms, full.</summary>
    public double Mass { get; }

    /// <summary>Mass that accelerates over mass that weighs: the mean of the vehicles by empty mass.</summary>
    public double RotatingFactor { get; }

    /// <summary>Greatest speed of the slowest vehicle, m/s; 140 where none has one.</summary>
    public double SpeedLimit { get; }

    /// <summary>Deceleration of service braking, m/s2, above 0, whatever the gradient.</summary>
    public double Braking { get; }

    /// <summary>Pull of all powered vehicles, newtons.</summary>
    /// <param name="speed">m/s.</param>
    public double PullAt(double speed)
    {
        var sum = 0.0;
        foreach (var vehicle in _powered) sum += vehicle.Effort?.At(speed) ?? 0;
        return sum;
    }

    /// <summary>Resistance of powered vehicles, newtons.</summary>
    /// <param name="speed">m/s.</param>
    public double PoweredResistanceAt(double speed)
    {
        var air = Math.Pow((speed + HeadWind) / AirSpeed, 2);
        var sum = 0.0;
        foreach (var v in _powered)
        {
            var driven = v.DrivenTonnes ?? v.MassTonnes;
            sum += Gravity * (v.BasePermil * driven + v.RollingPermil * (v.MassTonnes - driven)
                + v.AirPermil * v.MassTonnes * air);
        }
        return sum;
    }

    /// <summary>Resistance of wagons, newtons.</summary>
    /// <param name="speed">m/s.</param>
    public double WagonResistanceAt(double speed)
    {
        var (share, windy) = (speed / AirSpeed, (speed + HeadWind) / AirSpeed);
        return _wagonWeight * (_carriesPassengers
            ? _wagonBase + _wagonRolling * share + _wagonAir * windy * windy
            : _wagonBase + _wagonAir * share * share);
    }

    /// <summary>Resistance of the train on level straight track, newtons.</summary>
    /// <param name="speed">m/s.</param>
    public double ResistanceAt(double speed) => PoweredResistanceAt(speed) + WagonResistanceAt(speed);

    /// <summary>Resistance of the path, newtons; below 0 downhill.</summary>
    /// <param name="permil">Gradient, curves and tunnels together, permil of weight.</param>
    public double PathResistanceAt(double permil) => Mass * Gravity * permil / 1000;

    /// <summary>Acceleration that a force gives, m/s2.</summary>
    public double AccelerationOf(double newtons) => newtons / (Mass * RotatingFactor);

    private static double Rotating(Vehicle vehicle) => vehicle.RotatingFactor ?? (vehicle.IsPowered ? 1.09 : 1.06);
}
