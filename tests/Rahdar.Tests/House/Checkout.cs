namespace Rahdar.Tests.House;

/// <summary>The files of the checkout these tests were built from, without what builds and editors leave.</summary>
internal static class Checkout
{
    private static readonly string[] SkippedFolders =
        [".git", "artifacts", "bin", "obj", "node_modules", "TestResults", ".vs", ".idea", ".vscode"];

    /// <summary>Folder that holds Rahdar.slnx, found by walking up from the test assembly.</summary>
    /// <remarks>Throws: when no folder above the assembly holds it.</remarks>
    public static string Root { get; } = GetRoot();

    /// <summary>Every file below a folder of the checkout.</summary>
    /// <remarks>Shape: paths relative to the root with forward slashes, in ordinal order; may be empty.</remarks>
    public static IReadOnlyList<string> ListFiles(string folder = "")
    {
        var start = new DirectoryInfo(Path.Combine(Root, folder));
        return start.Exists
            ? [.. Walk(start).Select(f => Relative(f.FullName)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Every file of one kind below a folder, such as all ".cs" files below "src".</summary>
    public static IEnumerable<string> ListFiles(string folder, string extension) =>
        ListFiles(folder).Where(f => f.EndsWith(extension, StringComparison.Ordinal));

    /// <summary>Whole text of a file given relative to the root.</summary>
    public static string ReadText(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Lines of a file given relative to the root; a carriage return stays on its line.</summary>
    public static string[] ReadLines(string file) => ReadText(file).TrimEnd('\n').Split('\n');

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(
            folder.EnumerateDirectories().Where(d => !SkippedFolders.Contains(d.Name)).SelectMany(Walk));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string GetRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rahdar.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds Rahdar.slnx");
    }
}
