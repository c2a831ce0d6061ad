using Rahdar.Planning;
using Rahdar.Planning.Plain;
using Rahdar.Planning.Space;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning;

/// <summary>The front of the plain search over a drawing: arrival minute, cents, nanonepers, grams.</summary>
internal static class PlainFront
{
    /// <summary>All vectors, in order; none when no way leads to the destination.</summary>
    public static List<(int, long, long, long)> Of(
        CorridorDrawing drawing, DominanceKind kind = DominanceKind.Exact)
    {
        var query = DrawnCorridor.QueryOf(drawing);
        var context = new PlanContext(DrawnCorridor.NetworkOf(drawing), query, new FigureReads());
        var space = new PlanSpace(context);
        return space.IsConnected
            ? [.. new PlainSearch(context, space, kind).Run().Front
                .Select(l => (l.A, l.Cents, l.Nepers, l.Grams)).Order()]
            : [];
    }
}
