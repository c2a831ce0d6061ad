namespace Rahdar.Benchmarks.Harness;

/// <summary>The checkout the benchmarks were built from.</summary>
internal static class Checkout
{
    private const string Unknown = "unknown";

    /// <summary>Folder that holds Rahdar.slnx.</summary>
    /// <remarks>Throws: when no folder above the program holds it.</remarks>
    public static string Root { get; } = GetRoot();

    /// <summary>First twelve characters of the commit checked out, or "unknown" where the files do not say.</summary>
    public static string Commit()
    {
        var git = Path.Combine(Root, ".git");
        var head = ReadFirstLine(Path.Combine(git, "HEAD"));
        var commit = head?.StartsWith("ref: ", StringComparison.Ordinal) == true ? FindRef(git, head[5..]) : head;
        return commit is { Length: >= 12 } ? commit[..12] : Unknown;
    }

    private static string? FindRef(string git, string name)
    {
        var packed = Path.Combine(git, "packed-refs");
        return ReadFirstLine(Path.Combine(git, name))
            ?? (File.Exists(packed)
                ? File.ReadLines(packed).FirstOrDefault(l => l.EndsWith(" " + name, StringComparison.Ordinal))
                : null);
    }

    private static string? ReadFirstLine(string file) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;

    private static string GetRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Rahdar.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds Rahdar.slnx");
    }
}
