using Rahdar.Benchmarks;
using Rahdar.Benchmarks.Generated;

namespace Rahdar.Tests.Benchmarks;

/// <summary>Every journey there is on a tiny corridor, and the best of them at the end. Written from the rules in the
/// README of the benchmarks; nothing is dropped on the way but what is the same to the minute and cent.</summary>
internal sealed class EveryJourney(Corridor corridor, FrontQuery query)
{
    private readonly HashSet<Standing> _seen = [];
    private readonly Stack<Standing> _next = new();
    private readonly HashSet<Plan> _arrived = [];

    /// <summary>Plans that no other beats, in order of their figures.</summary>
    public string Front()
    {
        foreach (var kind in new[] { NodeKind.ReadyRoad, NodeKind.ReadyRail })
        {
            var ready = Corridor.Node(query.From, kind);
            Leave(new Standing(ready, query.Start, query.Start, new Plan(query.Start, 0, 0, 0)), tariff: null);
        }
        while (_next.TryPop(out var standing)) Leave(standing, corridor.Tariffs[standing.Node]);
        return Text(_arrived.Where(p => !_arrived.Any(o => o != p && IsNoWorse(o, p)))
            .Select(p => new long[] { p.Minute, p.Cents, p.Nepers, p.Grams }));
    }

    /// <summary>Plans as text, a line each, in order of their figures.</summary>
    public static string Text(IEnumerable<long[]> plans) => string.Join('\n', plans
        .OrderBy(p => p[0]).ThenBy(p => p[1]).ThenBy(p => p[2]).ThenBy(p => p[3]).Select(p => string.Join(' ', p)));

    private void Leave(Standing at, StorageTariff? tariff)
    {
        foreach (var arc in corridor.Out[at.Node])
        {
            foreach (var leaves in Instants(at, arc))
            {
                var minute = (arc.Hours?.End(leaves) ?? leaves) + arc.Minutes;
                if (minute > corridor.Horizon) continue;
                var storage = tariff?.Charge(leaves - at.Sigma) ?? 0;
                var so = at.SoFar;
                Reach(new Standing(arc.To, minute, leaves, new Plan(
                    minute, so.Cents + storage + arc.Cents, so.Nepers + arc.Nepers, so.Grams + arc.Grams)));
            }
        }
    }

    private IEnumerable<int> Instants(Standing at, Arc arc) => arc.Departures is { } departures
        ? departures.Where(d => at.A <= d - Corridor.CutOff)
        : corridor.JustInTime[at.Node].Where(s => s > at.A).Prepend(at.A);

    private void Reach(Standing standing)
    {
        var isLanded = Corridor.KindOf(standing.Node) is NodeKind.LandedRoad or NodeKind.LandedRail;
        if (isLanded && Corridor.PlaceOf(standing.Node) == query.To) _arrived.Add(standing.SoFar);
        // Where storage is free nothing depends on when its clock began.
        var known = corridor.Tariffs[standing.Node] is null ? standing with { Sigma = 0 } : standing;
        if (_seen.Add(known)) _next.Push(known);
    }

    private static bool IsNoWorse(Plan one, Plan other) => one.Minute <= other.Minute && one.Cents <= other.Cents
        && one.Nepers <= other.Nepers && one.Grams <= other.Grams;

    private readonly record struct Plan(int Minute, long Cents, long Nepers, long Grams);

    private readonly record struct Standing(int Node, int A, int Sigma, Plan SoFar);
}
