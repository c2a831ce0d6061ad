using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: on which day of a window to have boxes ready?</summary>
public static class DeparturesVerb
{
    private const string Until = "--until";

    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question of the first day as typed.</param>
    /// <param name="until">Last ready day, a date.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static DeparturesAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, string until, FaultCollector faults, Action<string>? step = null)
    {
        var parsed = LocalDatePattern.Iso.Parse(until);
        if (!parsed.Success)
            faults.Add(PlanVerb.QuestionFile, 0, Until, "query:date", $"`{until}` is not a date 2025-06-21");
        else
        {
            foreach (var fault in QueryCheck.CheckDay("until", parsed.Value))
                faults.Add(PlanVerb.QuestionFile, 0, Until, fault.Code, fault.Message);
            // A plain date is the ready day at whatever origin: the window is told with the other faults.
            if (LocalDatePattern.Iso.Parse(request.Ready) is { Success: true } ready)
                CheckWindow(ready.Value, parsed.Value, faults);
        }
        if (PlanVerb.Ask(shipped, request with { StandIn = "the first ready date" }, faults) is not { } asked)
            return null;
        var (network, query, notes) = asked;
        CheckWindow(query.ReadyDay(network), parsed.Value, faults);
        return faults.IsClean
            ? new DeparturesAnswer(
                network, query, parsed.Value, Departures.Ask(network, query, parsed.Value, step), notes)
            : null;
    }

    private static void CheckWindow(LocalDate first, LocalDate last, FaultCollector faults)
    {
        var days = Period.DaysBetween(first, last) + 1;
        if (days < 1)
            faults.Add(PlanVerb.QuestionFile, 0, Until, "query:window",
                $"{last:uuuu-MM-dd} is before the first ready day, {first:uuuu-MM-dd}");
        if (days > Limits.DepartureDaysMax)
            faults.Add(PlanVerb.QuestionFile, 0, Until, "query:window",
                $"{days} days from {first:uuuu-MM-dd}: at most {Limits.DepartureDaysMax} can be asked");
    }
}
