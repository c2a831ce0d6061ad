using NodaTime;
using Rahdar.Benchmarks.Generated;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;
using Tariff = Rahdar.Planning.Space.StorageTariff;

namespace Rahdar.Benchmarks.Cases;

/// <summary>The product's own search on a generated corridor.</summary>
/// <remarks>
/// The corridor is laid out once; each question then searches it. Two nodes are added for each place where boxes start
/// without a tariff, and one where they have arrived.
/// </remarks>
internal sealed class ProductSearch : IFrontSearch
{
    private static readonly IReadOnlySet<IsoDayOfWeek> EveryDay =
        Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None).ToHashSet();

    private readonly SearchGraph _graph;
    private readonly FrontSearch _search;
    private readonly Dictionary<int, Bounds> _bounds = [];
    private readonly Dictionary<DailyHours, BorderClock> _clocks = [];
    private readonly bool _areBoundsKept;
    private readonly int _firstOrigin;
    private readonly int _firstArrived;
    private readonly int _horizon;
    private readonly ZoneDays _days;

    /// <param name="corridor">The corridor.</param>
    /// <param name="areBoundsKept">Whether the bounds of a destination serve the next question too.</param>
    public ProductSearch(Corridor corridor, bool areBoundsKept)
    {
        (_areBoundsKept, _horizon) = (areBoundsKept, corridor.Horizon);
        _days = new ZoneDays(
            DateTimeZone.Utc, CorridorClock.Epoch.InUtc().Date.PlusDays(-1), 0, corridor.Horizon + 1440);
        var builder = new SearchGraphBuilder();
        var tariffs = corridor.Tariffs.Distinct().OfType<Generated.StorageTariff>().ToDictionary(t => t, Made);
        for (var node = 0; node < corridor.Nodes; node++)
            builder.AddState(
                corridor.Tariffs[node] is { } tariff ? tariffs[tariff] : Tariff.None, corridor.JustInTime[node]);
        _firstOrigin = corridor.Nodes;
        NodeKind[] starts = [NodeKind.ReadyRoad, NodeKind.ReadyRail];
        for (var place = 0; place < corridor.Places.Length; place++)
            foreach (var kind in starts)
                builder.AddState(Tariff.None, corridor.JustInTime[Corridor.Node(place, kind)]);
        _firstArrived = _firstOrigin + 2 * corridor.Places.Length;
        foreach (var _ in corridor.Places) builder.AddState(Tariff.None, []);
        for (var node = 0; node < corridor.Nodes; node++)
            foreach (var arc in corridor.Out[node])
            {
                builder.AddArc(node, Made(arc));
                if (Array.IndexOf(starts, Corridor.KindOf(node)) is >= 0 and var i)
                    builder.AddArc(_firstOrigin + 2 * Corridor.PlaceOf(node) + i, Made(arc));
            }
        for (var place = 0; place < corridor.Places.Length; place++)
            foreach (var kind in new[] { NodeKind.LandedRoad, NodeKind.LandedRail })
                builder.AddArc(
                    Corridor.Node(place, kind),
                    new SearchArc(_firstArrived + place, 0, 0, null, null, false, 0, 0, 0, 0));
        _graph = builder.Build(0);
        _search = new FrontSearch(_graph);
    }

    public string Name => _areBoundsKept ? "rahdar-kept-bounds" : "rahdar";

    public Front Find(FrontQuery query)
    {
        var target = _firstArrived + query.To;
        if (!_areBoundsKept || !_bounds.TryGetValue(target, out var bounds))
            bounds = _bounds[target] = Bounds.To(_graph, target);
        var origin = _firstOrigin + 2 * query.From;
        var result = _search.Run([origin, origin + 1], bounds, query.Start, _horizon);
        return new Front([.. result.Rows.Select(row => Vector(_search.Label(row)))], result.LabelsMade);
    }

    /// <summary>Earliest arrival at every place.</summary>
    public int[] FindAll(FrontQuery query)
    {
        var origin = _firstOrigin + 2 * query.From;
        return EarliestArrivals.From(_graph, [origin, origin + 1], query.Start, _horizon)[_firstArrived..];
    }

    private static long[] Vector(in FastLabel label) => [label.A, label.Cents, label.Nepers, label.Grams];

    private static Tariff Made(Generated.StorageTariff t) => new(
        t.FreeDays, [(1, t.DayCents / 100m), (t.LongFromDay, t.LongDayCents / 100m)], null, "storage", "");

    private SearchArc Made(Arc arc)
    {
        Step[]? steps = arc.Hours is { } hours
            ? [new Step(0, ClockOf(hours), 0), new Step(arc.Minutes, null, 0)]
            : null;
        var dated = arc.Departures?.Select(d => (d, d - Corridor.CutOff)).ToArray();
        return new SearchArc(
            arc.To, 0, arc.Minutes, steps, dated, arc.Departures is not null, arc.Cents, arc.Nepers, arc.Grams,
            arc.Minutes + (arc.Hours?.ClearanceMinutes ?? 0) + (dated is null ? 0 : Corridor.CutOff));
    }

    private BorderClock ClockOf(DailyHours hours)
    {
        if (_clocks.TryGetValue(hours, out var known)) return known;
        var open = new OpeningHours(EveryDay, hours.Opens, hours.Closes, DateTimeZone.Utc, "");
        return _clocks[hours] = new BorderClock(
            open, _days, [], (_, _) => hours.ClearanceMinutes, (_days, _days), 0, _horizon + 1440);
    }
}
