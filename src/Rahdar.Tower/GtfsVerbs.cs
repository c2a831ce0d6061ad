using System.IO.Compression;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Gtfs.Freight;
using Rahdar.Network.Gtfs.Realtime;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Reports;

namespace Rahdar.Tower;

/// <summary>Public timetables: validate one, plan with one, give ours away.</summary>
public static class GtfsVerbs
{
    private const int NearMax = 3;

    /// <summary>Reads and validates a feed, and says which services of the corridor it makes.</summary>
    /// <param name="path">Folder or zip.</param>
    /// <param name="network">The corridor; null: services are not looked at.</param>
    /// <param name="today">Day against which expiry is judged.</param>
    /// <param name="faults">Receives why it cannot be opened.</param>
    /// <returns>Null with a fault when it cannot be opened.</returns>
    public static FeedReport? Import(string path, CorridorNetwork? network, LocalDate today, FaultCollector faults) =>
        FeedStore.With(path, faults, files =>
        {
            var (feed, notices) = GtfsReader.Read(files, today);
            if (notices.HasErrors || network is null) return new FeedReport(feed, notices, null, []);
            var misfits = new FaultCollector();
            var services = Services(feed, network, today, misfits);
            return new FeedReport(feed, notices, services, [.. misfits.Faults, .. services.Remarks])
            {
                KnownFrom = Published(feed, today),
            };
        });

    /// <summary>A corridor with the services of feeds; null with every fault when a feed has errors.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="feeds">Folders or zips, one a railway.</param>
    /// <param name="messages">GTFS-Realtime messages about trips of these feeds.</param>
    /// <param name="today">Day on which a feed or message without a date became known.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static CorridorNetwork? With(
        CorridorNetwork network, IReadOnlyList<string> feeds, IReadOnlyList<string> messages, LocalDate today,
        FaultCollector faults)
    {
        var read = messages.Select(m => (Name: m, Message: ReadMessage(m, faults))).ToList();
        foreach (var path in feeds)
            network = FeedStore.With(path, faults, files => WithFeed(network, files, read, today, faults)) ?? network;
        return faults.IsClean ? network : null;
    }

    /// <summary>Writes the services of a corridor as a feed: a zip when the name ends so, else a folder.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="path">Where to; nothing may be there yet.</param>
    /// <param name="from">First day of the feed.</param>
    /// <param name="faults">Receives why it cannot be written.</param>
    /// <returns>Ids of services left out because a place of theirs has no position.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static IReadOnlyList<string>? Export(
        CorridorNetwork network, string path, LocalDate from, FaultCollector faults)
    {
        if (File.Exists(path) || Directory.Exists(path))
        {
            faults.Add(path, 0, "", "export:exists", "there is something already; it is left as it is");
            return null;
        }
        var leftOut = new List<string>();
        var files = FeedExport.Of(network, from, from.PlusDays(365), leftOut);
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) WriteZip(path, files);
        else
        {
            Directory.CreateDirectory(path);
            foreach (var (name, text) in files) File.WriteAllText(Path.Combine(path, name), text);
        }
        return leftOut;
    }

    // Written beside and moved, so that a file of this name is always a whole one.
    private static void WriteZip(string path, IReadOnlyDictionary<string, string> files)
    {
        var beside = path + ".part";
        using (var zip = ZipFile.Open(beside, ZipArchiveMode.Create))
            foreach (var (name, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        File.Move(beside, path);
    }

    private static CorridorNetwork? WithFeed(
        CorridorNetwork network, GtfsFiles files, List<(string Name, RealtimeMessage? Message)> messages,
        LocalDate today, FaultCollector faults)
    {
        var (feed, notices) = GtfsReader.Read(files, today);
        foreach (var notice in notices.Kept.Where(n => n.Severity == Severity.Error))
            faults.Add($"{files.Name}/{notice.File}", notice.Row, notice.Field, "gtfs:" + notice.Code, notice.Message);
        if (notices.HasErrors) return null;
        var list = Services(feed, network, today, faults);
        if (!faults.IsClean) return null;
        network = FeedNetwork.With(network, list);
        foreach (var message in messages.Select(m => m.Message).OfType<RealtimeMessage>().OrderBy(m => m.KnownFrom))
            network = FeedNetwork.With(network, list, feed, message, message.KnownFrom?.InUtc().Date ?? today);
        return network;
    }

    private static FeedServiceList Services(
        GtfsFeed feed, CorridorNetwork network, LocalDate today, FaultCollector faults)
    {
        var finder = new PlaceFinder(network);
        return new FeedServices(
            feed, network, stop => Place(stop, network, finder), name => Near(name, network, finder),
            Published(feed, today), faults).Read();
    }

    private static string Near(string name, CorridorNetwork network, PlaceFinder finder)
    {
        var near = finder.Find(name).Where(m => network.Places.ContainsKey(new PlaceId(m.Id))).Take(NearMax)
            .Select(m => $"{m.Name} {m.Id}").ToList();
        return near.Count == 0 ? "" : $" (do you mean {string.Join(", ", near)}?)";
    }

    // A stop is a place of the corridor by its id, by its code, or by a name that one place bears.
    private static PlaceId? Place(GtfsStop stop, CorridorNetwork network, PlaceFinder finder)
    {
        foreach (var id in new[] { new PlaceId(stop.Id), new PlaceId(stop.Code) })
            if (network.Places.ContainsKey(id)) return id;
        return finder.Resolve(stop.Name) is PlaceResolution.One { Match.Grade: MatchGrade.Name } one
            && network.Places.ContainsKey(one.Place.Id) ? one.Place.Id : null;
    }

    /// <summary>Day on which a feed became known: its version when that is a date, else its first day, else
    /// today.</summary>
    private static LocalDate Published(GtfsFeed feed, LocalDate today)
    {
        var version = feed.Information?.Version ?? "";
        foreach (var pattern in new[] { "uuuuMMdd", "uuuu-MM-dd" })
            if (LocalDatePattern.CreateWithInvariantCulture(pattern).Parse(version) is { Success: true } day)
                return day.Value;
        return feed.Information?.Start ?? today;
    }

    private static RealtimeMessage? ReadMessage(string path, FaultCollector faults)
    {
        if (!File.Exists(path))
        {
            faults.Add(path, 0, "", "gtfs-rt:missing", "there is no such file");
            return null;
        }
        if (new FileInfo(path).Length > GtfsLimits.RealtimeBytesMax)
        {
            faults.Add(path, 0, "", "gtfs-rt:too-large", $"a message has at most {GtfsLimits.RealtimeBytesMax} bytes");
            return null;
        }
        return RealtimeReader.Read(path, File.ReadAllBytes(path), faults);
    }
}
