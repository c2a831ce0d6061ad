using NodaTime;
using Rahdar.Network;

namespace Rahdar.Planning;

/// <summary>One thing wrong with a question.</summary>
/// <param name="Code">Stable code, `query:` and what.</param>
/// <param name="Message">What was given and what would be right.</param>
public sealed record QueryFault(string Code, string Message);

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
        void Fault(string code, string message) => faults.Add(new QueryFault($"query:{code}", message));
        foreach (var place in new[] { query.From, query.To })
            if (!network.Places.ContainsKey(place)) Fault("unknown-place", $"`{place}` is no place of the network");
        if (query.From == query.To) Fault("same-place", $"origin and destination are both {query.From}");
        foreach (var (name, day) in new[] { ("ready", query.Ready.InUtc().Date), ("known", query.Known) })
            if (day < FirstDay || day > LastDay)
                Fault("date-outside-data",
                    $"{name} {day:uuuu-MM-dd} is outside {FirstDay:uuuu-MM-dd} to {LastDay:uuuu-MM-dd}");
        CheckCargo(network, query.Cargo, Fault);
        foreach (var word in query.Only.Where(w => !OnlyWords.Contains(w)))
            Fault("unknown-limit", $"`--only {word}` is not one of {string.Join(", ", OnlyWords)}");
        foreach (var word in query.Avoid.Where(w => !AvoidWords.Contains(w) && !IsKnown(network, w)))
            Fault("unknown-limit", $"`--avoid {word}` is none of {string.Join(", ", AvoidWords)}, country, place, border, link or service");
        return faults;
    }

    private static void CheckCargo(CorridorNetwork network, Cargo cargo, Action<string, string> fault)
    {
        if (cargo.Boxes is < 1 or > Limits.BoxesMax)
            fault("boxes", $"{cargo.Boxes} boxes: 1 to {Limits.BoxesMax} can be asked");
        if (cargo.SizeFeet is not (20 or 40)) fault("box-size", $"{cargo.SizeFeet} ft: 20 or 40 can be asked");
        if (cargo.GrossTonnes <= 0) fault("mass", $"{cargo.GrossTonnes} t a box: more than 0 is needed");
        var role = cargo.SizeFeet == 40 ? "box40-gross" : "box20-gross";
        if (network.Figures.FindRole(role) is { } gross && cargo.GrossTonnes > gross.Value.Mode)
            fault("container-limit", $"{cargo.GrossTonnes:0.###} t a box is above {gross.Value.Mode} t, the gross limit of a {cargo.SizeFeet} ft box ({gross.Id}, "
                + $"{gross.Provenance.Source}); {cargo.Tonnes:0.#} t need at least {decimal.Ceiling(cargo.Tonnes / gross.Value.Mode):0} boxes");
    }

    private static bool IsKnown(CorridorNetwork n, string word) =>
        n.Places.Values.Any(p => p.Country == word) || n.Places.ContainsKey(new Network.Places.PlaceId(word))
        || n.Borders.Any(b => b.Id == word) || n.Services.Any(s => s.Id == word) || n.Links.Any(l => l.Id == word);
}
