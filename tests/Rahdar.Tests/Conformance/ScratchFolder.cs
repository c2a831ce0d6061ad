namespace Rahdar.Tests.Conformance;

/// <summary>A folder for one test, gone after it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal string Name { get; } = Directory.CreateTempSubdirectory("rahdar-test-").FullName;

    public void Dispose() => Directory.Delete(Name, recursive: true);

    /// <summary>Copies a folder of the checkout into it.</summary>
    internal ScratchFolder With(string folder)
    {
        var root = Path.Combine(House.Checkout.Root, folder);
        foreach (var file in House.Checkout.ListFiles(folder))
            Write(Path.GetRelativePath(root, Path.Combine(House.Checkout.Root, file)), House.Checkout.ReadText(file));
        return this;
    }

    /// <summary>Writes a file, its folder with it.</summary>
    internal string Write(string file, string text)
    {
        var path = Path.Combine(Name, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Puts another text in the place of one that stands there once or more.</summary>
    internal void Change(string file, string old, string other)
    {
        var text = File.ReadAllText(Path.Combine(Name, file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, other, StringComparison.Ordinal));
    }
}
