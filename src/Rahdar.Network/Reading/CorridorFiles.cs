namespace Rahdar.Network.Reading;

/// <summary>The files of a corridor as streams by relative name, for example `facts/borders.csv`.</summary>
/// <remarks>The reader opens no file itself: the host gives the streams.</remarks>
/// <param name="Name">What the set is called in messages.</param>
/// <param name="Open">Opens a file by relative name with `/`; null when there is none. The reader disposes it.</param>
public sealed record CorridorFiles(string Name, Func<string, Stream?> Open)
{
    /// <summary>Files held in memory as text, for drawings and tests.</summary>
    public static CorridorFiles InMemory(string name, IReadOnlyDictionary<string, string> texts) =>
        new(name, file => texts.TryGetValue(file, out var text)
            ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
            : null);
}
