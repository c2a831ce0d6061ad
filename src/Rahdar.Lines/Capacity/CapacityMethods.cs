using Rahdar.Lines.Running;

namespace Rahdar.Lines.Capacity;

/// <summary>The methods a capacity case can ask for, found by how the file names them.</summary>
/// <remarks>A method is told by words that must all stand in its name; the first entry that fits rules, so the
/// narrower stand first.</remarks>
internal static class CapacityMethods
{
    /// <summary>A method.</summary>
    /// <param name="Words">Words of its name.</param>
    /// <param name="Answer">Answers a case; the second argument finds a train by name.</param>
    internal sealed record Method(
        IReadOnlyList<string> Words, Func<CaseInput, Func<string, Train?>, IReadOnlyList<CapacityValue>> Answer);

    internal static readonly IReadOnlyList<Method> All =
    [
        new(["UIC 406", "2004"], (c, _) => Uic2004(c)),
        new(["UIC 406", "2013"], (c, _) => Uic2013(c)),
        new(["compression"], (c, _) => Compress(c)),
        new(["1520 practice"], (c, _) => [CapacityValue.Of("perDay", LinePractice.By1520(
            c.Number("periodMin", 0, isAbove: true), c.Number("technologicalWindowMin", 0), c.Share("reliability"),
            c.Number("trainsInPeriod", 0, 1, isAbove: true)))]),
        new(["Scott"], (c, _) => [CapacityValue.Of("trainsEachWay", LinePractice.ByScott(
            c.Number("T", 0, isAbove: true), c.Number("t", 0), c.Share("efficiency")))]),
        new(["PTR", "loaded wagon"], (c, _) => Specific(Resistances.PtrLoaded(
            Kmh(c), c.Number("axleLoad_t", 0, isAbove: true), c.Flag("welded")))),
        new(["PTR", "empty wagon"], (c, _) => Specific(Resistances.PtrEmpty(Kmh(c), c.Flag("welded")))),
        new(["PTR", "locomotive under power"],
            (c, _) => Specific(Resistances.PtrPulling(Kmh(c), c.Flag("welded")))),
        new(["PTR", "locomotive"], (c, _) => Specific(Resistances.PtrCoasting(Kmh(c), c.Flag("welded")))),
        new(["Davis"], (c, _) => [CapacityValue.Of("R_N", Resistances.Davis(
            c.Number("v_mps", 0), c.Number("A", 0), c.Number("B", 0), c.Number("C", 0)))]),
        new(["Strahl"], Strahl),
        new(["constant deceleration"], (c, _) => [CapacityValue.Of("brakeStart_m", Kinematics.BrakeStart(
            c.Number("v_mps", 0), c.Number("decel", 0, isAbove: true), c.Number("stop_m")))]),
        new(["constant acceleration"], (c, _) => [CapacityValue.Of("t_s", Kinematics.StandToStand(
            c.Number("s_m", 0), c.Number("vmax_mps", 0, isAbove: true), c.Number("acc", 0, isAbove: true),
            c.Number("dec", 0, isAbove: true)))]),
    ];

    /// <summary>The method of a name; null when none fits.</summary>
    internal static Method? Find(string name) =>
        All.FirstOrDefault(m => m.Words.All(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)));

    private static double Kmh(CaseInput input) => input.Number("v_kmh", 0);

    private static IReadOnlyList<CapacityValue> Specific(double value) => [CapacityValue.Of("w_N_per_kN", value)];

    private static IReadOnlyList<CapacityValue> Uic2004(CaseInput input)
    {
        var (minutes, percent) = Uic406.Of2004(input.Number("A", 0), input.Number("B", 0), input.Number("C", 0),
            input.Number("D", 0), input.Number("U", 0, isAbove: true));
        return [CapacityValue.Of("k", minutes), CapacityValue.Of("K", percent)];
    }

    private static IReadOnlyList<CapacityValue> Uic2013(CaseInput input)
    {
        var (rate, consumption) = Uic406.Of2013(input.Number("occupancyMin", 0),
            input.Number("periodMin", 0, isAbove: true), input.Number("additionalTimeRate", 0));
        return [CapacityValue.Of("OTR", rate), CapacityValue.Of("capacityConsumption", consumption)];
    }

    private static IReadOnlyList<CapacityValue> Compress(CaseInput input)
    {
        var (trains, period) = (input.Trains("trains"), input.Number("periodMin", 0, isAbove: true));
        if (!input.IsSound) return [];
        var (shifts, occupancy) = Compression.Of(trains);
        return
        [
            new CapacityValue("shiftMin", shifts), CapacityValue.Of("occupancyMin", occupancy),
            CapacityValue.Of("OTR", Uic406.Of2013(occupancy, period, 0).OccupancyRate),
        ];
    }

    private static IReadOnlyList<CapacityValue> Strahl(CaseInput input, Func<string, Train?> find)
    {
        var (name, speed) = (input.Text("train"), input.Number("v_mps", 0));
        if (!input.IsSound) return [];
        if (find(name) is not { } train)
        {
            input.Fault("train", "capacity:unknown-train", $"there is no train file `{name}`", 0);
            return [];
        }
        return
        [
            CapacityValue.Of("R_wagons_N", train.WagonResistanceAt(speed)),
            CapacityValue.Of("R_traction_N", train.PoweredResistanceAt(speed)),
            CapacityValue.Of("R_train_N", train.ResistanceAt(speed)),
            CapacityValue.Of("g", Train.Gravity), CapacityValue.Of("loadedMass_t", train.Mass / 1000),
        ];
    }
}
