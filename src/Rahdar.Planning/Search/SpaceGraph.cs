using Rahdar.Planning.Space;

namespace Rahdar.Planning.Search;

/// <summary>The graph of a plan space, and the way back from its numbers to movements.</summary>
internal sealed class SpaceGraph
{
    private readonly Movement[] _movements;

    private SpaceGraph(SearchGraph graph, Movement[] movements, int origin, int target, bool isCut) =>
        (Graph, _movements, Origin, Target, IsTruncated) = (graph, movements, origin, target, isCut);

    internal SearchGraph Graph { get; }

    internal int Origin { get; }

    internal int Target { get; }

    /// <summary>True when a cap was met while the space was made.</summary>
    internal bool IsTruncated { get; }

    internal static SpaceGraph Of(PlanContext c, PlanSpace space)
    {
        var justInTime = JustInTime.Starts(c, space, out var isCut);
        var builder = new SearchGraphBuilder();
        var states = space.States.Append(space.Arrived).Distinct().ToList();
        var number = states.Index().ToDictionary(s => s.Item, s => s.Index);
        // One layer for each thing the plan is bound to pass: it goes up when it passes it.
        var layers = c.Query.Via.Count + 1;
        for (var layer = 0; layer < layers; layer++)
            foreach (var state in states)
                builder.AddState(
                    state.Kind == StateKind.Ready ? space.Builder.Storage(state) : StorageTariff.None,
                    justInTime.TryGetValue(state, out var starts) ? [.. starts] : []);
        var movements = new List<Movement>();
        for (var layer = 0; layer < layers; layer++)
            foreach (var state in states)
                foreach (var movement in space.From(state))
                {
                    var up = layer;
                    while (up < layers - 1
                        && (Passes(movement, c.Query.Via[up]) || RidesOver(space, movement, c.Query.Via[up]))) up++;
                    foreach (var arc in Arcs(movement, up * states.Count + number[movement.Spec.To]))
                    {
                        builder.AddArc(layer * states.Count + number[state], arc);
                        movements.Add(movement);
                    }
                }
        return new SpaceGraph(
            builder.Build(c.StartMinute), [.. movements], number[space.Origin],
            (layers - 1) * states.Count + number[space.Arrived], isCut || space.IsTruncated);
    }

    /// <summary>Whether a movement touches a place, clears a border, rides a service, goes by a mode (`rail`) or, when
    /// unscheduled, over a link.</summary>
    internal static bool Passes(Movement movement, string id) => movement.Elements.Any(e =>
            e.BorderId == id || e.ServiceId == id || e.From.Value == id || e.To.Value == id
            || (e.Kind, id) is (ElementKind.Rail, "rail") or (ElementKind.Road, "road") or (ElementKind.Sea, "sea")
                or (ElementKind.Air, "air"))
        || movement.Spec is RunSpec run && run.Links.Any(l => l.From.Value == id || l.To.Value == id || l.Id == id)
        || movement.Spec is PassageSpec passage && passage.Link.Id == id;

    /// <summary>Whether a ride on a service runs over a link.</summary>
    private static bool RidesOver(PlanSpace space, Movement movement, string linkId) =>
        movement.Spec is RideSpec ride && Enumerable.Range(ride.First, ride.Last - ride.First).Any(hop =>
            space.Builder.WayOf(ride.Offer.Service, hop)?.Links.Any(l => l.Link.Id == linkId) == true);

    /// <summary>The plan behind a row of the label table.</summary>
    internal HeldPlan Held(FrontSearch search, int row)
    {
        var taken = new List<Taken>();
        for (var at = row; search.Label(at).Before >= 0; at = search.Label(at).Before)
        {
            ref readonly var label = ref search.Label(at);
            var (movement, ready) = (_movements[label.Arc], search.Label(label.Before).A);
            var start = movement.Leaving.Dated is null ? label.Sigma - movement.Leaving.WaitMinutes : ready;
            taken.Add(new Taken(movement, start, label.Sigma, start > ready));
        }
        taken.Reverse();
        return new HeldPlan(taken);
    }

    private static IEnumerable<SearchArc> Arcs(Movement movement, int to)
    {
        var arc = new SearchArc(
            to, movement.Leaving.WaitMinutes,
            movement.HasClock ? 0 : movement.MinutesMin - movement.Leaving.WaitMinutes,
            movement.HasClock ? movement.Steps : null, null, movement.IsScheduled, movement.Cents, movement.Nanonepers,
            movement.Grams, movement.MinutesMin);
        return movement.Leaving.Dated is not { } dated
            ? [arc]
            : Chains(dated).Select(chain => arc with
            {
                Dated = chain,
                MinutesMin = arc.MinutesMin + chain.Min(d => d.Leaves - d.LatestStart),
            });
    }

    /// <summary>Departures in chains in which who may come later also leaves later: cut-offs may differ.</summary>
    private static IEnumerable<(int Leaves, int LatestStart)[]> Chains(
        IEnumerable<(int Leaves, int LatestStart)> dated)
    {
        var chains = new List<List<(int Leaves, int LatestStart)>>();
        foreach (var departure in dated.OrderBy(d => d.Leaves).ThenBy(d => d.LatestStart))
        {
            var chain = chains.Find(c => c[^1].LatestStart <= departure.LatestStart);
            if (chain is null) chains.Add(chain = []);
            chain.Add(departure);
        }
        return chains.Select(c => c.ToArray());
    }
}
