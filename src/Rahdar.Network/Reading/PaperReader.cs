using Rahdar.Network.Legal;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Rules about papers, permits, customs regimes and compliance questions.</summary>
internal static class PaperReader
{
    private const string File = "ours/papers.csv";
    private const string LegalFile = "facts/legal.csv";
    private const string Any = "*";
    private const decimal LeadMax = 1000;

    private static readonly Dictionary<string, PaperKind> Kinds = Words<PaperKind>();
    private static readonly Dictionary<string, PaperMoment> Moments = Words<PaperMoment>();
    private static readonly Dictionary<string, TreatyParties> Parties = Words<TreatyParties>();
    private static readonly Dictionary<string, PaperCondition> Conditions = Words<PaperCondition>();

    private static readonly Dictionary<string, Mode?> Modes = new()
    {
        ["rail"] = Mode.Rail,
        ["road"] = Mode.Road,
        ["sea"] = Mode.Sea,
        ["air"] = Mode.Air,
        [Any] = null,
    };

    private static readonly Dictionary<string, string> LeadUnits = new() { ["h"] = "h", ["d"] = "d" };

    internal static IReadOnlyList<PaperRule> Read(CorridorTables t)
    {
        var list = new List<PaperRule>();
        var lines = new Dictionary<object, int>();
        var countries = t.Ids("network/places.csv", "country").With(t.Ids("facts/places_needed.csv", "country"));
        var laws = t.Ids(LegalFile, "legal_id");
        var treaties = new TreatyWords(t);
        foreach (var row in t.Rows(File))
        {
            var rule = ReadRule(row, treaties);
            list.Add(rule);
            if (rule.Country is { } country && (country.Length == 0 || !countries.MayHold(country)))
                row.Fault("country", "ref:unknown-id", $"`{CsvRow.Shorten(country)}` is the country of no place");
            if (rule.LegalId.Length > 0) CorridorTables.CheckId(row, "legal_id", laws, "legal row");
            var said = (rule.Topic, rule.Moment, rule.Country, rule.Mode, rule.Condition, rule.Treaty, rule.LegalId);
            if (!lines.TryAdd(said, row.Line))
                row.Fault("topic", "csv:duplicate-id", $"a rule for the same stands already in line {lines[said]}");
        }
        return list;
    }

    private static PaperRule ReadRule(CsvRow row, TreatyWords treaties)
    {
        var id = row.Text("paper_id");
        var country = row.Text("country");
        var lead = row.Triangle("lead_min", "lead_mode", "lead_max", 0, LeadMax);
        return new PaperRule(
            id, row.Required("topic"), row.Word("kind", Kinds, default), row.Word("moment", Moments, default),
            country == Any ? null : country, row.Word("mode", Modes, null), row.Word("condition", Conditions, default),
            treaties.Read(row), row.Required("name"), row.Required("text_en"),
            lead is null ? null : row.Figure(id, "lead", row.Word("lead_unit", LeadUnits, "d"), lead),
            row.Text("legal_id"), row.Provenance());
    }

    // A word is the name in small letters with hyphens: `OneEnd` is `one-end`.
    private static Dictionary<string, T> Words<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(
        v => string.Concat(v.ToString().Select((c, i) =>
            (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c))), v => v);

    /// <summary>The treaties of the legal rows and the states they tell.</summary>
    private sealed class TreatyWords(CorridorTables t)
    {
        private readonly IdSet _instruments = t.Ids(LegalFile, "instrument");
        private readonly bool _isWhole = t.IsComplete(LegalFile)
            && t.Rows(LegalFile).All(l => l.Text("instrument").Length > 0 && l.Text("state").Length > 0);
        private readonly HashSet<(string, string)> _states =
            [.. t.Rows(LegalFile).Select(l => (l.Text("instrument"), l.Text("state")))];

        internal TreatyTerm? Read(CsvRow row)
        {
            var (instrument, state) = (row.Text("treaty"), row.Text("treaty_state"));
            if (instrument.Length + state.Length + row.Text("parties").Length == 0) return null;
            CorridorTables.CheckId(row, "treaty", _instruments, "instrument of the legal rows");
            // A state that no row of the treaty tells would switch the rule off in silence.
            if (_instruments.MayHold(instrument) && _isWhole && !_states.Contains((instrument, state)))
                row.Fault("treaty_state", "ref:unknown-id",
                    $"no row of {CsvRow.Shorten(instrument)} tells `{CsvRow.Shorten(state)}`");
            return new TreatyTerm(instrument, state, row.Word("parties", Parties, default));
        }
    }
}
