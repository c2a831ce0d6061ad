using System.IO.Compression;
using System.Text;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Reading;
using Rahdar.Tests.Network.Gtfs;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: a zip that is no honest feed is refused before it costs anything. Method: zips made in memory, one
/// trick
/// each.</summary>
public sealed class FeedStoreTests
{
    [Fact]
    public void Zip_of_a_valid_feed_is_read_like_its_folder()
    {
        var (codes, count) = Open(Zip(SampleFeed.Files.Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value)))));
        Assert.Empty(codes);
        Assert.Equal(SampleFeed.Files.Count, count);
    }

    [Fact]
    public void Entry_that_unpacks_to_far_more_than_it_is_packed_is_refused() =>
        Assert.Contains("gtfs:ratio", Open(Zip([("stops.txt", new byte[8 << 20])])).Codes);

    [Fact]
    public void Entries_that_together_unpack_to_too_much_are_refused()
    {
        var bytes = new byte[1];
        var zip = Zip(Enumerable.Range(0, 60).Select(i => ($"s{i}.txt", bytes)));
        // The declared size of each entry is raised to 16 MiB where the directory of the zip tells it.
        for (var i = 0; i < zip.Length - 46; i++)
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) zip[i + 27] = 1;
        Assert.Contains("gtfs:unpacked-too-large", Open(zip).Codes);
    }

    [Fact]
    public void Too_many_entries_are_refused() =>
        Assert.Contains("gtfs:too-many-entries",
            Open(Zip(Enumerable.Range(0, GtfsLimits.EntriesMax + 1).Select(i => ($"s{i}.txt", new byte[1])))).Codes);

    [Theory]
    [InlineData("../stops.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\..\\stops.txt")]
    [InlineData("c:stops.txt")]
    public void Name_that_leads_out_of_the_zip_is_refused(string name) =>
        Assert.Contains("gtfs:entry-name", Open(Zip([(name, new byte[1])])).Codes);

    [Fact]
    public void Two_entries_of_one_name_are_refused() =>
        Assert.Contains("gtfs:entry-twice", Open(Zip([("stops.txt", new byte[1]), ("stops.txt", new byte[2])])).Codes);

    [Fact]
    public void File_that_is_no_zip_is_refused() =>
        Assert.Contains("gtfs:bad-zip", Open(Encoding.UTF8.GetBytes("stop_id,stop_name")).Codes);

    [Fact]
    public void Feed_in_a_folder_of_the_zip_is_told_as_the_canonical_validator_does()
    {
        var faults = new FaultCollector();
        var zip = Zip(SampleFeed.Files.Select(f => ("feed/" + f.Key, Encoding.UTF8.GetBytes(f.Value))));
        var notices = FeedStore.With("x.zip", new MemoryStream(zip), faults, files => GtfsReader.Read(files).Notices)!;
        Assert.True(notices.Has("invalid_input_files_in_subfolder", Severity.Error));
    }

    private static (IReadOnlyList<string> Codes, int Count) Open(byte[] zip)
    {
        var faults = new FaultCollector();
        var count = FeedStore.With("x.zip", new MemoryStream(zip), faults, files => files.Names.Count);
        return ([.. faults.Faults.Select(f => f.Code)], count);
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        return buffer.ToArray();
    }
}
