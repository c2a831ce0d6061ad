namespace Rahdar.Simulation.Corridor;

/// <summary>What a convoy does next.</summary>
internal enum StepKind
{
    /// <summary>Time that nothing else can lengthen: a drive, a voyage, a handling. A: duration; C: mode.</summary>
    Pass,

    /// <summary>A border: the gate, then the work of both posts. A: gate; B: duration of the work; C: border.</summary>
    Border,

    /// <summary>A berth or another gate without work behind it. A: gate.</summary>
    Gate,

    /// <summary>A yard that changes gauge. A: yard; B: 0 when the first gauge is left, 1 when the second.</summary>
    Yard,

    /// <summary>One direction of a double line. A: line.</summary>
    Line,

    /// <summary>Single line from one place that always accepts to another. A: run; B: portions.</summary>
    Track,

    /// <summary>Waits for a service and rides it. A: service; B: stop where it boards; C: stop where it
    /// leaves.</summary>
    Ride,

    /// <summary>A train, truck or ship of a service calls at a stop. A: service; B: stop.</summary>
    Call,

    /// <summary>The way is at its end.</summary>
    End,
}

/// <summary>A step of a way; what A, B and C are depends on the kind.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="A">First index.</param>
/// <param name="B">Second index.</param>
/// <param name="C">Third index.</param>
/// <param name="From">Place where it begins, index of the model.</param>
/// <param name="To">Place where it ends.</param>
internal readonly record struct Step(StepKind Kind, int A, int B, int C, int From, int To);

/// <summary>What a step costs, as the planner has it.</summary>
/// <param name="Cents">US cents for <paramref name="Units"/>, told when the step is done; of a border, when the post
/// that is left is done.</param>
/// <param name="Entry">The same, told when the post that is entered is done; 0 but for a border.</param>
/// <param name="Units">TEU or trucks that it is the price of.</param>
internal readonly record struct StepPrice(long Cents, long Entry, int Units)
{
    /// <summary>The payment of a crossing, half of it at each post as its work is, and the fees of entering.</summary>
    internal static StepPrice OfBorder(long crossing, long entry, int units) =>
        new(crossing - crossing / 2, crossing / 2 + entry, units);

    /// <summary>Price of so many, for all of them.</summary>
    internal static long For(long cents, int of, int units) =>
        (long)decimal.Round((decimal)cents * units / of, MidpointRounding.AwayFromZero);
}

/// <summary>One direction of a double line between two places: trains follow each other at a distance and do not
/// overtake.</summary>
/// <param name="Section">Row of the data.</param>
/// <param name="RunSeconds">Running time without a stop.</param>
/// <param name="HeadwaySeconds">Least time between two trains.</param>
/// <param name="ShutFrom">Beginnings of times in which nobody enters, in order.</param>
/// <param name="ShutUntil">Their ends.</param>
internal sealed record LineModel(string Section, int RunSeconds, int HeadwaySeconds, long[] ShutFrom, long[] ShutUntil);

/// <summary>A yard where two gauges meet.</summary>
/// <param name="Id">Row of the data.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Cranes">Gate of its cranes.</param>
/// <param name="CountsWagons">Whether the cranes are measured in wagons, else in TEU.</param>
/// <param name="Tracks">Trains that can be unloaded at a time.</param>
/// <param name="Slots">TEU that can stand on the ground.</param>
/// <param name="Pools">Wagons of either gauge that belong to it.</param>
/// <param name="Return">How long a wagon is away that was loaded there.</param>
/// <param name="Gauges">The two gauges, mm.</param>
internal sealed record YardModel(
    string Id, string Name, int Cranes, bool CountsWagons, int Tracks, int Slots, int[] Pools, Seconds Return,
    int[] Gauges);

/// <summary>A service: what leaves, when, and with how much room.</summary>
/// <param name="Id">Row of the data.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Program">First step of its way.</param>
/// <param name="Stops">Places it calls at, index of the model.</param>
/// <param name="Room">TEU a departure.</param>
/// <param name="Wagons">Wagons of a train; 0 for others.</param>
/// <param name="LeavesFull">Leaves when so many TEU wait; 0 when it leaves by the week.</param>
/// <param name="PerWeek">Departures a week, least, most likely and greatest.</param>
/// <param name="IsShip">Whether a ship or ferry carries it.</param>
/// <param name="Others">TEU of others aboard from end to end.</param>
internal sealed record ServiceModel(
    string Id, string Name, int Program, int[] Stops, int Room, int Wagons, int LeavesFull,
    (double Min, double Mode, double Max) PerWeek, bool IsShip, int Others)
{
    internal ulong Stream { get; } = Chance.StreamOf("service:" + Id);
}

/// <summary>Where convoys come from.</summary>
/// <param name="Id">Row of the data.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Program">First step of their way.</param>
/// <param name="PerDay">Units a day, least, most likely and greatest; drawn once a replication.</param>
/// <param name="EverySeconds">A convoy of those that came since the last is sent every so often.</param>
/// <param name="IsTrain">One train a convoy, at even distances.</param>
/// <param name="IsTrucks">Whether its units are trucks; else TEU.</param>
/// <param name="IsObserved">Whether the travel times of its convoys are kept.</param>
internal sealed record SourceModel(
    string Id, string Name, int Program, (double Min, double Mode, double Max) PerDay, int EverySeconds, bool IsTrain,
    bool IsTrucks, bool IsObserved)
{
    internal ulong Stream { get; } = Chance.StreamOf("source:" + Id);
}

/// <summary>Given boxes that set out once.</summary>
/// <param name="Id">Name of the consignment.</param>
/// <param name="Program">First step of their way.</param>
/// <param name="Boxes">TEU.</param>
/// <param name="Ready">Second of the model at which they are ready.</param>
internal sealed record ConsignmentModel(string Id, int Program, int Boxes, long Ready);
