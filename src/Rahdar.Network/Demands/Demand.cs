using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Demands;

/// <summary>What a demand is counted in.</summary>
public enum DemandKind
{
    /// <summary>Boxes from terminal to terminal, TEU.</summary>
    Boxes,

    /// <summary>Trucks of others over one border row.</summary>
    Trucks,
}

/// <summary>Goods that ask for a way every day: worked out from trade figures, never from what was seen to move
/// through a queue.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Kind">Boxes or trucks.</param>
/// <param name="From">Terminal where the boxes stand, or the post of <paramref name="BorderId"/> the trucks leave
/// by.</param>
/// <param name="To">Terminal the boxes go to, or the post the trucks enter by.</param>
/// <param name="BorderId">Border row of the trucks; empty for boxes.</param>
/// <param name="PerDay">TEU/d or trucks/d.</param>
/// <param name="Only">Words that limit the plan of boxes: `rail`, `road`, `sea`, or the id of a place or border row
/// passed on the way, in order; empty means any way.</param>
/// <param name="Note">The arithmetic.</param>
public sealed record Demand(
    string Id, DemandKind Kind, PlaceId From, PlaceId To, string BorderId, Figure PerDay, IReadOnlyList<string> Only,
    string Note);
