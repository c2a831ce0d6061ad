namespace Rahdar.Network.Gtfs;

/// <summary>The files of a feed as streams by name.</summary>
/// <remarks>The reader opens no file itself: the host gives the streams, and holds the limits of zips.</remarks>
/// <param name="Name">What the feed is called in messages: its folder or zip.</param>
/// <param name="Names">Names of the files, such as `stops.txt`; without folders.</param>
/// <param name="Open">Opens one of <paramref name="Names"/>; the reader disposes it.</param>
public sealed record GtfsFiles(string Name, IReadOnlyCollection<string> Names, Func<string, Stream> Open)
{
    /// <summary>Names of entries that lie in a folder of the zip: a fault of the feed.</summary>
    public IReadOnlyList<string> InFolders { get; init; } = [];

    /// <summary>A feed held in memory.</summary>
    public static GtfsFiles InMemory(string name, IReadOnlyDictionary<string, byte[]> files) =>
        new(name, [.. files.Keys.Order(StringComparer.Ordinal)], file => new MemoryStream(files[file], false));

    /// <summary>A feed held in memory as text.</summary>
    public static GtfsFiles InMemory(string name, IReadOnlyDictionary<string, string> files) =>
        InMemory(name, files.ToDictionary(f => f.Key, f => System.Text.Encoding.UTF8.GetBytes(f.Value)));
}
