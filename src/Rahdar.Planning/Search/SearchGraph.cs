using Rahdar.Planning.Space;

namespace Rahdar.Planning.Search;

/// <summary>A plan space laid out in arrays: states and arcs are numbers, and the arcs of a state stand side by
/// side.</summary>
/// <remarks>Made by <see cref="SearchGraphBuilder"/>; never changed after. One graph serves many searches.</remarks>
internal sealed class SearchGraph
{
    /// <summary>Arcs of state s are those from FirstArc[s] up to FirstArc[s + 1].</summary>
    internal required int[] FirstArc { get; init; }

    internal required SearchArc[] Arcs { get; init; }

    internal required StorageTariff[] Tariffs { get; init; }

    /// <summary>Just-in-time starts of each state, ascending.</summary>
    internal required int[][] JustInTime { get; init; }

    /// <summary>What an earlier box may pay more further on, by state; null where nothing.</summary>
    internal required StorageGuard?[] Guards { get; init; }

    /// <summary>True where arriving later may save storage: in the state itself or where a guard holds.</summary>
    internal required bool[] IsSensitive { get; init; }

    /// <summary>True where a stay is charged and something leaves at fixed instants.</summary>
    internal required bool[] HasFixedLeaving { get; init; }

    internal int StateCount => Tariffs.Length;

    /// <summary>The same arcs by where they lead.</summary>
    internal ArcsInto Into => _into ??= new ArcsInto(this);

    private ArcsInto? _into;

    internal ReadOnlySpan<SearchArc> From(int state) =>
        Arcs.AsSpan(FirstArc[state], FirstArc[state + 1] - FirstArc[state]);
}

/// <summary>A movement as the search sees it.</summary>
/// <param name="To">State it leads to.</param>
/// <param name="Wait">Minutes between the chosen start and leaving; 0 when dated.</param>
/// <param name="Minutes">Minutes from leaving to arrival when no clock stands on the way.</param>
/// <param name="Steps">Steps with the clocks met; null when there is none.</param>
/// <param name="Dated">Departures with the latest start that makes them, ascending; null unless timetabled.</param>
/// <param name="IsScheduled">True for a ride of a service: just-in-time starts are not for it.</param>
/// <param name="Cents">Cost.</param>
/// <param name="Nepers">Risk, nanonepers.</param>
/// <param name="Grams">Emissions.</param>
/// <param name="MinutesMin">Least minutes between start and arrival.</param>
internal readonly record struct SearchArc(
    int To, int Wait, int Minutes, Step[]? Steps, (int Leaves, int LatestStart)[]? Dated, bool IsScheduled, long Cents,
    long Nepers, long Grams, int MinutesMin)
{
    /// <summary>True when a label may leave by it at once.</summary>
    internal bool IsUndated => Dated is null;

    /// <summary>Minute of arrival when it leaves at a minute; null when a border never opens again.</summary>
    internal int? Arrive(int leaves) => Steps is null ? leaves + Minutes : Step.Run(Steps, leaves);

    /// <summary>First departure that may be caught; departures are in order of their latest start.</summary>
    internal static int FirstCatchable((int Leaves, int LatestStart)[] dated, int ready)
    {
        var (low, high) = (0, dated.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dated[middle].LatestStart >= ready) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
