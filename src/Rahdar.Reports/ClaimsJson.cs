using System.Text.Json;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>What is claimed, what a figure rests on and what is found by text, as JSON; the form is documented in
/// docs/formats/corridor-json.md.</summary>
public static class ClaimsJson
{
    /// <summary>A subject as it was known on a day: what holds and why, then every other claim.</summary>
    /// <param name="network">The network.</param>
    /// <param name="view">The subject, viewed.</param>
    public static string Show(CorridorNetwork network, SubjectView view) => PlanJson.Write(json =>
    {
        Subject(json, "subject", view.Subject);
        json.WriteString("known", $"{view.Known:uuuu-MM-dd}");
        json.WriteStartArray("judgements");
        foreach (var judgement in view.Judgements)
        {
            json.WriteStartObject();
            json.WriteString("field", judgement.Field);
            json.WriteString("answer", judgement.Answer);
            json.WriteString("reason", judgement.Reason);
            json.WriteString("chosen", judgement.Chosen?.Id ?? "");
            json.WriteStartArray("claims");
            foreach (var weighed in judgement.Claims) Claim(json, network, view, weighed.Claim, weighed.Standing);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in view.Claims) Claim(json, network, view, claim, "");
        json.WriteEndArray();
        json.WriteNumber("laterClaims", view.LaterClaims);
        json.WriteStartArray("related");
        foreach (var (what, ids) in view.Related)
        {
            json.WriteStartObject();
            json.WriteString("what", what);
            json.WriteString("ids", ids);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Sources(json, network, view.Judgements.SelectMany(j => j.Claims).Select(w => w.Claim.Source)
            .Concat(view.Claims.Select(c => c.Source)));
    });

    /// <summary>What was found by a text, best first.</summary>
    public static string Find(string text, IReadOnlyList<PlaceMatch> matches) => PlanJson.Write(json =>
    {
        json.WriteString("text", text);
        json.WriteStartArray("matches");
        foreach (var match in matches)
        {
            json.WriteStartObject();
            json.WriteString("kind", NetworkText.KindWord(match.Kind));
            json.WriteString("id", match.Id);
            json.WriteString("name", match.Name);
            json.WriteString("country", match.Country);
            json.WriteString("matched", match.Matched);
            json.WriteString("grade", match.Grade.ToString().ToLowerInvariant());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>Figures with who says so, and the sources they name.</summary>
    /// <param name="network">The network they are of.</param>
    /// <param name="figures">In the order to be shown.</param>
    public static string Figures(CorridorNetwork network, IReadOnlyList<Figure> figures) => PlanJson.Write(json =>
    {
        json.WriteStartArray("figures");
        foreach (var figure in figures) Figure(json, figure);
        json.WriteEndArray();
        Sources(json, network, figures.Select(f => f.Provenance.Source));
    });

    /// <summary>What became known in a stretch of days.</summary>
    public static string News(IReadOnlyList<NewsItem> items) => PlanJson.Write(json =>
    {
        json.WriteStartArray("news");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("knownFrom", $"{item.KnownFrom:uuuu-MM-dd}");
            json.WriteString("subject", item.Subject);
            json.WriteString("state", item.State);
            json.WriteString("text", item.Text);
            json.WriteString("claimId", item.ClaimId);
            json.WriteString("source", item.Source);
            json.WriteString("effect", item.Effect);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>One figure as an object of an array: three values, unit, and what it rests on.</summary>
    internal static void Figure(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        Fields(json, figure);
        json.WriteEndObject();
    }

    /// <summary>A figure as a named object; nothing is written where it is not known.</summary>
    internal static void Figure(Utf8JsonWriter json, string name, Figure? figure)
    {
        if (figure is null) return;
        json.WriteStartObject(name);
        Fields(json, figure);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, Figure figure)
    {
        json.WriteString("figure", figure.Id);
        json.WriteNumber("least", figure.Value.Min);
        json.WriteNumber("likely", figure.Value.Mode);
        json.WriteNumber("greatest", figure.Value.Max);
        json.WriteNumber("mean", decimal.Round(figure.Value.Mean, 4));
        json.WriteString("unit", figure.Unit);
        json.WriteString("basis", figure.Provenance.Basis.ToString().ToLowerInvariant());
        json.WriteString("confidence", figure.Provenance.Confidence.ToString().ToLowerInvariant());
        json.WriteString("source", figure.Provenance.Source);
    }

    private static void Subject(Utf8JsonWriter json, string name, Subject subject)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", NetworkText.KindWord(subject.Kind));
        json.WriteString("id", subject.Id);
        json.WriteString("name", subject.Name);
        json.WriteString("country", subject.Country);
        json.WriteEndObject();
    }

    private static void Claim(
        Utf8JsonWriter json, CorridorNetwork network, SubjectView view, Claim claim, string standing)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("field", claim.Field);
        json.WriteString("value", claim.Value);
        json.WriteString("standing", standing);
        Day(json, "holdsFrom", claim.HoldsFrom);
        Day(json, "holdsTo", claim.HoldsTo);
        Day(json, "knownFrom", claim.KnownFrom);
        json.WriteString("source", claim.Source);
        if (claim.Confidence is { } grade) json.WriteString("confidence", grade.ToString().ToLowerInvariant());
        if (claim.Verification is { } how) json.WriteString("verification", NetworkText.Words(how));
        json.WriteString("age", view.AgeOf(claim, network.StaleAfterDays));
        json.WriteString("note", claim.Note);
        json.WriteString("file", claim.File);
        json.WriteNumber("line", claim.Line);
        json.WriteEndObject();
    }

    internal static void Day(Utf8JsonWriter json, string name, LocalDate? day)
    {
        if (day is { } given) json.WriteString(name, $"{given:uuuu-MM-dd}");
    }

    /// <summary>The sources named, each once, as the bibliography has them.</summary>
    private static void Sources(Utf8JsonWriter json, CorridorNetwork network, IEnumerable<string> named)
    {
        var ids = named.SelectMany(s => s.Split(';', StringSplitOptions.TrimEntries)).Where(s => s.Length > 0)
            .Distinct().Order(StringComparer.Ordinal);
        var rows = network.Tables.FirstOrDefault(t => t.File == "facts/sources.csv")?.Rows ?? [];
        var byId = rows.GroupBy(r => r.Text("source_id")).ToDictionary(g => g.Key, g => g.First());
        json.WriteStartArray("sources");
        foreach (var id in ids)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            Source(json, byId.GetValueOrDefault(id), id);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter json, CsvRow? row, string id)
    {
        json.WriteString("publisher", row?.Text("publisher") ?? "");
        json.WriteString("what", row?.Text("what") ?? id switch
        {
            "EST" => "an estimate",
            "MEM" or "GK" => "recalled from general knowledge, not seen in a page",
            "design" => "a rule of Rahdar's own",
            _ => "another row of the data",
        });
        json.WriteString("date", row?.Text("date") ?? "");
        json.WriteString("kind", row?.Text("kind") ?? "");
    }
}
