using System.IO.Compression;
using Rahdar.Network.Gtfs;
using Rahdar.Network.Reading;

namespace Rahdar.Tower;

/// <summary>Opens a GTFS feed in a folder or a zip, within the limits of <see cref="GtfsLimits"/>.</summary>
/// <remarks>Names of entries are compared with names of the reference and never used as paths. The declared sizes are
/// summed before anything is unpacked, and what is unpacked is counted as well.</remarks>
public static class FeedStore
{
    /// <summary>Opens a feed, gives it away and closes it.</summary>
    /// <param name="path">Folder or zip.</param>
    /// <param name="faults">Receives why it cannot be opened.</param>
    /// <param name="use">Works on the files while they are open.</param>
    /// <returns>What <paramref name="use"/> gives; the default value with a fault when it was refused.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static T? With<T>(string path, FaultCollector faults, Func<GtfsFiles, T> use)
    {
        if (Directory.Exists(path)) return use(OfFolder(path));
        if (!File.Exists(path))
        {
            faults.Add(path, 0, "", "gtfs:missing", "there is no such folder or zip");
            return default;
        }
        using var stream = File.OpenRead(path);
        return With(path, stream, faults, use);
    }

    /// <summary>Opens a zip given as a stream that can seek.</summary>
    public static T? With<T>(string name, Stream stream, FaultCollector faults, Func<GtfsFiles, T> use)
    {
        if (stream.Length > GtfsLimits.ZipBytesMax)
        {
            faults.Add(name, 0, "", "gtfs:zip-too-large", $"a zip has at most {GtfsLimits.ZipBytesMax} bytes");
            return default;
        }
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return OfZip(name, zip, faults) is { } files ? use(files) : default;
        }
        catch (InvalidDataException e)
        {
            faults.Add(name, 0, "", "gtfs:bad-zip", $"the file is no zip that can be read: {e.Message}");
            return default;
        }
    }

    private static GtfsFiles OfFolder(string path)
    {
        var root = Path.GetFullPath(path);
        var names = Directory.EnumerateFiles(root).Take(GtfsLimits.EntriesMax + 1).Select(f => Path.GetFileName(f))
            .Where(n => n[0] != '.' && n != "README.md").Order(StringComparer.Ordinal).ToList();
        var budget = new Budget();
        return new GtfsFiles(path, names, name => new CountedStream(File.OpenRead(Path.Combine(root, name)), budget));
    }

    private static GtfsFiles? OfZip(string name, ZipArchive zip, FaultCollector faults)
    {
        var entries = zip.Entries.Where(e => !e.FullName.EndsWith('/')).ToList();
        if (zip.Entries.Count > GtfsLimits.EntriesMax)
        {
            faults.Add(name, 0, "", "gtfs:too-many-entries", $"a feed has at most {GtfsLimits.EntriesMax} entries");
            return null;
        }
        if (entries.Any(e => e.Length < 0)
            || entries.Aggregate(0m, (sum, e) => sum + e.Length) > GtfsLimits.UnpackedBytesMax)
            faults.Add(name, 0, "", "gtfs:unpacked-too-large",
                $"the entries unpack to more than {GtfsLimits.UnpackedBytesMax} bytes");
        foreach (var entry in entries)
            if (entry.Length > 1 << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > GtfsLimits.RatioMax)
                faults.Add(name, 0, entry.FullName, "gtfs:ratio",
                    $"an entry unpacks to more than {GtfsLimits.RatioMax} times its size");
        foreach (var twice in entries.GroupBy(e => e.FullName).Where(g => g.Count() > 1))
            faults.Add(name, 0, twice.Key, "gtfs:entry-twice", "two entries have this name");
        foreach (var entry in entries.Where(e => IsBeyond(e.FullName)))
            faults.Add(name, 0, entry.FullName, "gtfs:entry-name", "the name of an entry leads out of the zip");
        if (!faults.IsClean) return null;
        var budget = new Budget();
        var atRoot = entries.Where(e => !e.FullName.Contains('/')).ToDictionary(e => e.FullName);
        return new GtfsFiles(
            name, [.. atRoot.Keys.Order(StringComparer.Ordinal)],
            file => new CountedStream(atRoot[file].Open(), budget))
        {
            InFolders =
            [
                .. entries.Select(e => e.FullName).Where(n => n.Contains('/') && n.EndsWith(".txt",
                    StringComparison.Ordinal)
                    && !n.StartsWith("__MACOSX/", StringComparison.Ordinal)),
            ],
        };
    }

    private static bool IsBeyond(string name) =>
        name.Length == 0 || name[0] == '/' || name.Contains('\\') || name.Contains(':') || name.Contains('\0')
        || name.Split('/').Any(part => part is "..");

    /// <summary>Bytes all files of a feed may still give.</summary>
    private sealed class Budget
    {
        internal long Left { get; set; } = GtfsLimits.UnpackedBytesMax;
    }

    /// <summary>Counts what is read, whatever a zip declared.</summary>
    private sealed class CountedStream(Stream inner, Budget budget) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = inner.Read(buffer, offset, count);
            budget.Left -= n;
            return budget.Left >= 0
                ? n
                : throw new InvalidDataException($"more than {GtfsLimits.UnpackedBytesMax} bytes");
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
