using Rahdar.Network.Places;

namespace Rahdar.Network.Claims;

/// <summary>Finds places, borders, services and ports by text in any script held.</summary>
/// <remarks>
/// Tolerant of case, marks, spaces, kindred letters and a few wrong letters. The same text gives the same list.
/// </remarks>
public sealed class PlaceFinder
{
    private const int CandidatesMax = 8;
    private const int LettersForPart = 3;

    /// <summary>
    /// Letters from which an id with one wrong letter is told; a UN/LOCODE of five is too short for that.
    /// </summary>
    private const int LettersForLikeId = 7;
    private readonly CorridorNetwork _network;
    private readonly List<Key> _keys = [];

    /// <summary>A name under which something is found.</summary>
    private sealed record Key(
        SubjectKind Kind, string Id, string Name, string Country, string Script, string Held, string Folded,
        string Level, string[] Words);

    /// <summary>Lists the names of a network.</summary>
    public PlaceFinder(CorridorNetwork network)
    {
        _network = network;
        var codes = network.Tables.FirstOrDefault(t => t.File == "network/places.csv")?.Rows
            .ToDictionary(r => r.Text("id"), r => r.Text("iata")) ?? [];
        foreach (var place in network.Places.Values.Concat(network.PlacesWithoutLinks).OrderBy(p => p.Id))
        {
            var names = place.Names.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => n.Value)
                .Prepend(place.Name);
            Add(SubjectKind.Place, place.Id.Value, place.Name, place.Country,
                [place.Id.Value, codes.GetValueOrDefault(place.Id.Value, "")], names);
        }
        foreach (var port in network.Ports)
            Add(SubjectKind.Port, port.Place.Value, port.Terminal, network.GetPlaceOrUnlinked(port.Place).Country, [],
                [port.Terminal]);
        foreach (var row in network.Borders.Concat(network.BordersWithoutLink))
        {
            var (a, b) = (network.GetPlaceOrUnlinked(row.PlaceA), network.GetPlaceOrUnlinked(row.PlaceB));
            Add(SubjectKind.Border, row.Id, row.Name, $"{a.Country};{b.Country}",
                [row.Id, $"{a.Id}-{b.Id}", $"{b.Id}-{a.Id}"], [row.Name, row.ShortName]);
        }
        foreach (var service in network.Services)
            Add(SubjectKind.Service, service.Id, service.Name, "", [service.Id], [service.Name, service.Operator]);
    }

    /// <summary>Everything that a text may mean, best first; one entry each. Empty when nothing is near.</summary>
    public IReadOnlyList<PlaceMatch> Find(string text) => Search(text, _keys);

    /// <summary>True when a link touches a place, so that a way may begin or end there.</summary>
    public bool IsLinked(PlaceId place) => _network.Places.ContainsKey(place);

    /// <summary>The one place a text means, or the candidates.</summary>
    /// <remarks>
    /// An id or a whole name that one place bears decides, letter for letter before in other marks; else the best of
    /// the looser grades when no other place is as near.
    /// `Astara, AZ` and `Lahore (PKLHE)` are understood.
    /// </remarks>
    public PlaceResolution Resolve(string text)
    {
        var (name, mark) = Split(text);
        var keys = _keys.Where(k => k.Kind == SubjectKind.Place);
        if (mark.Length > 0 && Marked(mark.ToUpperInvariant()) is { } named)
            return new PlaceResolution.One(named, Search(mark, keys.Where(k => k.Id == named.Id.Value))[0]);
        if (Named(text, keys) is { } whole) return whole;
        var inCountry = mark.Length > 0 && _network.Places.Values.Any(p => Same(p.Country, mark));
        var found = inCountry ? Search(name, keys.Where(k => Same(k.Country, mark))) : Search(text, keys);
        if (found.Count == 0) return new PlaceResolution.Unknown([]);
        var best = found[0];
        var equals = found.TakeWhile(m => m.Grade == best.Grade && m.Distance == best.Distance).ToList();
        var isClear = best.Grade <= MatchGrade.Spelling || best is { Grade: MatchGrade.Similar, Distance: 1 };
        if (equals.Count == 1 && isClear)
            return new PlaceResolution.One(_network.GetPlaceOrUnlinked(new PlaceId(best.Id)), best);
        return isClear
            ? new PlaceResolution.Ambiguous([.. equals.Take(CandidatesMax)])
            : new PlaceResolution.Unknown([.. found.Take(CandidatesMax)]);
    }

    private Place? Marked(string id) => _network.Places.GetValueOrDefault(new PlaceId(id))
        ?? _network.PlacesWithoutLinks.FirstOrDefault(p => p.Id.Value == id);

    /// <summary>The one place that bears a name letter for letter: what is printed can be typed back, though another
    /// place has the same letters in other marks (Jalalabad, Jalal-Abad).</summary>
    private PlaceResolution.One? Named(string text, IEnumerable<Key> keys)
    {
        var same = keys.Where(k => k.Script != "id" && Same(k.Held, text.Trim())).DistinctBy(k => k.Id).ToList();
        return same is [var key]
            ? new PlaceResolution.One(
                _network.GetPlaceOrUnlinked(new PlaceId(key.Id)), Search(text, keys.Where(k => k.Id == key.Id))[0])
            : null;
    }

    private static List<PlaceMatch> Search(string text, IEnumerable<Key> keys)
    {
        var sought = NameFold.Fold(text);
        if (sought.Length == 0) return [];
        var (script, level) = (NameFold.ScriptOf(text), NameFold.Level(sought));
        var best = new Dictionary<(SubjectKind, string), PlaceMatch>();
        foreach (var key in keys)
        {
            if (Grade(key, sought, level, script) is not { } hit) continue;
            var match =
                new PlaceMatch(key.Kind, key.Id, key.Name, key.Country, key.Script, key.Held, hit.Grade, hit.Distance);
            (MatchGrade, int, bool) Rank(PlaceMatch m) => (m.Grade, m.Distance, m.Matched != text.Trim());
            if (!best.TryGetValue((key.Kind, key.Id), out var known) || Rank(match).CompareTo(Rank(known)) < 0)
                best[(key.Kind, key.Id)] = match;
        }
        return
        [
            .. best.Values.OrderBy(m => m.Grade).ThenBy(m => m.Distance).ThenBy(m => KindOrder(m.Kind))
                .ThenBy(m => m.Matched.Length).ThenBy(m => m.Id, StringComparer.Ordinal),
        ];
    }

    private static (MatchGrade Grade, int Distance)? Grade(Key key, string sought, string level, string script)
    {
        if (key.Script == "id")
            return key.Folded == sought ? (MatchGrade.Id, 0)
                : sought.Length >= LettersForLikeId && NameFold.Distance(sought, key.Folded, 1) <= 1
                    ? (MatchGrade.Similar, 1)
                : null;
        if (key.Script != script) return null;
        if (key.Folded == sought) return (MatchGrade.Name, 0);
        if (Array.IndexOf(key.Words, sought) >= 0) return (MatchGrade.Word, 0);
        if (sought.Length >= LettersForPart && key.Folded.StartsWith(sought, StringComparison.Ordinal))
            return (MatchGrade.Beginning, 0);
        if (key.Level == level) return (MatchGrade.Spelling, 0);
        var limit = sought.Length switch { <= 3 => 0, <= 5 => 1, <= 8 => 2, _ => 3 };
        var distance =
            Math.Min(NameFold.Distance(sought, key.Folded, limit), NameFold.Distance(level, key.Level, limit));
        if (limit > 0 && distance <= limit) return (MatchGrade.Similar, Math.Max(distance, 1));
        if (limit > 0 && key.Words.Any(w => NameFold.Distance(sought, w, 1) <= 1)) return (MatchGrade.Similar, 2);
        return sought.Length > LettersForPart && key.Folded.Contains(sought, StringComparison.Ordinal)
            ? (MatchGrade.Inside, 0) : null;
    }

    private void Add(
        SubjectKind kind, string id, string name, string country, IEnumerable<string> codes, IEnumerable<string> names)
    {
        foreach (var code in codes.Where(c => c.Length > 0).Distinct())
            _keys.Add(new Key(kind, id, name, country, "id", code, NameFold.Fold(code), "", []));
        foreach (var held in names.Where(n => n.Length > 0).Distinct())
        {
            var folded = NameFold.Fold(held);
            string[] words = [.. NameFold.Words(held).Where(w => w != folded)];
            _keys.Add(
                new Key(kind, id, name, country, NameFold.ScriptOf(held), held, folded, NameFold.Level(folded), words));
        }
    }

    /// <summary>`Lahore (PKLHE)` or `Astara, AZ` in name and mark; the mark is empty when there is none.</summary>
    private static (string Name, string Mark) Split(string text)
    {
        text = text.Trim();
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open)
            return (text[..open].Trim(), text[(open + 1)..^1].Trim());
        return text.LastIndexOf(',') is > 0 and var comma ? (text[..comma].Trim(), text[(comma + 1)..].Trim())
            : (text, "");
    }

    private static int KindOrder(SubjectKind kind) => kind switch
    {
        SubjectKind.Place => 0,
        SubjectKind.Border => 1,
        SubjectKind.Port => 2,
        _ => 3,
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
