using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>Send all boxes together, or in parts?</summary>
/// <remarks>Definition: docs/planning.md, "All together or in parts".</remarks>
public static class Consolidation
{
    /// <summary>Plans each split; the parts of one split share the room of departures.</summary>
    /// <param name="network">The network, with its scenario.</param>
    /// <param name="query">A question that <see cref="QueryCheck"/> found nothing wrong with.</param>
    /// <param name="partBoxes">Boxes a part, one split each; 1 to all boxes.</param>
    /// <param name="value">What a day is worth for all boxes; each part has its share of it.</param>
    /// <param name="laterDays">Days after the ready day on which a part may start too.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    /// <returns>Splits, the largest parts first.</returns>
    public static IReadOnlyList<Split> Compare(
        CorridorNetwork network, PlanQuery query, IReadOnlyList<int> partBoxes, ValueOfTime value, int laterDays,
        Action<string>? step = null)
    {
        var choices = new ChoiceBook(network, laterDays, step);
        return
        [
            .. partBoxes.Distinct().OrderDescending().Select(size => new Split(size, SharedCapacity.Allot(
                network, [.. Split.Sizes(query.Cargo.Boxes, size).Select((n, i) => Part(query, value, n, i + 1))],
                laterDays, choices).Allotments)),
        ];
    }

    private static Consignment Part(PlanQuery query, ValueOfTime value, int boxes, int number) => new(
        $"part {number}", number, number, query with { Cargo = query.Cargo with { Boxes = boxes } },
        value with { UsdPerDay = value.UsdPerDay * boxes / query.Cargo.Boxes });
}
