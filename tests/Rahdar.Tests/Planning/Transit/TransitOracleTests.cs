using NodaTime;
using Rahdar.Planning.Transit;

namespace Rahdar.Tests.Planning.Transit;

/// <summary>Goal: the search finds exactly the journeys of which none is better. Method: random timetables of six stops
/// with walks and a stop to go by; all journeys are listed by trying everything, and each kind of question is compared.
/// The seed is in the message.</summary>
public sealed class TransitOracleTests
{
    private const int From = 7 * 3600;
    private const int To = 11 * 3600;

    [Fact]
    public void Four_hundred_random_timetables_are_answered_as_by_trying_everything()
    {
        for (var seed = 0; seed < 400; seed++) Compare(seed);
    }

    private static void Compare(int seed)
    {
        var oracle = new TransitOracle(seed);
        var all = oracle.All();
        var planner = new TransitPlanner(oracle.Build());
        Same(seed, "leaves within", TransitOracle.Front(all.Where(j => j.Departure is >= From and < To)),
            Ask(planner, oracle.Query(TransitTime.LeavesWithin, From, To)));
        Same(seed, "arrives within", TransitOracle.Front(all.Where(j => j.Arrival is >= From and < To)),
            Ask(planner, oracle.Query(TransitTime.ArrivesWithin, From, To)));
        Same(seed, "ready at",
            TransitOracle.Front(all.Where(j => j.Departure >= From).Select(j => (From, j.Arrival, j.Rides))),
            Ask(planner, oracle.Query(TransitTime.ReadyAt, From, From)));
        Same(seed, "arrive by",
            TransitOracle.Front(all.Where(j => j.Arrival <= To).Select(j => (j.Departure, To, j.Rides))),
            [.. Ask(planner, oracle.Query(TransitTime.ArriveBy, To, To)).Select(j => (j.Departure, To, j.Rides))]);
    }

    private static HashSet<(int Departure, int Arrival, int Rides)> Ask(TransitPlanner planner, TransitQuery query) =>
        [.. ((TransitOutcome.Answer)planner.Answer(query)).Journeys
            .Select(j => (Seconds(j.Departure), Seconds(j.Arrival), j.Rides))];

    private static int Seconds(Instant at) => (int)(at - TransitOracle.Midnight).TotalSeconds;

    private static void Same(
        int seed, string question, HashSet<(int, int, int)> expected, HashSet<(int, int, int)> found) =>
        Assert.True(expected.SetEquals(found),
            $"seed {seed}, {question}: expected {string.Join(' ', expected)}, found {string.Join(' ', found)}");
}
