using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: which of several origins, or of several destinations, is best?</summary>
public static class WhichVerb
{
    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question as typed, with a list of origins or of destinations.</param>
    /// <param name="ahead">Draws, seed and the value of time.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static WhichAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, AheadRequest ahead, FaultCollector faults,
        Action<string>? step = null)
    {
        OutlookReader.Check(ahead, faults);
        if (ahead.Draws == 0)
            faults.Add(PlanVerb.QuestionFile, 0, "--draws", "query:draws", "a ranking needs draws: not with --draws 0");
        if (RelationsReader.Read(shipped, request, faults) is not { } read) return null;
        var queries = read.Queries;
        var (origins, destinations) = (queries.DistinctBy(q => q.From).Count(), queries.DistinctBy(q => q.To).Count());
        if (origins > 1 == destinations > 1)
        {
            faults.Add(PlanVerb.QuestionFile, 0, "--from", "query:which",
                $"{origins} of --from and {destinations} of --to: one side is a list, the other is one place");
            return null;
        }
        var value = ValueOfTimeReader.Of(ahead.ValueOfTime, read.Network, queries[0].Cargo);
        var draw = new DrawRequest(ahead.Seed, ahead.Draws);
        return new WhichAnswer(
            read.Network, queries[0], origins > 1, Which.Ask(read.Network, queries, value, draw, step), value, draw,
            read.Notes);
    }
}
