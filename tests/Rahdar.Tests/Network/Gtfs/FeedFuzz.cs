using System.Text;
using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Realtime;
using Rahdar.Network.Reading;
using Rahdar.Planning.Transit;

namespace Rahdar.Tests.Network.Gtfs;

/// <summary>Goal: no feed and no message, however broken, ends in an unhandled exception or takes memory without bound.
/// Method: a seed changes one or more files of a valid feed, or a valid message; what can still be read is searched.
/// What
/// once failed is a test of its own.</summary>
internal static class FeedFuzz
{
    /// <summary>Bytes that may be used up, whatever is read: what is held is less.</summary>
    private const long BytesMax = 64L * 1024 * 1024;

    /// <summary>Bytes more for each call of a run: a feed may rightly have many, up to
    /// <see cref="GtfsLimits.CallsMax"/>.</summary>
    private const long BytesACall = 512;

    private static readonly Instant Day = Instant.FromUtc(2025, 6, 5, 0, 0);

    private static readonly Dictionary<string, byte[]> Base = More().ToDictionary(
        f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));

    private static Dictionary<string, string> More()
    {
        var files = new Dictionary<string, string>(SampleFeed.Files)
        {
            ["frequencies.txt"] =
                "trip_id,start_time,end_time,headway_secs,exact_times\nCT1-1,06:00:00,12:00:00,1800,0\n",
            ["transfers.txt"] = "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id\n"
                + "PKROH,PKROH,2,600,,\nPKLHE,PKROH,1,,CT1-1,\n",
            ["calendar_dates.txt"] = "service_id,date,exception_type\nMT,20250605,1\nMT,20250609,2\n",
            ["translations.txt"] = "table_name,field_name,language,translation,record_id\nstops,stop_name,ur,X,PKLHE\n",
        };
        return files;
    }

    /// <summary>Reads, and searches, one changed feed.</summary>
    internal static void Feed(int seed)
    {
        var mutator = new Mutator(seed);
        var files = new Dictionary<string, byte[]>(Base);
        for (var i = 1 + mutator.Next(3); i > 0; i--)
        {
            var name = files.Keys.ElementAt(mutator.Next(files.Count));
            if (mutator.Next(30) == 0) files.Remove(name);
            else files[name] = mutator.Change(files[name]);
            if (files.Count == 0) break;
        }
        Measured(seed, () =>
        {
            var (feed, _) = GtfsReader.Read(GtfsFiles.InMemory("fuzz", files), new LocalDate(2025, 6, 1));
            return Search(feed, []);
        });
    }

    /// <summary>Reads one changed message, and lays it over a timetable.</summary>
    internal static void Message(int seed)
    {
        var bytes = new Mutator(seed).Change(RealtimeSamples.All[seed % RealtimeSamples.All.Count]);
        Measured(
            seed, () => RealtimeReader.Read("fuzz.pb", bytes, new FaultCollector()) is { } message
                ? Search(SampleFeed.Read(SampleFeed.Files).Feed, message.Updates)
                : 0);
    }

    /// <summary>What the seeds up to a number came to grief with.</summary>
    internal static IReadOnlyList<string> Failures(int seeds, Action<int> work)
    {
        var failures = new List<string>();
        for (var seed = 0; seed < seeds; seed++)
            try
            {
                work(seed);
            }
            catch (InvalidOperationException e)
            {
                failures.Add(e.Message);
            }
        return failures;
    }

    /// <summary>Searches; how many calls the timetable has.</summary>
    private static long Search(GtfsFeed feed, IReadOnlyList<TripUpdate> updates)
    {
        try
        {
            var timetable = TimetableBuilder.Build(
                feed, Day, Day + Duration.FromDays(2), TransitOptions.Plain with { Updates = updates });
            new TransitPlanner(timetable).Answer(new TransitQuery(
                TransitTime.LeavesWithin, Day, Day + Duration.FromDays(1), [new TransitEnd("PKLHE")],
                [new TransitEnd("PKKHI")]));
            return timetable.Patterns.Sum(p => (long)p.Runs * p.Points.Length);
        }
        catch (TransitLimitException)
        {
            // A documented refusal.
            return 0;
        }
    }

    private static void Measured(int seed, Func<long> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        long calls;
        try
        {
            calls = work();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"seed {seed}: {e.GetType().Name} {e.Message}", e);
        }
        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        if (used > BytesMax + calls * BytesACall)
            throw new InvalidOperationException($"seed {seed} took {used} bytes for {calls} calls");
    }
}

/// <summary>A sample of the seeds, in every run.</summary>
public sealed class FeedFuzzTests
{
    /// <summary>Seeds that once failed. 3: a transfer rule of a trip at a stop that has other trips. 10343: a train
    /// every second, for which each run took 4 kB.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(10343)]
    public void Feed_that_once_failed_is_read(int seed) => FeedFuzz.Feed(seed);

    [Fact]
    public void Two_thousand_changed_feeds_are_read_or_refused()
    {
        for (var seed = 0; seed < 2_000; seed++) FeedFuzz.Feed(seed);
    }

    [Fact]
    public void Five_thousand_changed_messages_are_read_or_refused()
    {
        for (var seed = 0; seed < 5_000; seed++) FeedFuzz.Message(seed);
    }
}

/// <summary>All seeds, minutes long.</summary>
[Trait("Category", "Fuzz")]
public sealed class FeedFuzzSlowTests
{
    [Fact]
    public void Hundred_thousand_changed_feeds_are_read_or_refused()
    {
        Assert.Empty(FeedFuzz.Failures(100_000, FeedFuzz.Feed));
    }

    [Fact]
    public void Hundred_thousand_changed_messages_are_read_or_refused()
    {
        Assert.Empty(FeedFuzz.Failures(100_000, FeedFuzz.Message));
    }
}
