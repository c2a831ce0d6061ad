using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Search;

/// <summary>A question with its plan space laid out, ready to be searched.</summary>
internal sealed class PreparedQuestion
{
    private readonly SpaceGraph? _laidOut;
    private readonly Bounds? _bounds;

    internal PreparedQuestion(CorridorNetwork network, PlanQuery query)
    {
        Context = new PlanContext(network, query, new FigureReads());
        Space = new PlanSpace(Context);
        if (!Space.IsConnected) return;
        _laidOut = SpaceGraph.Of(Context, Space);
        _bounds = Bounds.To(_laidOut.Graph, _laidOut.Target);
    }

    internal PlanContext Context { get; }

    internal PlanSpace Space { get; }

    /// <summary>Whether some way leads from the origin to the destination by all that it is bound to pass.</summary>
    internal bool CanReach => _laidOut is not null && _bounds!.Minutes[_laidOut.Origin] < Bounds.Unreachable;

    /// <summary>Instant at which boxes can be there at the earliest, longest stays left aside; null when none arrives
    /// in time.</summary>
    internal Instant? EarliestArrival()
    {
        if (_laidOut is null) return null;
        var minute = EarliestArrivals.From(
            _laidOut.Graph, [_laidOut.Origin], Context.StartMinute, Context.EndMinute)[_laidOut.Target];
        return minute == EarliestArrivals.Never ? null : CorridorClock.InstantOf(minute);
    }

    /// <summary>Searches the front; null when no way leads to the destination.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal FoundFront? Search(CancellationToken cancel = default)
    {
        if (_laidOut is null) return null;
        var search = new FrontSearch(_laidOut.Graph);
        var result = search.Run(
            [_laidOut.Origin], _bounds!, Context.StartMinute, Context.EndMinute, Context.Box.Detention, cancel);
        return new FoundFront(
            [.. result.Rows.Select(row => Vector(search.Label(row)))],
            [.. result.Rows.Select(row => _laidOut.Held(search, row))],
            result.IsTruncated || _laidOut.IsTruncated, result.LabelsMade);
    }

    private static (int A, long Cents, long Nepers, long Grams) Vector(in FastLabel label) =>
        (label.A, label.Cents, label.Nepers, label.Grams);
}

/// <summary>A front: what each plan comes to, and the plan itself.</summary>
/// <param name="Vectors">Arrival minute, cents, nanonepers and grams, by arrival, then cost.</param>
/// <param name="Plans">Plans in the same order.</param>
/// <param name="IsTruncated">True when a cap was met.</param>
/// <param name="LabelsMade">Labels made.</param>
internal sealed record FoundFront(
    IReadOnlyList<(int A, long Cents, long Nepers, long Grams)> Vectors, IReadOnlyList<HeldPlan> Plans,
    bool IsTruncated, long LabelsMade);
