using System.Globalization;
using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Reading;
using Rahdar.Planning.Transit;
using Rahdar.Tower;

namespace Rahdar.Benchmarks.Transit;

/// <summary>The dense public timetable of one day, and its questions.</summary>
/// <remarks>The folder is not part of the checkout: it holds subway-one-day.zip and
/// subway-one-day.queries.csv.</remarks>
internal sealed class SubwayDay
{
    internal const int RidesMax = 12;
    private static readonly Instant Midnight = Instant.FromUtc(2018, 7, 18, 0, 0);

    private SubwayDay(GtfsFeed feed, string zip, string csv)
    {
        (Feed, Zip, Csv) = (feed, zip, csv);
        Queries = [.. File.ReadLines(csv).Skip(1).Where(l => l.Length > 0).Select(Query)];
    }

    internal GtfsFeed Feed { get; }

    internal string Zip { get; }

    internal string Csv { get; }

    internal IReadOnlyList<TransitQuery> Queries { get; }

    /// <summary>Opens the folder; null after a line that says what is missing.</summary>
    internal static SubwayDay? Open(string folder)
    {
        var (zip, csv) = (Path.Combine(folder, "subway-one-day.zip"), Path.Combine(folder,
            "subway-one-day.queries.csv"));
        foreach (var file in new[] { zip, csv })
            if (!File.Exists(file))
            {
                Console.Error.WriteLine(
                    $"{file} is missing: the timetable is not part of the checkout. ./bench transit DIR takes the "
                    + "folder that holds subway-one-day.zip and subway-one-day.queries.csv.");
                return null;
            }
        var faults = new FaultCollector();
        var feed = FeedStore.With(zip, faults, files => GtfsReader.Read(files).Feed);
        return feed is null ? throw new InvalidDataException(faults.Faults[0].ToString()) : new SubwayDay(feed, zip,
            csv);
    }

    /// <summary>The timetable with changes as transfers.txt has them, or with changes that take no time.</summary>
    internal TransitTimetable Build(bool hasChangeTimes)
    {
        var feed = Feed;
        if (!hasChangeTimes)
        {
            feed = new GtfsFeed { Name = Feed.Name };
            feed.Agencies.AddRange(Feed.Agencies);
            feed.Stops.AddRange(Feed.Stops);
            feed.Routes.AddRange(Feed.Routes);
            feed.Trips.AddRange(Feed.Trips);
            feed.Calendars.AddRange(Feed.Calendars);
            foreach (var (trip, times) in Feed.StopTimes) feed.StopTimes[trip] = times;
        }
        var changes = new ChangeTimes(DefaultSeconds: 0, NeighbourMetres: 0);
        return TimetableBuilder.Build(
            feed, Midnight, Midnight + Duration.FromHours(30), TransitOptions.Plain with { Changes = changes });
    }

    /// <summary>Seconds after midnight of an instant.</summary>
    internal static int Seconds(Instant at) => (int)(at - Midnight).TotalSeconds;

    private static TransitQuery Query(string line)
    {
        var parts = line.Trim().Split(',');
        var at = parts[2].Split(':').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var ready = Midnight + Duration.FromMinutes(at[0] * 60 + at[1]);
        return new TransitQuery(TransitTime.ReadyAt, ready, ready, [new TransitEnd(parts[0])],
            [new TransitEnd(parts[1])])
        {
            ChangesMax = RidesMax - 1,
        };
    }
}
