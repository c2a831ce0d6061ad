using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>A state of the plan space with what the search needs to know of it.</summary>
internal sealed class Node(State state)
{
    internal State State => state;

    /// <summary>Movements that leave it, with where they lead.</summary>
    internal List<(Movement Movement, Node To)> Out { get; } = [];

    /// <summary>Storage tariff of the ground; free where nothing waits.</summary>
    internal StorageTariff Tariff { get; set; } = StorageTariff.None;

    /// <summary>Just-in-time starts, ascending; any unscheduled movement may use them.</summary>
    internal IReadOnlyList<int> JustInTime { get; set; } = [];

    /// <summary>Least that is still to come, each criterion by itself, without storage.</summary>
    internal (int Minutes, long Cents, long Nepers, long Grams) Least { get; set; }

    /// <summary>Labels kept, none worse than another.</summary>
    internal Bag Bag { get; } = new();

    /// <summary>Makes the nodes of a plan space; a cap that was met is told.</summary>
    internal static Dictionary<State, Node> ListAll(PlanContext c, PlanSpace space, out bool isCut)
    {
        var nodes = space.States.Append(space.Arrived).Distinct().ToDictionary(s => s, s => new Node(s));
        var justInTime = Space.JustInTime.Starts(c, space, out isCut);
        foreach (var node in nodes.Values)
        {
            node.Out.AddRange(space.From(node.State).Select(m => (m, nodes[m.Spec.To])));
            if (node.State.Kind == StateKind.Ready) node.Tariff = space.Builder.Storage(node.State);
            node.JustInTime = justInTime.GetValueOrDefault(node.State, []);
        }
        LowerBounds.Fill(nodes.Values, nodes[space.Arrived]);
        return nodes;
    }
}
