using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: days, cost and best value between many origins and many destinations.</summary>
public static class TableVerb
{
    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question as typed, with lists of origins and destinations.</param>
    /// <param name="valueOfTime">US dollars a day for all boxes; null takes the data's own figure.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static RelationsAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, string? valueOfTime, FaultCollector faults,
        Action<string>? step = null)
    {
        ValueOfTimeReader.Check(valueOfTime, faults);
        if (RelationsReader.Read(shipped, request, faults) is not { } read) return null;
        var value = ValueOfTimeReader.Of(valueOfTime, read.Network, read.Queries[0].Cargo);
        return new RelationsAnswer(
            read.Network, Relation.Ask(read.Network, read.Queries, value, step), value, read.Notes);
    }
}
