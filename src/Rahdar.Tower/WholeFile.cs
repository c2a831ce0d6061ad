using System.Text;

namespace Rahdar.Tower;

/// <summary>A file that an answer is written to, whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Why a file cannot be written; null when nothing is seen to speak against it.</summary>
    internal static string? Check(string file)
    {
        if (file.Trim().Length == 0) return "the name of a file is missing";
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path)) return $"`{file}` is a folder";
        return Directory.Exists(Path.GetDirectoryName(path)) ? null : $"`{file}` is in a folder that is not there";
    }

    /// <summary>Writes a text in UTF-8.</summary>
    /// <inheritdoc cref="Write(string, Action{Stream}, CancellationToken)"/>
    internal static void Write(string file, string text, CancellationToken cancel = default) =>
        Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)), cancel);

    /// <summary>Writes beside the file and puts the result in its place when it is complete.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the file is as it was before.</exception>
    internal static void Write(string file, Action<Stream> write, CancellationToken cancel = default)
    {
        var path = Path.GetFullPath(file);
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew)) write(stream);
            cancel.ThrowIfCancellationRequested();
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
