using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: wait for a crossing to reopen, or go another way.</summary>
public static class WaitOrDivertVerb
{
    private const int NamesShown = 6;

    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question as typed.</param>
    /// <param name="crossing">Border row id or pair of posts.</param>
    /// <param name="valueOfTime">US dollars a day for all boxes; null takes the data's own figure.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static WaitOrDivertAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, string crossing, string? valueOfTime, FaultCollector faults,
        Action<string>? step = null)
    {
        crossing = OfPost(shipped, crossing) ?? crossing;
        CheckCrossing(shipped, crossing, faults);
        ValueOfTimeReader.Check(valueOfTime, faults);
        if (PlanVerb.Ask(shipped, request, faults) is not var (network, query, notes)) return null;
        notes = [.. notes, .. Partly(network, crossing)];
        var value = ValueOfTimeReader.Of(valueOfTime, network, query.Cargo);
        var outcome = WaitOrDivert.Ask(network, query, crossing, value, step: step);
        return new WaitOrDivertAnswer(network, query, crossing, value, outcome, notes);
    }

    /// <summary>The pair of posts that a post belongs to, where it is typed by name or id and has only one crossing;
    /// else null.</summary>
    private static string? OfPost(CorridorNetwork network, string text)
    {
        if (ShutCrossing.ListRows(network, text).Count > 0
            || new PlaceFinder(network).Resolve(text) is not
                PlaceResolution.One { Match.Grade: <= MatchGrade.Word, Place: var post }) return null;
        var pairs = network.Borders.Where(b => b.PlaceA == post.Id || b.PlaceB == post.Id)
            .Where(b => !ExpectedWay.IsUnbuilt(network, b)).Select(b => b.Crossing).Distinct().ToList();
        return pairs is [var only] ? only : null;
    }

    /// <summary>Says so where a name means the road or the railway of a crossing alone.</summary>
    private static IEnumerable<string> Partly(CorridorNetwork network, string crossing)
    {
        var asked = ShutCrossing.ListRows(network, crossing);
        var others = network.Borders
            .Where(b => asked.Any(a => a.Crossing == b.Crossing) && !asked.Contains(b) && !b.Hours.IsNeverOpen)
            .Select(b => b.Id).ToList();
        if (others.Count > 0)
            yield return $"asked about {string.Join(", ", asked.Select(a => a.Id))} alone, not about "
                + $"{string.Join(", ", others)}: {asked[0].Crossing} takes all of them";
    }

    private static void CheckCrossing(CorridorNetwork network, string crossing, FaultCollector faults)
    {
        if (ShutCrossing.ListRows(network, crossing).Count > 0) return;
        var near = new PlaceFinder(network).Find(crossing).SelectMany(m => network.Borders.Where(b =>
                m.Kind == SubjectKind.Border ? b.Id == m.Id : b.PlaceA.Value == m.Id || b.PlaceB.Value == m.Id))
            .Concat(network.Borders.Where(b => b.Id.Contains(crossing, StringComparison.OrdinalIgnoreCase)))
            .Where(b => !ExpectedWay.IsUnbuilt(network, b)).Select(b => $"{b.Name} ({b.Id})").Distinct()
            .Take(NamesShown).ToList();
        faults.Add(PlanVerb.QuestionFile, 0, "--crossing", "query:unknown-crossing",
            $"`{crossing}` is no border row such as TAFTAN-RD, no pair of posts such as PKTFT-IRMJV and no crossing "
            + $"such as Taftan-Mirjaveh{(near.Count > 0 ? $"; did you mean {string.Join(", ", near)}?" : "")}");
    }
}
