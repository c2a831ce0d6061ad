using NodaTime;
using Rahdar.Network;

namespace Rahdar.Planning;

/// <summary>One thing wrong with a question.</summary>
/// <param name="Field">Part of the question: from, to, ready, known, cargo, avoid or only.</param>
/// <param name="Code">Stable code, `query:` and what.</param>
/// <param name="Message">What was given and what would be right.</param>
public sealed record QueryFault(string Field, string Code, string Message);

/// <summary>Finds everything wrong with a question before anything is searched.</summary>
public static class QueryCheck
{
    private static readonly LocalDate FirstDay = new(2020, 1, 1);
    private static readonly LocalDate LastDay = new(2040, 12, 31);
    private static readonly string[] OnlyWords = ["rail", "road", "sea", "air", "services"];
    private static readonly string[] AvoidWords =
        ["rail", "road", "sea", "air", "unscheduled", "trucks", "block-trains"];

    /// <summary>Every fault; empty when the question can be asked.</summary>
    public static IReadOnlyList<QueryFault> Check(CorridorNetwork network, PlanQuery query)
    {
        var faults = new List<QueryFault>();
        foreach (var (field, place) in new[] { ("from", query.From), ("to", query.To) })
            if (!network.Places.ContainsKey(place))
                faults.Add(new(field, "query:unknown-place", $"`{place}` is no place of the network"));
        if (query.From == query.To)
            faults.Add(new("to", "query:same-place", $"origin and destination are both {query.From}"));
        return
        [
            .. faults, .. CheckDay("ready", query.ReadyDay(network)), .. CheckDay("known", query.Known),
            .. CheckCargo(network, query.Cargo), .. CheckLimits(network, query.Avoid, query.Only),
            .. CheckVia(network, query.Via),
        ];
    }

    /// <summary>What is wrong with a day of a question.</summary>
    /// <param name="field">ready or known.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<QueryFault> CheckDay(string field, LocalDate day) => day >= FirstDay && day <= LastDay
        ? []
        : [new(field, "query:date-outside-data",
            $"{field} {day:uuuu-MM-dd} is outside {FirstDay:uuuu-MM-dd} to {LastDay:uuuu-MM-dd}")];

    /// <summary>What is wrong with the boxes.</summary>
    public static IReadOnlyList<QueryFault> CheckCargo(CorridorNetwork network, Cargo cargo)
    {
        var faults = new List<QueryFault>();
        void Fault(string code, string message) => faults.Add(new QueryFault("cargo", $"query:{code}", message));
        if (cargo.Boxes is < 1 or > Limits.BoxesMax)
            Fault("boxes", $"{cargo.Boxes} boxes: 1 to {Limits.BoxesMax} can be asked");
        if (cargo.SizeFeet is not (20 or 40)) Fault("box-size", $"{cargo.SizeFeet} ft: 20 or 40 can be asked");
        if (cargo.GrossTonnes <= 0) Fault("mass", $"{cargo.GrossTonnes} t a box: more than 0 is needed");
        var role = cargo.SizeFeet == 40 ? "box40-gross" : "box20-gross";
        if (network.Figures.FindRole(role) is not { } gross || cargo.GrossTonnes <= gross.Value.Mode) return faults;
        var least = cargo.Boxes is < 1 or > Limits.BoxesMax || cargo.GrossTonnes > 1_000_000 ? ""
            : $"; {cargo.Tonnes:0.#} t need at least {decimal.Ceiling(cargo.Tonnes / gross.Value.Mode):0} boxes";
        Fault("container-limit", $"{cargo.GrossTonnes:0.###} t a box is above {gross.Value.Mode} t, the gross limit "
            + $"of a {cargo.SizeFeet} ft box ({gross.Id}, {gross.Provenance.Source}){least}");
        return faults;
    }

    /// <summary>What is wrong with the words to avoid and to use only.</summary>
    public static IReadOnlyList<QueryFault> CheckLimits(
        CorridorNetwork network, IReadOnlySet<string> avoid, IReadOnlySet<string> only) =>
    [
        .. only.Where(w => !OnlyWords.Contains(w)).Select(w => new QueryFault(
            "only", "query:unknown-limit", $"`{w}` is not one of {string.Join(", ", OnlyWords)}")),
        .. avoid.Where(w => !AvoidWords.Contains(w) && !IsKnown(network, w)).Select(w => new QueryFault(
            "avoid", "query:unknown-limit",
            $"`{w}` is none of {string.Join(", ", AvoidWords)}, country (two letters, AF), place, border, link or "
                + "service")),
    ];

    private static IEnumerable<QueryFault> CheckVia(CorridorNetwork network, IReadOnlyList<string> via)
    {
        if (via.Count > Limits.ViaMax)
            yield return new QueryFault("via", "query:too-many-vias", $"{via.Count}: at most {Limits.ViaMax}");
        foreach (var word in via)
            if (!network.Places.ContainsKey(new Network.Places.PlaceId(word)) && network.Borders.All(b => b.Id != word)
                && network.Services.All(s => s.Id != word) && network.Links.All(l => l.Id != word)
                && word is not ("rail" or "road" or "sea" or "air"))
                yield return new QueryFault(
                    "via", "query:unknown-via", $"`{word}` is no place, border, link, service or mode");
    }

    private static bool IsKnown(CorridorNetwork n, string word) =>
        n.Places.Values.Any(p => p.Country == word) || n.Places.ContainsKey(new Network.Places.PlaceId(word))
        || n.Borders.Any(b => b.Id == word) || n.Services.Any(s => s.Id == word) || n.Links.Any(l => l.Id == word);
}
