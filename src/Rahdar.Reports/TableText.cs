using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Many origins against many destinations, as one table a measure.</summary>
public static class TableText
{
    private const int LabelWidth = 6;
    private const int CellWidth = 12;

    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(RelationsAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        var planned = answer.Relations.Where(r => r.No is null).ToList();
        var (n, value) = (answer.Network, answer.Value);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line(planned.Count > 0 ? Best(answer, planned)
            : $"No plan: {answer.Relations[0].No!.Code}; none of {answer.Relations.Count} relations has one.");
        QuestionLines.Asked(
            sheet, n, answer.Relations[0].Query,
            $"ready {PlanText.Local(n, answer.Relations[0].Query.From, answer.Relations[0].Query.Ready)} at "
                + $"{answer.Relations[0].Query.From}", answer.Notes, planned.FirstOrDefault()?.Fastest);
        if (planned.Count > 0)
        {
            Measure(
                sheet, answer, width, "Days of the fastest plan",
                r => PlanText.Days(r.Fastest!.Arrival - r.Fastest.Ready) + Marks(answer, r, r.Fastest));
            Measure(
                sheet, answer, width, "USD of the cheapest plan",
                r => PlanText.Usd(r.Cheapest!.Cents) + Marks(answer, r, r.Cheapest));
            Measure(
                sheet, answer, width, "Generalised cost of the best plan, USD",
                r => PlanText.Usd(Generalised(value, r)) + Marks(answer, r, r.Best!));
            sheet.Line($"A day counts {value.UsdPerDay:#,0.##} USD: {value.Source}. {Caveats.Legend}: `plan` tells "
                + "more.", 2);
            Caveats.Hazards(sheet, planned.SelectMany(r => new[] { r.Fastest!, r.Cheapest!, r.Best! }));
        }
        sheet.Heading("Places");
        foreach (var place in answer.Relations.SelectMany(r => new[] { r.Query.From, r.Query.To }).Distinct())
            sheet.Labelled(place.Value, $"{n.GetPlace(place).Name}, {n.GetPlace(place).Country}", LabelWidth + 1, 2);
        foreach (var group in answer.Relations.Where(r => r.No is not null).GroupBy(r => r.No!.Code))
        {
            sheet.Heading($"No plan: {group.Key}");
            foreach (var relation in group)
                sheet.Line($"{relation.Query.From}-{relation.Query.To}: {relation.No!.Message}. What would change it: "
                    + $"{relation.No.Change}.", 2);
        }
        if (answer.Relations.Any(r => r.IsTruncated)) sheet.Line("A search met a limit: a better plan may exist.");
        return sheet.Finish();
    }

    private static string Best(RelationsAnswer answer, List<Relation> planned)
    {
        var quick = planned.MinBy(r => r.Fastest!.Minutes)!;
        var cheap = planned.MinBy(r => r.Cheapest!.Cents)!;
        var best = planned.MinBy(r => Generalised(answer.Value, r))!;
        return $"{planned.Count} of {answer.Relations.Count} relations have a plan: fastest is {Name(quick)} "
            + $"({PlanText.Days(quick.Fastest!.Arrival - quick.Fastest.Ready)} days), cheapest {Name(cheap)} "
            + $"({PlanText.Usd(cheap.Cheapest!.Cents)} USD), best value {Name(best)} "
            + $"({PlanText.Usd(Generalised(answer.Value, best))} USD generalised cost); planning values (means).";
    }

    private static void Measure(
        TextSheet sheet, RelationsAnswer answer, int width, string title, Func<Relation, string> cell)
    {
        sheet.Heading($"{title}; planning values (means)");
        var origins = answer.Relations.Select(r => r.Query.From).Distinct().ToList();
        var destinations = answer.Relations.Select(r => r.Query.To).Distinct().ToList();
        foreach (var block in destinations.Chunk((Math.Max(width, 40) - LabelWidth - 2) / (CellWidth + 1)))
        {
            IEnumerable<IReadOnlyList<string>> rows =
            [
                ["", .. block.Select(d => d.Value)],
                .. origins.Select(IReadOnlyList<string> (origin) =>
                    [origin.Value, .. block.Select(to => Cell(answer, origin, to, cell))]),
            ];
            sheet.Rows(
                [LabelWidth, .. block.Select(_ => CellWidth)], rows, 2, [.. Enumerable.Range(1, block.Length)]);
        }
    }

    private static string Cell(RelationsAnswer answer, PlaceId from, PlaceId to, Func<Relation, string> cell) =>
        answer.Relations.FirstOrDefault(r => r.Query.From == from && r.Query.To == to) switch
        {
            null => "-",
            { No: { } no } => no.Code["no-plan:".Length..],
            { } relation => cell(relation),
        };

    /// <summary>Marks in three columns, so that the figures stand below each other.</summary>
    private static string Marks(RelationsAnswer answer, Relation relation, Itinerary plan) =>
        " " + Caveats.Marks(answer.Network, relation.Query, plan).PadRight(2, '\u00A0');

    private static long Generalised(ValueOfTime value, Relation relation) =>
        value.GeneralisedCents(relation.Best!.Cents, relation.Best.Minutes);

    private static string Name(Relation relation) => $"{relation.Query.From}-{relation.Query.To}";
}
