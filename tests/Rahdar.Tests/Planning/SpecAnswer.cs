using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Planning;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning;

/// <summary>The answer to a drawing, in words a railway clerk could check; times in UTC.</summary>
internal static class SpecAnswer
{
    /// <summary>What every drawing of a spec begins with: places, speeds, prices, handling and two boxes.</summary>
    public const string Basics =
        """
        place PKAAA Asia/Karachi
        place PKBBB Asia/Karachi
        place IRCCC Asia/Tehran
        place IRDDD Asia/Tehran
        speed PK rail 50
        speed IR rail 50
        speed PK road 80
        speed IR road 80
        price PK rail 0.10
        price IR rail 0.10
        price PK road 1.00
        price IR road 1.00
        handling origin rail 1h 10
        handling origin road 1h 10
        handling rail rail 2h 5
        handling road rail 2h 5
        handling rail road 2h 5
        handling rail destination 1h 20
        handling road destination 1h 20
        cargo 2 x 20t

        """;

    private static readonly InstantPattern At = InstantPattern.CreateWithInvariantCulture("ddd MM-dd HH:mm");

    /// <summary>All plans, or the coded no with its evidence.</summary>
    /// <param name="text">The drawing.</param>
    /// <param name="change">Changes to the input files; null for none.</param>
    /// <param name="ask">Changes to the question; null for none.</param>
    public static string Of(string text, Action<SpecFiles>? change = null, Func<PlanQuery, PlanQuery>? ask = null)
    {
        var drawing = DrawingParser.Parse(text);
        var network = DrawnCorridor.NetworkOf(drawing, files =>
        {
            var changed = new SpecFiles(files);
            change?.Invoke(changed);
            return changed.Texts;
        });
        var query = DrawnCorridor.QueryOf(drawing);
        return Planner.Plan(network, ask is null ? query : ask(query)) switch
        {
            PlanOutcome.Found found => string.Join("\n", found.Plans.Select(Of)),
            PlanOutcome.NotFound no => string.Join("\n", no.Reason.Evidence.Prepend(no.Reason.Code)),
            _ => throw new InvalidOperationException("a third kind of answer"),
        };
    }

    private static string Of(Itinerary plan)
    {
        var risk = Say($", risk {plan.Risk.Probability:0.0000}");
        var lines = new List<string>
        {
            $"{Hours(plan.Arrival - plan.Ready)}, {Usd(plan.Cents)}{(plan.Risk.Nanonepers > 0 ? risk : "")}",
        };
        lines.AddRange(plan.Elements.Select(e => "  " + Of(e)));
        lines.AddRange(plan.StorageLines.Select(l => $"  {l.What} {Usd(l.Cents)}"));
        lines.AddRange(plan.Disputed.Select(d =>
            Say($"  {d.BorderId} may be shut ({d.ClaimId}): {d.ShutProbability}")));
        return string.Join('\n', lines);
    }

    private static string Of(Element e)
    {
        var where = e.From == e.To ? $"{e.From}" : $"{e.From}-{e.To}";
        var what = $"{e.Kind.ToString().ToLowerInvariant()} {e.ServiceId}".TrimEnd();
        var cost = e.Cost.Count > 0 ? $", {Usd(e.Cost.Sum(l => l.Cents))}" : "";
        var wait = e.WaitMinutes > 0 ? $", waited {Hours(Duration.FromMinutes(e.WaitMinutes))}: {e.WaitReason}" : "";
        var units = e.Note.Contains("portions", StringComparison.Ordinal) ? $"\n    {e.Note}" : "";
        return $"{At.Format(e.Departure)} {where} {what} {Hours(e.Arrival - e.Departure)}{cost}{wait}{units}";
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Hours(Duration d) => Say($"{(long)d.TotalMinutes / 60}h{(long)d.TotalMinutes % 60:00}");

    private static string Usd(long cents) => Say($"{cents / 100m:0.00} USD");
}

/// <summary>Input files of a drawing that can be changed cell by cell.</summary>
internal sealed class SpecFiles(IReadOnlyDictionary<string, string> texts)
{
    public Dictionary<string, string> Texts { get; } = texts.ToDictionary();

    /// <summary>Sets a column in every row whose first cell starts so.</summary>
    public void Set(string file, string row, string column, string value)
    {
        var lines = Texts[file].TrimEnd('\n').Split('\n');
        var at = Array.IndexOf(lines[0].Split(','), column);
        var count = 0;
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            if (!cells[0].StartsWith(row, StringComparison.Ordinal)) continue;
            cells[at] = value;
            lines[i] = string.Join(',', cells);
            count++;
        }
        Assert.True(count > 0, $"no row {row} in {file}");
        Texts[file] = string.Join('\n', lines) + "\n";
    }
}
