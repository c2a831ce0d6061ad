namespace Rahdar.Benchmarks.Generated;

/// <summary>The four nodes of a place, in the order of their numbers.</summary>
internal enum NodeKind
{
    /// <summary>Boxes on the ground, to be taken by truck.</summary>
    ReadyRoad,

    /// <summary>Boxes on the ground, to be taken by train.</summary>
    ReadyRail,

    /// <summary>Boxes set down by a truck; nothing waits here.</summary>
    LandedRoad,

    /// <summary>Boxes set down by a train; nothing waits here.</summary>
    LandedRail,
}

/// <summary>A place of a generated corridor.</summary>
/// <param name="X">Kilometres from the west.</param>
/// <param name="Y">Kilometres from the south.</param>
internal readonly record struct Place(int X, int Y)
{
    /// <summary>Straight line to another place, whole km.</summary>
    public int KmTo(Place other)
    {
        long dx = X - other.X, dy = Y - other.Y;
        return (int)Math.Round(Math.Sqrt(dx * dx + dy * dy));
    }
}

/// <summary>A corridor as a graph in time, all that a search needs to know and nothing else.</summary>
/// <remarks>
/// The rules of moving through it, to which every search here keeps, are in the README of the benchmarks. Time base:
/// minutes from the start of the horizon; every clock is the same one.
/// </remarks>
internal sealed class Corridor
{
    /// <summary>Minutes before a departure at which boxes must be ready.</summary>
    public const int CutOff = 6 * 60;

    /// <summary>The places; their position is their number.</summary>
    public required Place[] Places { get; init; }

    /// <summary>Arcs out of each node.</summary>
    public required Arc[][] Out { get; init; }

    /// <summary>Storage tariff of each node; null where storage is free.</summary>
    public required StorageTariff?[] Tariffs { get; init; }

    /// <summary>Just-in-time starts of each node, ascending and distinct.</summary>
    public required int[][] JustInTime { get; init; }

    /// <summary>Nothing arrives after this minute.</summary>
    public required int Horizon { get; init; }

    /// <summary>How many nodes.</summary>
    public int Nodes => Out.Length;

    /// <summary>Number of a node.</summary>
    public static int Node(int place, NodeKind kind) => 4 * place + (int)kind;

    /// <summary>Place of a node.</summary>
    public static int PlaceOf(int node) => node / 4;

    /// <summary>What a node is.</summary>
    public static NodeKind KindOf(int node) => (NodeKind)(node % 4);
}
