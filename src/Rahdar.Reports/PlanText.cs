using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>Plans as tables a railway clerk can check.</summary>
public static class PlanText
{
    /// <summary>An answer as text.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="details">How many of the shown plans are written out leg by leg.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Answer(PlanAnswer answer, int details, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        Head(sheet, answer);
        if (answer.Outcome is PlanOutcome.NotFound(var reason)) No(sheet, reason);
        if (answer.Outcome is PlanOutcome.Found found)
        {
            var shown = answer.Shown;
            ForecastText.Table(sheet, answer, found);
            if (answer.Outlook is { } outlook) ForecastText.Unseen(sheet, outlook);
            for (var i = 0; i < Math.Min(details, shown.Count); i++)
                Plan(sheet, answer, i + 1, found.Plans[shown[i].Index], shown[i].Reason);
            Foot(sheet, answer, found, shown.Count);
        }
        return sheet.Finish();
    }

    /// <summary>One plan of an answer leg by leg.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="number">Number of the plan in the list, from 1.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string One(PlanAnswer answer, int number, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        Head(sheet, answer);
        var plans = ((PlanOutcome.Found)answer.Outcome).Plans;
        var (index, reason) = answer.Shown[number - 1];
        Plan(sheet, answer, number, plans[index], reason);
        return sheet.Finish();
    }

    /// <summary>Files of pages and pictures that were written; nothing without one.</summary>
    public static string Written(IReadOnlyList<string> files, int width = 80, bool isPlain = true)
    {
        if (files.Count == 0) return "";
        var sheet = new TextSheet(width, isPlain);
        QuestionLines.Written(sheet, files);
        return sheet.Finish();
    }

    /// <summary>The figures behind one plan.</summary>
    public static string Figures(Explanation explanation, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        var by = explanation.Figures.GroupBy(f => f.Provenance.Basis).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {g.Key.ToString().ToLowerInvariant()}");
        sheet.Heading($"Figures behind this plan: {explanation.Figures.Count} ({string.Join(", ", by)})");
        sheet.Line("value is least/likely/greatest; the plan uses the mean. basis: published (seen in a page), "
            + "recalled, assumed.");
        var rows = explanation.Figures.Select(IReadOnlyList<string> (f) =>
        [
            f.Id, $"{f.Value} {f.Unit}",
            $"{f.Provenance.Basis.ToString().ToLowerInvariant()}, "
                + $"{f.Provenance.Confidence.ToString().ToLowerInvariant()}"
                + (f.Provenance.Date is { } d ? $", {d:uuuu-MM-dd}" : "") + $": {f.Provenance.Source}",
        ]);
        sheet.Rows([32, 18, 0], rows);
        return sheet.Finish();
    }

    private static void Head(TextSheet sheet, PlanAnswer answer)
    {
        var (n, q) = (answer.Network, answer.Query);
        QuestionLines.Taken(sheet, answer.Notes);
        sheet.Title($"{n.GetPlace(q.From)} to {n.GetPlace(q.To)}", q.Cargo.ToString());
        if (answer.Outlook is { } outlook) ForecastText.Estimates(sheet, outlook);
        sheet.Line($"ready {Local(n, q.From, q.Ready)}, known {q.Known:uuuu-MM-dd}"
            + (n.ScenarioName.Length > 0 ? $", scenario {n.ScenarioName}" : "") + Limits(q));
        if (answer.Outcome is PlanOutcome.Found found) sheet.Line($"Assumed: {found.Plans[0].Assumptions[0]}.");
        sheet.Line("Arrival is when the boxes are available at the terminal, before import clearance. Times are local "
            + "to each place. Risk is the chance to find a crossing shut or a place on the way disrupted, from dated "
            + "events; wars and other wide hazards are named beside a plan, not in it.");
        QuestionLines.Notes(sheet, answer.Notes);
        QuestionLines.Scenario(sheet, n, q);
    }

    private static string Limits(PlanQuery q) =>
        (q.Avoid.Count > 0 ? $", avoid {string.Join(' ', q.Avoid.Order(StringComparer.Ordinal))}" : "")
        + (q.Only.Count > 0 ? $", only {string.Join(' ', q.Only.Order(StringComparer.Ordinal))}" : "");

    private static void No(TextSheet sheet, NoPlan reason)
    {
        sheet.Heading($"No plan: {reason.Code}");
        sheet.Line(reason.Message + ".");
        sheet.Line($"What would change it: {reason.Change}.");
        foreach (var evidence in reason.Evidence) sheet.Line($"- {evidence}", 2);
    }

    private static void Plan(TextSheet sheet, PlanAnswer answer, int number, Itinerary plan, string reason)
    {
        var n = answer.Network;
        sheet.Heading(
            $"Plan {number}, {reason}: arrives {Local(n, answer.Query.To, plan.Arrival)}, {Usd(plan.Cents)} USD; "
            + "planning values (means)");
        if (plan.Flags.Count > 0) sheet.Line($"Flags: {string.Join(", ", plan.Flags)}", 2);
        foreach (var d in plan.Disputed)
        {
            sheet.Line($"DISPUTED {d.BorderId}: shut with chance {d.ShutProbability:0.##}; expected delay "
                + $"{d.ExpectedDelayDays:0.#} days, not in the arrival.", 2);
            foreach (var evidence in d.Evidence) sheet.Line($"- {evidence}", 4);
        }
        if (Caveats.Late(n, answer.Query, plan) is { } first)
            sheet.Line($"{QuestionLines.Capital(Caveats.Papers(first))}; first {first.Item.Name.ToLowerInvariant()} "
                + $"({first.Item.PaperId}); `--papers {number}` lists them.", 2);
        sheet.Line("UTC: hours the times of a line are ahead of it; two where it ends in another zone.", 2);
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "begins", "ends", "UTC", "what", "from - to", "km", "USD" },
        };
        foreach (var e in plan.Elements.Where(e => e.Departure != e.Arrival || e.WaitMinutes > 0 || e.Cost.Count > 0))
        {
            if (e.WaitMinutes > 0) rows.Add(["", "", "", "wait", $"{Hours(e.WaitMinutes)}: {e.WaitReason}", "", ""]);
            var where = e.From == e.To ? n.GetPlace(e.From).Name
                : $"{n.GetPlace(e.From).Name} - {n.GetPlace(e.To).Name}";
            var id = e.ServiceId.Length > 0 ? $" [{Service(n, e.ServiceId)}]"
                : e.BorderId.Length > 0 ? $" [{e.BorderId}]"
                : e.Note.Length > 0 ? $" ({e.Note})" : "";
            rows.Add(
            [
                Short(n, e.From, e.Departure), Short(n, EndZone(e), e.Arrival), Offsets(n, e),
                e.Kind.ToString().ToLowerInvariant(), where + id,
                e.Km > 0 ? e.Km.ToString("#,0", CultureInfo.InvariantCulture) : "", e.Cost.Count == 0 ? ""
                    : Usd(e.Cost.Sum(c => c.Cents)),
            ]);
        }
        foreach (var line in plan.StorageLines) rows.Add(["", "", "", "storage", line.What, "", Usd(line.Cents)]);
        sheet.Rows([11, 11, 5, 8, 0, 6, 8], rows, 2, 5, 6);
        foreach (var assumption in plan.Assumptions.Skip(2)) sheet.Line($"- {assumption}", 2);
    }

    private static void Foot(TextSheet sheet, PlanAnswer answer, PlanOutcome.Found found, int shown)
    {
        sheet.Heading("Not in the plan, shown beside it");
        var beside = answer.Network.Figures.Roles.Keys.Where(r => r.StartsWith("beside:", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(r => (Name: r[7..].Replace('-', ' '), Figure: answer.Network.Figures.GetRole(r)))
            .Select(x => $"{x.Name} {x.Figure.Value} {x.Figure.Unit}");
        sheet.Line(string.Join("; ", beside) + " (estimates); customs duties, insurance and TIR carnets.", 2);
        var kinds = found.Rejected.GroupBy(r => r.Code).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {g.Count()}");
        sheet.Line($"Not offered for this question: {string.Join(", ", kinds)} (see `--json`, `rejected`).", 2);
        sheet.Line($"More: `--details {shown}` writes out every plan shown, `--explain N` lists every figure behind "
            + "plan N, `--papers N` its papers, permits and compliance questions.", 2);
        sheet.Line("Planning aid, not legal advice; nobody is screened here.", 2);
    }

    /// <summary>Place in whose zone an element ends: a border is cleared by the clock of the post before it.</summary>
    private static Network.Places.PlaceId EndZone(Element e) => e.Kind == ElementKind.Border ? e.From : e.To;

    /// <summary>`+5`, or `+5` above `+3:30` where the clock changes on the way.</summary>
    private static string Offsets(CorridorNetwork n, Element e)
    {
        string Of(Network.Places.PlaceId place, Instant at)
        {
            var offset = n.GetPlace(place).Zone.GetUtcOffset(at);
            var minutes = Math.Abs(offset.Seconds) / 60;
            return (offset.Seconds < 0 ? "-" : "+") + (minutes % 60 == 0 ? $"{minutes / 60}"
                : $"{minutes / 60}:{minutes % 60:00}");
        }
        var (begins, ends) = (Of(e.From, e.Departure), Of(EndZone(e), e.Arrival));
        return begins == ends ? begins : $"{begins}\n{ends}";
    }

    /// <summary>A service by name and id.</summary>
    internal static string Service(CorridorNetwork n, string id) => SubjectName.Of(n, id);

    /// <summary>What carries the boxes on a ride: the service by name and id, or what runs on request.</summary>
    internal static string Carrier(CorridorNetwork n, Element e) => e.ServiceId.Length > 0 ? Service(n, e.ServiceId)
        : e.Kind == ElementKind.Road ? "truck" : "block train";

    internal static string BorderName(CorridorNetwork n, string id) =>
        n.Borders.First(b => b.Id == id).ShortName;

    /// <summary>The way of a plan: what carries the boxes, and the borders it passes with them. A service that goes on
    /// behind a gauge change is named by its id alone.</summary>
    internal static string Way(CorridorNetwork n, Itinerary plan)
    {
        var parts = new List<(string Word, string Id, List<string> Borders)>();
        // A border stands before the ride over it.
        var before = new List<string>();
        foreach (var e in plan.Elements)
        {
            if (e.Kind == ElementKind.Border) before.Add(BorderName(n, e.BorderId));
            if (e.Kind is ElementKind.Border or ElementKind.Handling) continue;
            var word = e.Kind == ElementKind.Gauge ? "gauge " + n.GetPlace(e.From).Name : Carrier(n, e);
            if (parts.Count == 0 || parts[^1].Word != word) parts.Add((word, e.ServiceId, []));
            parts[^1].Borders.AddRange(before);
            before.Clear();
        }
        if (parts.Count > 0) parts[^1].Borders.AddRange(before);
        return string.Join("; ", parts.Select((p, i) =>
            (p.Id.Length > 0 && parts.FindIndex(o => o.Id == p.Id) < i ? p.Id : p.Word)
            + (p.Borders.Count > 0 ? $" via {string.Join(", ", p.Borders.Distinct())}" : "")));
    }

    internal static string Local(CorridorNetwork n, Network.Places.PlaceId place, Instant instant) =>
        instant.InZone(n.GetPlace(place).Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Short(CorridorNetwork n, Network.Places.PlaceId place, Instant instant) =>
        instant.InZone(n.GetPlace(place).Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    internal static string LocalDate(PlanAnswer answer, Instant arrival) =>
        arrival.InZone(answer.Network.GetPlace(answer.Query.To).Zone)
            .ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    internal static string Days(Duration duration) => duration.TotalDays.ToString("0.0", CultureInfo.InvariantCulture);

    internal static string Usd(long cents) =>
        Math.Round(cents / 100m, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    internal static string Tonnes(long grams) => (grams / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    internal static string Hours(int minutes) => minutes >= 2880
        ? (minutes / 1440.0).ToString("0.0", CultureInfo.InvariantCulture) + " days"
        : (minutes / 60.0).ToString("0.0", CultureInfo.InvariantCulture) + " h";
}
