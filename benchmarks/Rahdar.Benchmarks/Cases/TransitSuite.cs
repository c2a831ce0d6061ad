using NodaTime;
using Rahdar.Benchmarks.Harness;
using Rahdar.Benchmarks.Transit;
using Rahdar.Planning.Transit;

namespace Rahdar.Benchmarks.Cases;

/// <summary>Suite "transit": questions to a dense public timetable, beside other planners.</summary>
internal static class TransitSuite
{
    private const int Rounds = 3;

    /// <summary>Figure of the README beside the timetable: nigiri, journeys rebuilt, on another machine and
    /// draw.</summary>
    private const decimal PublishedNigiriMicroseconds = 459;

    /// <summary>Runs the suite on a folder; 2 when it holds no timetable.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        var folder = arguments.Count > 0 ? arguments[0] : Path.Combine(Checkout.Root, "..", "shared", "data", "bench");
        if (SubwayDay.Open(Path.GetFullPath(folder)) is not { } day) return 2;
        var history = new History();
        var (timed, plain) = (day.Build(true), day.Build(false));
        Compare(day, timed, history);
        var (ours, oursPlain) = (new TransitPlanner(timed), new TransitPlanner(plain));
        var (a, b, m, r) = (new List<decimal>(), new List<decimal>(), new List<decimal>(), new List<decimal>());
        var hasOthers = OtherPlanners.Install();
        for (var round = 0; round < Rounds; round++)
        {
            a.Add(Ask(ours, day));
            if (hasOthers) r.Add(Beside("raptor.mjs", ours, day));
            b.Add(Ask(oursPlain, day));
            if (hasOthers) m.Add(Beside("minotor.mjs", oursPlain, day));
        }
        Tell(history, "transit/rahdar/cpu", a, PublishedNigiriMicroseconds / Spread.Of(a).Median);
        Tell(history, "transit/rahdar-no-change-time/cpu", b, null);
        if (!hasOthers) return 0;
        Tell(history, "transit/raptor-journey-planner/cpu", r, Spread.Of(r).Median / Spread.Of(a).Median);
        Tell(history, "transit/minotor/cpu", m, Spread.Of(m).Median / Spread.Of(b).Median);
        return 0;
    }

    private static void Tell(History history, string name, List<decimal> times, decimal? ratio) =>
        history.Add(new Measured(name, Spread.Of(times), "us/query")
        {
            Ratio = ratio is { } value ? decimal.Round(value, 1) : null,
        });

    private static decimal Ask(TransitPlanner planner, SubwayDay day) => decimal.Round(
        CpuMeter.Measure(() =>
        {
            foreach (var query in day.Queries) planner.Answer(query);
        }) / day.Queries.Count, 1);

    private static decimal Beside(string script, TransitPlanner ours, SubwayDay day)
    {
        var (microseconds, arrivals) = OtherPlanners.Round(script, day);
        var same = day.Queries.Zip(arrivals).Count(p =>
            Journeys(ours, p.First).Select(j => (int?)(SubwayDay.Seconds(j.Arrival) / 60)).Min() == p.Second);
        Console.WriteLine($"{script}: {same} of {day.Queries.Count} earliest arrivals equal to ours");
        return decimal.Round(microseconds, 1);
    }

    private static IReadOnlyList<TransitJourney> Journeys(TransitPlanner planner, TransitQuery query) =>
        ((TransitOutcome.Answer)planner.Answer(query)).Journeys;

    // Every question against the oracle: the same front of (arrival, rides), and journeys that can be made.
    private static void Compare(SubwayDay day, TransitTimetable timed, History history)
    {
        var (oracle, planner) = (new ConnectionScan(day.Feed), new TransitPlanner(timed));
        var equal = 0;
        foreach (var query in day.Queries)
        {
            var arrivals = oracle.Arrivals(
                oracle.Stops[query.Origins[0].Stop], oracle.Stops[query.Destinations[0].Stop],
                SubwayDay.Seconds(query.From), SubwayDay.RidesMax);
            var expected = arrivals.Select((at, i) => (At: at, Rides: i + 1)).Where(x => x.At != int.MaxValue
                && (x.Rides == 1 || arrivals[x.Rides - 2] > x.At)).ToHashSet();
            var journeys = Journeys(planner, query);
            var found = journeys.Select(j => (SubwayDay.Seconds(j.Arrival), j.Rides)).ToHashSet();
            if (found.SetEquals(expected) && journeys.All(j => CanBeMade(day, query, j))) equal++;
            else
                Console.WriteLine(
                    $"{query.Origins[0].Stop} {query.Destinations[0].Stop} {query.From}: found "
                    + $"{string.Join(' ', found)}, expected {string.Join(' ', expected)}");
        }
        history.Add(new Measured(
            "transit/rahdar/equal-to-oracle", new Spread(day.Queries.Count, equal, equal), "queries"));
        if (equal != day.Queries.Count) throw new InvalidOperationException("the oracle answers otherwise");
    }

    private static bool CanBeMade(SubwayDay day, TransitQuery query, TransitJourney journey)
    {
        var (at, now, isFirst) = (query.Origins[0].Stop, query.From, true);
        foreach (var leg in journey.Legs.Where(l => l.Kind == TransitLegKind.Service))
        {
            var change = isFirst ? 0 : day.Feed.Transfers.First(t => t.FromStop == at
                && t.ToStop == at).MinSeconds!.Value;
            if (leg.From != at || leg.Departure < now + Duration.FromSeconds(change)
                || leg.Trips.Count != 1) return false;
            var times = day.Feed.StopTimes[leg.Trips[0]];
            var board = times.FindIndex(t => t.StopId == leg.From && t.Departure == SubwayDay.Seconds(leg.Departure));
            if (board < 0 || times.FindIndex(board + 1,
                t => t.StopId == leg.To && t.Arrival == SubwayDay.Seconds(leg.Arrival)) < 0) return false;
            (at, now, isFirst) = (leg.To, leg.Arrival, false);
        }
        return at == query.Destinations[0].Stop && now == journey.Arrival;
    }
}
