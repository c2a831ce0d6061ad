using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>A question as a user types it.</summary>
/// <param name="From">Place id or name in any script held.</param>
/// <param name="To">Place id or name.</param>
/// <param name="Ready">Date (00:00 at the origin), local date and time, or instant.</param>
/// <param name="Cargo">`16x20ft:20t`: boxes, size, gross tonnes a box.</param>
public sealed record PlanRequest(string From, string To, string Ready, string Cargo)
{
    /// <summary>Knowledge date; null means the ready date, or the scenario's `as-of`.</summary>
    public string? Known { get; init; }

    /// <summary>Scenario file, or name of a shipped one.</summary>
    public string? Scenario { get; init; }

    /// <summary>Modes, countries, places, borders, links or services to avoid.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>Modes to use only, or `services`.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whose boxes: shipper, carrier or one-way; null means shipper.</summary>
    public string? Box { get; init; }

    /// <summary>Places, borders or services that every plan uses, in this order.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>The day that stands in for a knowledge date nobody gave, in words.</summary>
    public string StandIn { get; init; } = "the ready date";
}

/// <summary>Use case: plan.</summary>
public static class PlanVerb
{
    /// <summary>Stands for the file in faults of a question.</summary>
    public const string QuestionFile = "question";

    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PlanAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, FaultCollector faults, CancellationToken cancel = default) =>
        Ask(shipped, request, faults) is var (network, query, notes)
            ? new PlanAnswer(network, query, Planner.Plan(network, query, cancel), notes)
            : null;

    /// <summary>Reads a request; null with every fault when it cannot be asked.</summary>
    /// <returns>The network with its scenario, the question, and what was taken for granted.</returns>
    public static (CorridorNetwork Network, PlanQuery Query, IReadOnlyList<string> Notes)? Ask(
        CorridorNetwork shipped, PlanRequest request, FaultCollector faults)
    {
        var notes = new List<string>();
        var network = shipped;
        LocalDate? asOf = null;
        if (request.Scenario is { } name && CorridorStore.Apply(shipped, name, faults) is var (changed, scenario))
            (network, asOf) = (changed, scenario.AsOf);
        var finder = new PlaceFinder(network);
        var from = Place(finder, "--from", request.From, notes, faults);
        var to = Place(finder, "--to", request.To, notes, faults);
        var cargo = ReadCargo(request.Cargo, faults);
        var ready = Ready(request.Ready, from is null ? DateTimeZone.Utc : network.GetPlace(from.Value).Zone, faults);
        var known = request.Known is { } text ? Date("--known", text, faults) : asOf;
        var (avoid, only) = (Avoided(network, finder, request.Avoid), Words(request.Only));
        var via = request.Via.SelectMany(v => Via(network, finder, v, notes, faults)).ToList();
        var box = ReadBox(request.Box, faults);
        // What can be checked of a question that cannot be asked is checked, so that all faults are told at once.
        Add(QueryCheck.CheckLimits(network, avoid, only), faults);
        if (cargo is not null) Add(QueryCheck.CheckCargo(network, cargo), faults);
        if (ready is { } r)
            Add(QueryCheck.CheckDay(
                "ready", r.InZone(from is null ? DateTimeZone.Utc : network.GetPlace(from.Value).Zone).Date), faults);
        if (known is { } k) Add(QueryCheck.CheckDay("known", k), faults);
        if (from is null || to is null || cargo is null || ready is null || request.Known is not null && known is null)
            return null;
        if (request.Known is null && asOf is not null)
            notes.Add($"known {asOf:uuuu-MM-dd} is taken from the scenario's `as-of`");
        var readyDay = ready.Value.InZone(network.GetPlace(from.Value).Zone).Date;
        var query = new PlanQuery(from.Value, to.Value, ready.Value, known ?? readyDay, cargo)
        {
            IsKnownAssumed = known is null,
            Avoid = avoid,
            Only = only,
            Via = via,
            Box = box,
        };
        if (known is null) notes.Add($"no knowledge date was given: what was known on {request.StandIn} is used");
        if (network.FindStaleness(query.Known) is { } stale) notes.Add(stale);
        if (query.Known > readyDay) notes.Add($"nothing departs before {query.Known:uuuu-MM-dd}, the knowledge date");
        Add(QueryCheck.Check(network, query), faults);
        return faults.IsClean ? (network, query, notes) : null;
    }

    private static void Add(IReadOnlyList<QueryFault> found, FaultCollector faults)
    {
        foreach (var fault in found) faults.Add(QuestionFile, 0, "--" + fault.Field, fault.Code, fault.Message);
    }

    private static HashSet<string> Words(IReadOnlyList<string> given) =>
        [.. given.SelectMany(
            g => g.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>What to avoid as ids, typed in any case, or a place by its whole name; other words stay and are
    /// told.</summary>
    private static HashSet<string> Avoided(CorridorNetwork network, PlaceFinder finder, IReadOnlyList<string> given)
    {
        bool IsKnown(string word) =>
            QueryCheck.CheckLimits(network, new HashSet<string> { word }, new HashSet<string>()).Count == 0;
        return
        [
            .. Words(given).Select(word => IsKnown(word) ? word
                : IsKnown(word.ToUpperInvariant()) ? word.ToUpperInvariant()
                : IsKnown(word.ToLowerInvariant()) ? word.ToLowerInvariant()
                : finder.Resolve(word) is PlaceResolution.One { Match.Grade: MatchGrade.Name } one
                    && finder.IsLinked(one.Place.Id) ? one.Place.Id.Value
                : word),
        ];
    }

    /// <summary>A border or service by id, or a place by id or name.</summary>
    private static IEnumerable<string> Via(
        CorridorNetwork network, PlaceFinder finder, string text, List<string> notes, FaultCollector faults)
    {
        foreach (var word in Words([text]))
            if (network.Borders.Any(b => b.Id == word) || network.Services.Any(s => s.Id == word)) yield return word;
            else if (Place(finder, "--via", word, notes, faults) is { } place) yield return place.Value;
    }

    private static BoxSource ReadBox(string? text, FaultCollector faults)
    {
        switch (text?.Trim().ToLowerInvariant())
        {
            case null or "shipper":
                return BoxSource.Shipper;
            case "carrier":
                return BoxSource.Carrier;
            case "one-way":
                return BoxSource.OneWay;
            default:
                faults.Add(QuestionFile, 0, "--box", "query:box", $"`{text}` is not shipper, carrier or one-way");
                return BoxSource.Shipper;
        }
    }

    /// <summary>The place a text means; null with a fault when it is none, or may be several.</summary>
    internal static PlaceId? Place(
        PlaceFinder finder, string option, string text, List<string> notes, FaultCollector faults)
    {
        switch (finder.Resolve(text))
        {
            case PlaceResolution.One { Place: var known } when !finder.IsLinked(known.Id):
                faults.Add(QuestionFile, 0, option, "query:unknown-place",
                    $"{known} is known by name only: no link of the network touches it, so no way begins or ends "
                    + "there");
                return null;
            case PlaceResolution.One one:
                if (one.Match.Grade > MatchGrade.Name) notes.Add(PlaceGuess.Note(text, one.Place));
                return one.Place.Id;
            case PlaceResolution.Ambiguous ambiguous:
                faults.Add(QuestionFile, 0, option, "query:ambiguous-place",
                    $"`{text}` may be {List(ambiguous.Candidates)}");
                return null;
            case PlaceResolution.Unknown unknown:
                var near = unknown.Candidates.Count == 0 ? "nothing is spelled like it"
                    : $"did you mean {List(unknown.Candidates)}?";
                faults.Add(QuestionFile, 0, option, "query:unknown-place",
                    $"`{text}` is no place of the network; {near}");
                return null;
            default:
                throw new InvalidOperationException("a place resolution nobody knows");
        }
    }

    private static string List(IReadOnlyList<PlaceMatch> candidates) =>
        string.Join(", ", candidates.Take(6).Select(c => $"{c.Name} ({c.Id})"));

    private static Cargo? ReadCargo(string text, FaultCollector faults)
    {
        var parts = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant().Split('x', 2);
        if (parts.Length == 2 && parts[1].Split("ft:") is [var size, var mass] && mass.EndsWith('t')
            && int.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var boxes)
            && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var feet)
            && decimal.TryParse(
                mass[..^1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var tonnes))
            return new Cargo(boxes, feet, tonnes);
        faults.Add(QuestionFile, 0, "--cargo", "query:cargo",
            $"`{text}` is not like 16x20ft:20t (boxes x size : gross tonnes a box)");
        return null;
    }

    private static Instant? Ready(string text, DateTimeZone zone, FaultCollector faults)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
            return zone.AtStartOfDay(date.Value).ToInstant();
        if (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } offset) return offset.Value.ToInstant();
        foreach (var pattern in new[] { "uuuu-MM-ddTHH:mm", "uuuu-MM-dd HH:mm" })
            if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true } local)
                return zone.AtLeniently(local.Value).ToInstant();
        if (OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mmo<G>")
            .Parse(text) is { Success: true } shorter)
            return shorter.Value.ToInstant();
        faults.Add(QuestionFile, 0, "--ready", "query:date",
            $"`{text}` is not a date 2025-06-21, a local time 2025-06-21T08:00 or an instant 2025-06-21T03:00:00Z");
        return null;
    }

    private static LocalDate? Date(string option, string text, FaultCollector faults)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) return date.Value;
        faults.Add(QuestionFile, 0, option, "query:date", $"`{text}` is not a date 2025-06-11");
        return null;
    }
}
