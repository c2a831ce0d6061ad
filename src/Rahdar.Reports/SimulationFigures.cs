using Rahdar.Network;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>How many of the figures that a model was made from are published, recalled or assumed.</summary>
/// <param name="Table">Table they stand in; empty for all tables together.</param>
/// <param name="Published">Seen in a page or derived from one; nothing of it was measured by us.</param>
/// <param name="Recalled">From general knowledge.</param>
/// <param name="Assumed">Estimates, and what a scenario assumes.</param>
internal sealed record SimulationFigures(string Table, int Published, int Recalled, int Assumed)
{
    internal int Count => Published + Recalled + Assumed;

    /// <summary>All of them, then table by table, the largest first.</summary>
    internal static IReadOnlyList<SimulationFigures> ListOf(CorridorNetwork network, IReadOnlyList<string> ids)
    {
        // A figure that stands in no table was brought by a scenario: it is assumed.
        Basis BasisOf(string id) => network.AllFigures.GetValueOrDefault(id)?.Provenance.Basis ?? Basis.Assumed;
        var figures = ids.Select(id => (Table: id.Split('/')[0], Basis: BasisOf(id))).ToList();
        return
        [
            Of("", figures),
            .. figures.GroupBy(f => f.Table).Select(g => Of(g.Key, g)).OrderByDescending(f => f.Count)
                .ThenBy(f => f.Table, StringComparer.Ordinal),
        ];
    }

    private static SimulationFigures Of(string table, IEnumerable<(string Table, Basis Basis)> figures)
    {
        var count = figures.CountBy(f => f.Basis).ToDictionary();
        return new SimulationFigures(
            table, count.GetValueOrDefault(Basis.Published), count.GetValueOrDefault(Basis.Recalled),
            count.GetValueOrDefault(Basis.Assumed));
    }
}
