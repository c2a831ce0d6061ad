using Rahdar.Lines.Running;

namespace Rahdar.Tests.Lines;

/// <summary>Trains and paths drawn in a few words, for tests.</summary>
internal static class RailDrawing
{
    /// <summary>A locomotive and wagons of 60 t, with a pull given by points.</summary>
    internal static Train Freight(int wagons, double limitKmh = 80, params (double Kmh, double Newtons)[] pull) =>
        new("T", "freight train",
        [
            new Vehicle("L", "", VehicleKind.TractionUnit, 20, 100)
            {
                BasePermil = 2, AirPermil = 5, SpeedLimitKmh = limitKmh, RotatingFactor = 1.1, Braking = 0.25,
                Effort = new TractiveEffort(pull.Length > 0 ? pull : [(0, 250_000), (30, 200_000), (100, 60_000)]),
            },
            .. Enumerable.Repeat(new Vehicle("W", "", VehicleKind.Freight, 15, 20)
            {
                LoadTonnes = 40, BasePermil = 1.4, AirPermil = 3.9, RotatingFactor = 1.04,
            }, wagons),
        ], "drawn");

    /// <summary>A train without any resistance that pulls with one acceleration up to its limit.</summary>
    internal static Train Steady(double acceleration, double braking, double limitKmh, double length = 100) =>
        new("S", "steady train",
        [
            new Vehicle("L", "", VehicleKind.TractionUnit, length, 100)
            {
                SpeedLimitKmh = limitKmh, RotatingFactor = 1, Braking = braking,
                Effort = new TractiveEffort([(0, acceleration * 100_000)]),
            },
        ], "drawn");

    /// <summary>A path of sections (length in metres, limit in km/h, permil), beginning at 0.</summary>
    internal static RunningPath Path(params (double Metres, double Kmh, double Permil)[] sections)
    {
        var at = 0.0;
        var list = new List<PathSection>();
        foreach (var (metres, kmh, permil) in sections) list.Add(new PathSection(at, at += metres, kmh, permil));
        return new RunningPath("P", "", list, [], "drawn");
    }

    /// <summary>The path with points at which the state is told.</summary>
    internal static RunningPath At(this RunningPath path, params (double Metres, Measure Measure)[] points) => path with
    {
        Points = [.. points.Select((p, i) => new PointOfInterest(p.Metres, $"p{i + 1}", p.Measure))],
    };

    /// <summary>Seconds of a run that arrives.</summary>
    internal static double Seconds(Train train, RunningPath path, StepRule? rule = null) =>
        Assert.IsType<RunOutcome.Arrived>(RunningTime.Of(train, path, rule ?? StepRule.Fine)).Seconds;

    /// <summary>States at the points of a run that arrives.</summary>
    internal static IReadOnlyList<RunState?> States(Train train, RunningPath path, StepRule? rule = null) =>
        [.. Assert.IsType<RunOutcome.Arrived>(RunningTime.Of(train, path, rule ?? StepRule.Fine))
            .Points.Select(p => p.State)];
}
