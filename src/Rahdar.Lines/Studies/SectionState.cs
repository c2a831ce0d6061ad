using System.Globalization;
using Rahdar.Lines.Capacity;
using Rahdar.Lines.Running;
using Rahdar.Network;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Lines.Studies;

/// <summary>A section in one state: the train, its running time, and trains a day by two practices.</summary>
/// <remarks>The profile of no section is in the tables: the train runs on level straight track, so that its time is the
/// shortest that can be.</remarks>
internal sealed class SectionState
{
    private readonly RailSection _section;
    private readonly LineOperation _operation;
    private readonly Train _train;
    private readonly IReadOnlyList<Figure> _trainFigures;

    private SectionState(
        RailSection section, LineOperation operation, Train train, int wagons, IReadOnlyList<Figure> figures)
    {
        (_section, _operation, _train, _trainFigures) = (section, operation, train, figures);
        Wagons = StudyValue.Computed(Triangle.Exactly(wagons), figures);
        Mass = StudyValue.Computed(Triangle.Exactly(Round(train.Mass / 1000, 0)), figures);
    }

    internal StudyValue Wagons { get; }

    internal StudyValue Mass { get; }

    internal StudyValue? Hours { get; private set; }

    internal StudyValue? Speed { get; private set; }

    internal StudyValue? By1520 { get; private set; }

    internal StudyValue? ByScott { get; private set; }

    /// <summary>The state; null with a remark when it cannot be worked out.</summary>
    internal static SectionState? Of(CorridorNetwork network, RailSection section, List<string> remarks)
    {
        var operation = network.LineOperations.FirstOrDefault(o => o.Section == section.Id);
        var train = network.LineTrains.FirstOrDefault(t => t.Id == operation?.Train);
        var wagon = network.Wagons.FirstOrDefault(w => w.Id == train?.Wagon);
        if (operation is null || train is null || wagon is null || section.LengthKm is null)
        {
            remarks.Add($"{section.Id}: no-study:no-operation: its working is in no row of "
                + "ours/line_operation.csv, or its length is unknown");
            return null;
        }
        if (section.Gauge != train.Gauge || wagon.Gauge != train.Gauge)
        {
            remarks.Add($"{section.Id}: no-study:gauge: the train `{train.Id}` has another gauge than the section");
            return null;
        }
        var count = CountWagons(section, train, wagon);
        if (count < 1)
        {
            remarks.Add($"{section.Id}: no-study:train-length: not one wagon fits behind the locomotives");
            return null;
        }
        List<Figure> figures =
        [
            train.Locomotives, train.LocomotiveMass, train.LocomotiveLength, train.Power, train.Pull, train.Wagons,
            train.WagonMass, train.SpeedLimit, train.Braking, wagon.Length,
            .. new[] { section.TrainLength, section.TrainMass }.OfType<Figure>(),
        ];
        var state = new SectionState(section, operation, Make(train, wagon, count), count, figures);
        state.Run(remarks);
        return state;
    }

    // As many wagons as the train has, or the section lets through by length and by mass behind the locomotive.
    private static int CountWagons(RailSection section, LineTrain train, ContainerWagon wagon)
    {
        var count = Mode(train.Wagons);
        if (section.TrainLength is { } length)
            count = Math.Min(count,
                (Mode(length) - Mode(train.Locomotives) * Mode(train.LocomotiveLength)) / Mode(wagon.Length));
        if (section.TrainMass is { } mass) count = Math.Min(count, Mode(mass) / Mode(train.WagonMass));
        return (int)Math.Floor(count);
    }

    private static Train Make(LineTrain train, ContainerWagon wagon, int count)
    {
        var rotating = Mode(train.RotatingFactor);
        var pulling = new Vehicle(
            "locomotive", "", VehicleKind.TractionUnit, Mode(train.LocomotiveLength), Mode(train.LocomotiveMass))
        {
            SpeedLimitKmh = Mode(train.SpeedLimit),
            Braking = Mode(train.Braking),
            RotatingFactor = rotating,
            BasePermil = Mode(train.LocomotiveBase),
            AirPermil = Mode(train.LocomotiveAir),
            Effort = TractiveEffort.OfPower(Mode(train.Pull), Mode(train.Power), (int)Mode(train.SpeedLimit)),
        };
        var pulled = new Vehicle("wagon", "", VehicleKind.Freight, Mode(wagon.Length), Mode(train.WagonMass))
        {
            SpeedLimitKmh = Mode(train.SpeedLimit),
            RotatingFactor = rotating,
            BasePermil = Mode(train.WagonBase),
            AirPermil = Mode(train.WagonAir),
        };
        return new Train(train.Id, train.Name,
        [
            .. Enumerable.Repeat(pulling, (int)Mode(train.Locomotives)), .. Enumerable.Repeat(pulled, count),
        ], LineTable);
    }

    private const string LineTable = "ours/line_trains.csv";

    private void Run(List<string> remarks)
    {
        var km = Mode(_section.LengthKm!);
        if (SecondsOver(km) is not { } seconds)
        {
            var needed = (_train.ResistanceAt(0) / 1000).ToString("0", CultureInfo.InvariantCulture);
            remarks.Add($"{_section.Id}: no-run:stalled: {needed} kN are needed to start this train on level track");
            return;
        }
        List<Figure> run = [.. _trainFigures, _section.LengthKm!, _operation.FreightLimit];
        Hours = StudyValue.Computed(Triangle.Exactly(Round(seconds / 3600, 2)), run);
        Speed = StudyValue.Computed(Triangle.Exactly(Round(km / (seconds / 3600), 1)), run);
        List<Figure> worked = [.. run, _operation.Block, _operation.BlocksBetween, _operation.Work];
        var speed = km * 1000 / seconds;
        By1520 = StudyValue.Computed(Spread((running, work) => LinePractice.By1520(
                Period(running, work), Mode(_operation.Window), Mode(_operation.Reliability), 1), speed),
            [.. worked, _operation.Window, _operation.Reliability]);
        ByScott = StudyValue.Computed(Spread((running, work) => IsSingle
                ? LinePractice.ByScott(2 * running, 2 * work, Mode(_operation.Efficiency))
                : LinePractice.ByScott(running, work, Mode(_operation.Efficiency)), speed),
            [.. worked, _operation.Efficiency]);
    }

    private bool IsSingle => _section.TrackCount == 1;

    // Single track: one train each way, each from stand to stand, and both station intervals. Double: the interval
    // between two trains.
    private double Period(double running, double work) => IsSingle ? 2 * (running + work) : running + work;

    // The longest block with the slowest work gives the least, the shortest with the fastest the most.
    private Triangle Spread(Func<double, double, double> practice, double speed)
    {
        decimal Of(decimal block, decimal work) =>
            Round(practice(BlockMinutes((double)block, speed), (double)work), 1);
        var (block, work) = (_operation.Block.Value, _operation.Work.Value);
        return new Triangle(Of(block.Max, work.Max), Of(block.Mode, work.Mode), Of(block.Min, work.Min));
    }

    private double BlockMinutes(double km, double speed) => IsSingle
        ? SecondsOver(km) / 60 ?? double.PositiveInfinity
        : (Mode(_operation.BlocksBetween) * km * 1000 + _train.Length) / speed / 60;

    private double? SecondsOver(double km)
    {
        var path = new RunningPath(
            _section.Id, "", [new PathSection(0, km * 1000, Mode(_operation.FreightLimit), 0)], [], "");
        return RunningTime.Of(_train, path, StepRule.Fine) is RunOutcome.Arrived arrived ? arrived.Seconds : null;
    }

    private static double Mode(Figure figure) => (double)figure.Value.Mode;

    private static decimal Round(double value, int digits) =>
        double.IsFinite(value) ? Math.Round((decimal)value, digits) : 0;
}
