using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Network.Scenarios;

/// <summary>Reads scenario text: one modification a line, `#` comments; all faults at once.</summary>
/// <remarks>Source: docs/formats/scenario.md.</remarks>
public static class ScenarioReader
{
    private const int SuggestedMax = 6;

    private static readonly Dictionary<string, string[]> Keys = new()
    {
        ["close-border"] = ["modes", "scope", "from", "days", "source", "confidence"],
        ["close-link"] = ["from", "days", "source", "confidence"],
        ["close-port"] = ["from", "days", "source", "confidence"],
        ["set-dwell"] = ["hours", "source", "confidence"],
        ["set-capacity"] = ["per-day", "source", "confidence"],
        ["set-hours"] = ["hours", "days", "source", "confidence"],
        ["open-link"] = ["from", "source", "confidence"],
        ["upgrade-line"] = ["from", "source", "confidence"],
        ["stop-service"] = ["source", "confidence"],
    };

    private static readonly Dictionary<string, Confidence> Grades = new()
    {
        ["high"] = Confidence.High,
        ["medium"] = Confidence.Medium,
        ["low"] = Confidence.Low,
    };

    /// <summary>Reads a scenario against a network; null when anything was wrong.</summary>
    public static Scenario? Read(string file, string text, CorridorNetwork network, FaultCollector faults)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n');
        if (lines.Length > ReadingLimits.ScenarioLinesMax)
        {
            faults.Add(file, 0, "", "scenario:too-long", $"more than {ReadingLimits.ScenarioLinesMax} lines");
            return null;
        }
        var before = faults.Faults.Count;
        var (name, asOf) = ("", (LocalDate?)null);
        var list = new List<Modification>();
        var fields = new Dictionary<string, int>();
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            var line = new Line(file, i + 1, words, faults);
            if (words[0] == "scenario")
            {
                if (name.Length > 0) line.Fault("scenario", "scenario:conflict", "a second `scenario` line");
                (name, asOf) = (words.Length > 1 ? words[1] : "", Header(line));
            }
            else if (ReadOne(line, network) is { } modification)
            {
                if (!fields.TryAdd(modification.Field, i + 1) && !words.Contains("override"))
                    line.Fault(words[0], "scenario:conflict",
                        $"line {fields[modification.Field]} changes {modification.Field} already; "
                        + "add `override` to mean it");
                list.Add(modification);
            }
        }
        if (name.Length == 0) faults.Add(file, 1, "scenario", "scenario:no-name", "a line `scenario NAME` is missing");
        return faults.Faults.Count > before ? null : new Scenario(name, asOf, list);
    }

    private static LocalDate? Header(Line line)
    {
        if (line.Words.Length <= 2) return null;
        if (line.Words is [_, _, "as-of", var date])
            return line.Date("as-of", date);
        line.Fault("scenario", "scenario:bad-value", "expected `scenario NAME as-of YYYY-MM-DD`");
        return null;
    }

    private static Modification? ReadOne(Line line, CorridorNetwork network)
    {
        var verb = line.Words[0];
        if (!Keys.TryGetValue(verb, out var keys))
        {
            line.Fault(verb, "scenario:unknown-verb", $"`{verb}` is not one of {string.Join(", ", Keys.Keys)}");
            return null;
        }
        if (line.Words.Length < 2)
        {
            line.Fault(verb, "scenario:bad-value", $"`{verb}` needs an id");
            return null;
        }
        var id = line.Words[1];
        line.CheckKeys(keys);
        return verb switch
        {
            "close-border" => ReadCloseBorder(line, id, network),
            "close-link" => ReadClose(
                line, ClosureTarget.Link, id, network.Links.Any(l => l.Id == id), [.. network.Links.Select(l => (l.Id,
                    $"{network.GetPlaceOrUnlinked(l.From).Name} - {network.GetPlaceOrUnlinked(l.To).Name}"))]),
            "close-port" => ReadClose(
                line, ClosureTarget.Port, id, network.Ports.Any(p => p.Place.Value == id),
                [.. network.Ports.Select(p => (p.Place.Value, network.GetPlaceOrUnlinked(p.Place).Name))]),
            "set-dwell" => ReadSetDwell(line, id, network),
            "set-capacity" => ReadSetCapacity(line, id, network),
            "set-hours" => ReadSetHours(line, id, network),
            "open-link" => ReadOpenLink(line, id, network),
            "upgrade-line" => ReadUpgradeLine(line, id, network),
            _ => ReadStopService(line, id, network),
        };
    }

    private static Close? ReadCloseBorder(Line line, string id, CorridorNetwork network)
    {
        if (network.Borders.Any(b => b.Id == id)) return ReadClose(line, ClosureTarget.Border, id, true, []);
        var crossing = id.Split('-') is [var a, var b] ? BorderRow.CrossingOf(new PlaceId(a), new PlaceId(b)) : id;
        var isThere = network.Borders.Any(r => r.Crossing == crossing);
        return ReadClose(
            line, ClosureTarget.Crossing, isThere ? crossing : id, isThere,
            [.. network.Borders.Select(r => (r.Crossing, $"{r.Name} {r.Id}"))]);
    }

    private static Close? ReadClose(
        Line line, ClosureTarget target, string id, bool exists, IReadOnlyList<(string Id, string Name)> all)
    {
        var known = Known(line, id, exists, target.ToString().ToLowerInvariant(), all);
        var from = line.Date("from", line.Value("from"));
        var days = line.Triangle("days", 0.01m, 3660);
        var modes = new List<Mode>();
        foreach (var word in (line.Value("modes") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            if (word is "rail") modes.Add(Mode.Rail);
            else if (word is "road") modes.Add(Mode.Road);
            else line.Fault("modes", "scenario:bad-value", $"`{word}` is not rail or road");
        var scope = line.Value("scope") ?? "freight";
        if (scope is not ("freight" or "all" or "trade"))
            line.Fault("scope", "scenario:bad-value", $"`{scope}` stops no freight; say freight, trade or all");
        var (source, confidence) = line.Source();
        if (!known || from is null || days is null) return null;
        return new Close(line.Number, $"{target} {id}", target, id, modes, from.Value, days.Value, source, confidence);
    }

    private static SetDwell? ReadSetDwell(Line line, string id, CorridorNetwork network)
    {
        var exists = network.GaugeBreaks.Any(g => g.Id == id) || network.Borders.Any(b => b.Id == id)
            || network.Figures.Rows.ContainsKey($"dwell/{id}") || network.Handling.Any(h => h.Id == id);
        var known = Known(line, id, exists, "gauge yard, border, dwell or handling row", Rows(network));
        var hours = line.Triangle("hours", 0, 5000);
        var (source, confidence) = line.Source();
        return known && hours is { } h ? new SetDwell(line.Number, $"dwell {id}", id, h, source, confidence) : null;
    }

    private static SetCapacity? ReadSetCapacity(Line line, string id, CorridorNetwork network)
    {
        var exists = network.GaugeBreaks.Any(g => g.Id == id) || network.Borders.Any(b => b.Id == id);
        var known = Known(line, id, exists, "gauge yard or border row", Rows(network));
        var perDay = line.Triangle("per-day", 0.1m, 100_000);
        var (source, confidence) = line.Source();
        return known && perDay is { } p
            ? new SetCapacity(line.Number, $"capacity {id}", id, p, source, confidence)
            : null;
    }

    private static SetHours? ReadSetHours(Line line, string id, CorridorNetwork network)
    {
        var row = network.Borders.FirstOrDefault(b => b.Id == id);
        Known(line, id, row is not null, "border row",
            [.. network.Borders.Select(b => (b.Id, $"{b.Name} {b.Crossing}"))]);
        var (days, span) = (line.Value("days") ?? "", line.Value("hours") ?? "");
        var zone = row?.Hours.Zone ?? DateTimeZone.Utc;
        var areDaysRead = OpeningHours.Parse(days, "00:00-24:00", zone, out _) is { IsNeverOpen: false };
        if (!areDaysRead) line.Fault("days", "scenario:bad-value", $"`days={days}` is not a range such as mon-sat");
        var hours = OpeningHours.Parse(areDaysRead ? days : "mon-sun", span, zone, out _);
        if (hours is null || hours.Note.Length > 0)
            line.Fault(
                "hours", "scenario:bad-value",
                $"`hours={span}` is not a span such as 08:00-20:00, each with four digits");
        line.Source();
        return row is not null && areDaysRead && hours is { Note.Length: 0 }
            ? new SetHours(line.Number, $"hours {id}", id, hours)
            : null;
    }

    private static UpgradeLine? ReadUpgradeLine(Line line, string id, CorridorNetwork network)
    {
        var known = Known(line, id, network.Projects.Any(p => p.Id == id), "project", Projects(network));
        if (known && ScenarioApply.ListUpgrades(network, id).Count == 0)
        {
            line.Fault(line.Words[0], "scenario:bad-value",
                $"`{id}` brings no other section row for a line that is worked; `open-link` opens one that is not");
            known = false;
        }
        var from = line.Date("from", line.Value("from"));
        line.Source();
        return known && from is { } day ? new UpgradeLine(line.Number, $"line {id}", id, day) : null;
    }

    private static OpenLink? ReadOpenLink(Line line, string id, CorridorNetwork network)
    {
        var exists = network.Links.Any(l => l.Id == id) || network.Projects.Any(p => p.Id == id);
        var known = Known(line, id, exists, "link or project", Projects(network));
        var from = line.Date("from", line.Value("from"));
        line.Source();
        return known && from is { } day ? new OpenLink(line.Number, $"open {id}", id, day) : null;
    }

    private static StopService? ReadStopService(Line line, string id, CorridorNetwork network)
    {
        var known = Known(
            line, id, network.Services.Any(s => s.Id == id), "service",
            [.. network.Services.Select(s => (s.Id, s.Name))]);
        line.Source();
        return known ? new StopService(line.Number, $"service {id}", id) : null;
    }

    private static IReadOnlyList<(string Id, string Name)> Rows(CorridorNetwork network) =>
    [
        .. network.Borders.Select(b => (b.Id, $"{b.Name} {b.Crossing}")),
        .. network.GaugeBreaks.Select(g => (g.Id, g.Name)),
    ];

    private static IReadOnlyList<(string Id, string Name)> Projects(CorridorNetwork network) =>
        [.. network.Projects.Select(p => (p.Id, p.Name))];

    private static bool Known(
        Line line, string id, bool exists, string what, IReadOnlyList<(string Id, string Name)> all)
    {
        if (exists) return true;
        // Who types the name of a place is shown the ids that belong to it.
        var meant = all.Where(a => $"{a.Id} {a.Name}".Contains(id, StringComparison.OrdinalIgnoreCase))
            .Select(a => a.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var more = meant.Count > SuggestedMax ? ", ..." : "";
        var letters = id.Any(c => c > 127) ? "; ids have Latin letters alone, and here are others" : "";
        line.Fault(
            line.Words[0], "scenario:unknown-id", $"`{id}` is no {what}{letters}"
            + (meant.Count == 0 ? "" : $"; meant may be {string.Join(", ", meant.Take(SuggestedMax))}{more}"));
        return false;
    }

    /// <summary>One line of a scenario, split into words.</summary>
    private sealed record Line(string File, int Number, string[] Words, FaultCollector Faults)
    {
        public void Fault(string field, string code, string message) => Faults.Add(File, Number, field, code, message);

        public string? Value(string key) =>
            Words.FirstOrDefault(w => w.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];

        public void CheckKeys(string[] allowed)
        {
            var seen = new HashSet<string>();
            foreach (var word in Words.Skip(2).Where(w => w != "override"))
            {
                var key = word.Split('=')[0];
                if (!word.Contains('=') || !allowed.Contains(key))
                    Fault(key, "scenario:unknown-key",
                        $"`{word}` is not one of {string.Join(", ", allowed.Select(k => k + "="))} or override");
                else if (!seen.Add(key)) Fault(key, "scenario:conflict", $"`{key}` is given twice");
            }
        }

        public LocalDate? Date(string key, string? text)
        {
            var parsed = LocalDatePattern.Iso.Parse(text ?? "");
            if (parsed.Success && ReadingLimits.IsYear(parsed.Value.Year)) return parsed.Value;
            Fault(key, "scenario:bad-value",
                $"`{key}={text}` is not a date YYYY-MM-DD of {ReadingLimits.YearMin} to {ReadingLimits.YearMax}");
            return null;
        }

        public Triangle? Triangle(string key, decimal least, decimal greatest)
        {
            var parts = (Value(key) ?? "").Split('/');
            var numbers = new List<decimal>();
            foreach (var part in parts)
                if (decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n))
                    numbers.Add(n);
            if (numbers.Count == parts.Length && numbers.Count is 1 or 3
                && numbers.All(n => n >= least && n <= greatest))
            {
                var triangle = new Triangle(numbers[0], numbers[numbers.Count / 2], numbers[^1]);
                if (triangle.IsOrdered) return triangle;
            }
            Fault(key, "scenario:bad-value",
                $"`{key}={Value(key)}` is not least/likely/greatest within {least} to {greatest}");
            return null;
        }

        public (string, Confidence) Source()
        {
            var word = Value("confidence") ?? "low";
            if (Grades.TryGetValue(word, out var confidence))
                return (Value("source") ?? "EST", confidence);
            Fault("confidence", "scenario:bad-value", $"`{word}` is not high, medium or low");
            return ("EST", Confidence.Low);
        }
    }
}
