using NodaTime;
using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>What becomes of the same boxes when they are ready on one day or another.</summary>
/// <remarks>
/// Each day of the window is one question, ready at the same local time, all with the same knowledge. A train of which
/// only the departures a week are known is a mean wait on every day: no day is better for it, and none is invented.
/// </remarks>
public static class Departures
{
    /// <summary>One answer a day, from the ready day of the question on.</summary>
    /// <param name="network">The network.</param>
    /// <param name="query">The question of the first day.</param>
    /// <param name="until">Last ready day, at most <see cref="Limits.DepartureDaysMax"/> days in all.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    /// <exception cref="ArgumentException">The window is empty or too long.</exception>
    public static IReadOnlyList<DepartureDay> Ask(
        CorridorNetwork network, PlanQuery query, LocalDate until, Action<string>? step = null)
    {
        var days = Period.DaysBetween(query.ReadyDay(network), until) + 1;
        if (days is < 1 or > Limits.DepartureDaysMax)
            throw new ArgumentException($"{days} days: 1 to {Limits.DepartureDaysMax} can be asked", nameof(until));
        var zone = network.GetPlace(query.From).Zone;
        var first = query.Ready.InZone(zone).LocalDateTime;
        var answers = new List<DepartureDay>();
        for (var i = 0; i < days; i++)
        {
            step?.Invoke($"searching day {i + 1} of {days}");
            var ready = i == 0 ? query.Ready : zone.AtLeniently(first.PlusDays(i)).ToInstant();
            var outcome = Planner.Plan(network, query with { Ready = ready });
            answers.Add(DepartureDay.Of(first.Date.PlusDays(i), outcome, answers.LastOrDefault()));
        }
        return answers;
    }
}
