using System.Globalization;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Who gets room on which departure, as sentences and tables.</summary>
public static class SharedCapacityText
{
    /// <summary>An answer as text; its first sentence is the answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(SharedCapacityAnswer answer, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Line(Summary(answer));
        QuestionLines.Notes(sheet, answer.Notes);
        Table(sheet, answer);
        if (answer.Allotments.Any(a => a.IsDisplaced || a.Reason is not null)) Losers(sheet, answer);
        if (answer.Loads.Count > 0) Loads(sheet, answer);
        Grounds(sheet, answer);
        return sheet.Finish();
    }

    internal static string Days(int minutes) => (minutes / 1440m).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>US dollars with their sign.</summary>
    internal static string Signed(long cents) => PlanText.Usd(cents) is var usd && usd is "0" or "-0" ? "0"
        : (cents > 0 ? "+" : "") + usd;

    /// <summary>From what a consignment was displaced, by whom, and what it costs it.</summary>
    internal static string Displaced(CorridorNetwork n, Allotment a)
    {
        var from = string.Join("; ", a.Full.Select(f =>
            $"{Departure(n, f.Boarding.Departure)} (taken by {string.Join(", ", f.Holders)})"));
        var cost = a is { Taken: { } taken, Wished: { } wished }
            ? $"arrives {Days(taken.Minutes - wished.Minutes)} days later, {Signed(taken.Cents - wished.Cents)} USD, "
                + $"{Signed(a.ExtraGeneralisedCents!.Value)} USD generalised cost"
            : "gets no room at all";
        return $"- {a.Consignment.Id} finds no room on {from}: {cost}";
    }

    private static string Summary(SharedCapacityAnswer answer)
    {
        var all = answer.Allotments;
        var without = all.Where(a => a.Taken is null).ToList();
        var displaced = all.Where(a => a.IsDisplaced && a.Taken is not null).ToList();
        var served = without.Count == 0 ? $"All {all.Count} consignments have a plan"
            : $"{all.Count - without.Count} of {all.Count} consignments have a plan (not "
                + $"{string.Join(", ", without.Select(a => a.Consignment.Id))})";
        return displaced.Count == 0 ? $"{served}; none is displaced to another by others."
            : $"{served}; {displaced.Count} displaced by others, at {PlanText.Usd(displaced.Sum(
                a => a.ExtraGeneralisedCents!.Value))} USD generalised cost in all (planning values).";
    }

    private static void Table(TextSheet sheet, SharedCapacityAnswer answer)
    {
        sheet.Heading("In the order they take room");
        int[] widths = [16, 4, 14, 9, 10, 6, 11];
        void Row(params string[] cells) => sheet.Rows(widths, [cells], 2, 1, 5, 6);
        Row("id", "prio", "cargo", "starts", "arrives", "days", "USD");
        foreach (var a in answer.Allotments)
        {
            string[] head =
                [a.Consignment.Id, $"{a.Consignment.Priority}", a.Consignment.Query.Cargo.ToString()];
            if (a.Taken is not { } taken)
            {
                Row([.. head, "-", "-", "-", "-"]);
                sheet.Line(a.Reason!.Code, 4);
                continue;
            }
            Row(
            [
                .. head, taken.DaysLater == 0 ? "at once" : $"+{taken.DaysLater} days",
                taken.Plan.Arrival.InZone(answer.Network.GetPlace(a.Consignment.Query.To).Zone)
                    .ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                Days(taken.Minutes), PlanText.Usd(taken.Cents),
            ]);
            sheet.Line(PlanText.Way(answer.Network, taken.Plan), 4);
            foreach (var caveat in Caveats.Of(answer.Network, a.Consignment.Query, taken.Plan))
                sheet.Line(caveat, 4);
        }
        Caveats.Hazards(sheet, answer.Allotments.Select(a => a.Taken?.Plan).OfType<Itinerary>());
    }

    private static void Losers(TextSheet sheet, SharedCapacityAnswer answer)
    {
        sheet.Heading("Displaced, or without a plan");
        foreach (var a in answer.Allotments)
        {
            if (a.IsDisplaced) sheet.Line(Displaced(answer.Network, a), 2);
            else if (a.Reason is { } reason)
                sheet.Line(
                    $"- {a.Consignment.Id}: {reason.Code}, {reason.Message}; {reason.Change} would change it", 2);
        }
    }

    private static void Loads(TextSheet sheet, SharedCapacityAnswer answer)
    {
        sheet.Heading("Departures taken");
        var rows = new List<IReadOnlyList<string>> { new[] { "service, stop, when", "TEU", "of", "t", "of", "by" } };
        foreach (var load in answer.Loads)
            rows.Add(
            [
                Departure(answer.Network, load.Boarding.Departure), $"{load.Teu}",
                Room(load.Boarding.Teu), load.Tonnes.ToString("0.#", CultureInfo.InvariantCulture),
                Room(load.Boarding.Tonnes), string.Join(", ", load.Aboard.Select(a => a.Id)),
            ]);
        sheet.Rows([36, 5, 5, 6, 6, 0], rows, 2, 1, 2, 3, 4);
        sheet.Line("A service without published days leaves once within each span of time; `?`: room unknown, counted "
            + "as unlimited.", 2);
    }

    private static void Grounds(TextSheet sheet, SharedCapacityAnswer answer)
    {
        sheet.Heading("What this rests on");
        sheet.Line("First come first served by priority, then row: not an optimum. All figures are planning values "
            + "(means).", 2);
        sheet.Line("- each takes the plan of least generalised cost (money and the value of time, the data's estimate) "
            + $"that has room, starting on its ready day or up to {answer.LaterDays} days later", 2);
        sheet.Line("- room is counted where boxes board; trucks and block trains on request are not counted", 2);
        if (answer.Allotments.Any(a => a.IsTruncated))
            sheet.Line("- a search met a limit: a better plan may exist", 2);
        sheet.Line("Planning aid, not a booking: a carrier may have sold the room to others.", 2);
    }

    private static string Departure(CorridorNetwork n, SharedDeparture d) =>
        $"{PlanText.Service(n, d.ServiceId)} {When(n, d)}";

    private static string When(CorridorNetwork n, SharedDeparture d) => d.IsTimetabled
        ? $"at {n.GetPlace(d.Stop).Name} {PlanText.Local(n, d.Stop, d.First)}"
        : $"at {n.GetPlace(d.Stop).Name} {PlanText.Local(n, d.Stop, d.First)[..10]} to "
            + PlanText.Local(n, d.Stop, d.Last)[..10];

    private static string Room(decimal? room) => room?.ToString("0.#", CultureInfo.InvariantCulture) ?? "?";
}
