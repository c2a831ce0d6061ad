using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>Every claim about every subject of a network, and what was known of a subject on a day.</summary>
/// <remarks>Answers agree with <see cref="Knowledge"/>, by which the planner goes.</remarks>
public sealed class ClaimBook
{
    private readonly CorridorNetwork _network;
    private readonly Dictionary<(SubjectKind, string), List<(ClaimTable Table, CsvRow Row)>> _rows = [];
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CsvRow> _closureRows = [];
    private readonly ILookup<string, ServiceEvent> _events;
    private readonly Dictionary<string, Closure> _closures;

    /// <summary>Opens the book of a network.</summary>
    public ClaimBook(CorridorNetwork network)
    {
        _network = network;
        _events = network.ServiceEvents.ToLookup(e => e.ServiceId);
        _closures = network.Closures.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First());
        var tables = network.Tables.ToDictionary(t => t.File);
        foreach (var table in ClaimTable.All)
            foreach (var row in tables.TryGetValue(table.File, out var read) ? read.Rows : [])
                Enter(table, row);
        foreach (var place in network.Places.Values.Concat(network.PlacesWithoutLinks).OrderBy(p => p.Id))
            _subjects[place.Id.Value] = new Subject(SubjectKind.Place, place.Id.Value, place.Name, place.Country);
        foreach (var border in network.Borders.Concat(network.BordersWithoutLink))
        {
            _subjects[border.Id] = new Subject(SubjectKind.Border, border.Id, border.Name, Countries(border));
            _subjects.TryAdd(border.Crossing,
                new Subject(SubjectKind.Crossing, border.Crossing, CrossingName(border), Countries(border)));
        }
        foreach (var link in network.Links)
            _subjects[link.Id] = new Subject(
                SubjectKind.Link, link.Id, $"{network.GetPlace(link.From).Name} - {network.GetPlace(link.To).Name}",
                Pair(network.GetPlace(link.From).Country, network.GetPlace(link.To).Country));
        foreach (var closure in network.Closures.Where(c => c.IsAssumed))
            _subjects[closure.Id] = new Subject(SubjectKind.Closure, closure.Id, closure.Cause, "");
    }

    /// <summary>All subjects, by kind and id.</summary>
    public IReadOnlyList<Subject> Subjects =>
        [.. _subjects.Values.OrderBy(s => s.Kind).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Subject with an id, in any case; a crossing may be named from either end. Null when there is none.
    /// </summary>
    public Subject? FindSubject(string text)
    {
        text = text.Trim();
        if (_subjects.TryGetValue(text, out var subject)) return subject;
        return text.Split('-') is [var a, var b]
            ? _subjects.GetValueOrDefault(
                BorderRow.CrossingOf(new PlaceId(b.ToUpperInvariant()), new PlaceId(a.ToUpperInvariant())))
            : null;
    }

    /// <summary>What was known of a subject on a day, never more.</summary>
    public SubjectView ViewOf(Subject subject, LocalDate known)
    {
        var all = ClaimsOf(subject).ToList();
        var judge = new ClaimJudge(_network, this, new Knowledge(_network, known));
        var judgements = judge.Judge(subject, [.. all.Where(c => c.IsKnownOn(known))], out var laterClosures);
        var judged = judgements.SelectMany(j => j.Claims).Select(w => w.Claim).ToHashSet();
        return new SubjectView(
            subject, known, judgements, [.. all.Where(c => c.IsKnownOn(known) && !judged.Contains(c))],
            all.Count(c => !c.IsKnownOn(known)) + laterClosures, SubjectLinks.Of(_network, subject, known));
    }

    /// <summary>Every claim of the tables and links; closures once, under their own id.</summary>
    public IEnumerable<Claim> ListClaims() => _subjects.Values.SelectMany(ClaimsOf);

    /// <summary>
    /// A closure as a claim about what it names; its end is told only once it lies on or before the day.
    /// </summary>
    internal Claim ClaimOf(Closure closure, LocalDate known)
    {
        var row = _closureRows.GetValueOrDefault(closure.Id);
        var to = closure.To <= known ? closure.To : null;
        var span = closure.From is { } from ? $" from {from:uuuu-MM-dd}" : ", no date told";
        if (to is { } end) span += $" to {end:uuuu-MM-dd}";
        var what = closure.Verification == Verification.Denied ? "said to be open" : $"shut to {closure.Scope}{span}";
        return new Claim(
            closure.Id, closure.TargetId, "closure", $"{what} ({closure.Kind}): {closure.Cause}", closure.From, to,
            closure.KnownFrom, closure.Provenance.Source, closure.Provenance.Confidence, closure.Verification,
            row?.File ?? "", row?.Line ?? 0)
        {
            Note = closure.Note,
        };
    }

    private void Enter(ClaimTable table, CsvRow row)
    {
        var key = (table.Kind, row.Text(table.IdColumn));
        if (!_rows.TryGetValue(key, out var rows)) _rows[key] = rows = [];
        rows.Add((table, row));
        _subjects.TryAdd(key.Item2, new Subject(
            table.Kind, key.Item2, table.NameOf(row),
            row.Text(row.Text("country").Length > 0 ? "country" : "countries")));
        if (table.Kind == SubjectKind.Closure && table.File != "ours/known_from.csv") _closureRows[key.Item2] = row;
    }

    private IEnumerable<Claim> ClaimsOf(Subject subject)
    {
        if (subject.Kind == SubjectKind.Link) return LinkClaims.Of(_network, subject.Id);
        var own = _rows.GetValueOrDefault((subject.Kind, subject.Id), [])
            .SelectMany(r => r.Table.ClaimsOf(r.Row, KnownFromOf(r.Table, r.Row)));
        return subject.Kind == SubjectKind.Place ? own.Concat(ZonesAtBorders(subject.Id)) : own;
    }

    /// <summary>Day on which a column of a row became known; null means always known, learned later.</summary>
    private Func<string, LocalDate?> KnownFromOf(ClaimTable table, CsvRow row)
    {
        LocalDate? Date(string column) => ClaimTable.Day(row.Text(column));
        var stated = Date("status_date");
        switch (table.File)
        {
            case "facts/border_closures.csv" or "ours/closures.csv":
                var known = _closures.GetValueOrDefault(row.Text("closure_id"))?.KnownFrom;
                var ended = Date("to_date") is { } to && !(known > to) ? to : known;
                return column => column is "to_date" or "days" or "note" ? ended : known;
            case "ours/known_from.csv":
                return _ => Date("known_from");
            case "facts/incidents.csv":
                return column => column == "date_to" ? Date("date_to") ?? Date("date_from") : Date("date_from");
            case "facts/services.csv":
                var events = _events[row.Text("service_id")].Select(e => (LocalDate?)e.KnownFrom).ToList();
                var since = Date("since") is { } day && events.Min() is { } first && first < day ? first
                    : Date("since");
                return column => column switch
                {
                    "status" when events.Count > 0 => stated,
                    "note" => stated ?? since,
                    "until" => Date("until"),
                    _ => since,
                };
            default:
                // A status that was told only later was not known: it counts among the later claims.
                return column => column is "note" or "status" ? stated : null;
        }
    }

    /// <summary>Zones that border rows give to a post: claims beside the one of ours/zones.csv.</summary>
    private IEnumerable<Claim> ZonesAtBorders(string place) =>
        from row in _rows.Where(r => r.Key.Item1 == SubjectKind.Border).SelectMany(r => r.Value)
        where row.Table.File == "facts/borders.csv"
        from end in new[] { (Place: "place_a", Zone: "tz_a"), (Place: "place_b", Zone: "tz_b") }
        where row.Row.Text(end.Place) == place
        select new Claim(
            row.Row.Text("border_id"), place, "zone", row.Row.Text(end.Zone), null, null, null, row.Row.Text("source"),
            Confidence.Medium, null, row.Row.File, row.Row.Line);

    private string CrossingName(BorderRow row) =>
        string.Join(" - ", row.Crossing.Split('-').Select(id => _network.GetPlaceOrUnlinked(new PlaceId(id)).Name));

    private string Countries(BorderRow row) =>
        Pair(_network.GetPlaceOrUnlinked(row.PlaceA).Country, _network.GetPlaceOrUnlinked(row.PlaceB).Country);

    private static string Pair(string a, string b) => a == b ? a : $"{a};{b}";
}
