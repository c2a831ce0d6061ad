using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Planning;

namespace Rahdar.Tower;

/// <summary>Reads a question with several origins or destinations, as `PKKHI,PKLHE`.</summary>
internal static class RelationsReader
{
    /// <summary>The question of each pair of an origin and another destination; null with every fault when one cannot
    /// be asked.</summary>
    /// <remarks>All have the same knowledge date; a ready date begins at 00:00 of each origin.</remarks>
    internal static Relations? Read(CorridorNetwork shipped, PlanRequest request, FaultCollector faults)
    {
        var (finder, notes) = (new PlaceFinder(shipped), new List<string>());
        var origins = Places(finder, "--from", request.From, notes, faults);
        var destinations = Places(finder, "--to", request.To, notes, faults);
        var pairs = (from o in origins from d in destinations where o != d select (From: o, To: d)).ToList();
        if (pairs.Count > Limits.RelationsMax)
            faults.Add(PlanVerb.QuestionFile, 0, "--to", "query:too-many-pairs",
                $"{pairs.Count} pairs of an origin and a destination: at most {Limits.RelationsMax} can be asked");
        // Without a pair the first words as typed are asked, to find what else is wrong; the same fault counts once.
        var (from, to) = pairs.Count > 0 ? (pairs[0].From.Value, pairs[0].To.Value)
            : (Words(request.From)[0], Words(request.To)[0]);
        if (PlanVerb.Ask(shipped, request with { From = from, To = to }, faults) is not { } first) return null;
        var of = new Dictionary<PlaceId, PlanQuery> { [first.Query.From] = first.Query };
        foreach (var (origin, other) in pairs.DistinctBy(p => p.From).Skip(1))
        {
            // The scenario is in the network already, and with it its knowledge date.
            var asked = PlanVerb.Ask(first.Network, request with
            {
                From = origin.Value,
                To = other.Value,
                Known = $"{first.Query.Known:uuuu-MM-dd}",
                Scenario = null,
            }, faults);
            if (asked is null) return null;
            of[origin] = asked.Value.Query;
        }
        return new Relations(
            first.Network, [.. pairs.Select(p => of[p.From] with { To = p.To })], [.. notes, .. first.Notes]);
    }

    private static List<PlaceId> Places(
        PlaceFinder finder, string option, string text, List<string> notes, FaultCollector faults) =>
    [
        .. Words(text).Select(word => PlanVerb.Place(finder, option, word, notes, faults)).OfType<PlaceId>().Distinct(),
    ];

    /// <summary>The names of a list; one empty name when there is none.</summary>
    private static string[] Words(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } words
            ? words
            : [""];
}

/// <summary>Pairs of origins and destinations, read.</summary>
/// <param name="Network">The network with its scenario.</param>
/// <param name="Queries">The question of each pair, by origin as given, then destination; never empty.</param>
/// <param name="Notes">What was taken for granted, one sentence each.</param>
internal sealed record Relations(
    CorridorNetwork Network, IReadOnlyList<PlanQuery> Queries, IReadOnlyList<string> Notes);
