using Rahdar.Network.Reading;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Words;

namespace Rahdar.Tower;

/// <summary>The page and the picture of an answer that a user wants, as typed.</summary>
public sealed record PictureRequest
{
    /// <summary>File for the whole page; null for none.</summary>
    public string? Html { get; init; }

    /// <summary>File for one picture; null for none.</summary>
    public string? Svg { get; init; }

    /// <summary>Which picture, by its name; null takes the first of the page.</summary>
    public string? Picture { get; init; }

    /// <summary>Language: en, ru, ur or fa.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether anything is to be written.</summary>
    public bool IsAsked => Html is not null || Svg is not null;
}

/// <summary>Writes pages and pictures of answers, each whole or not at all.</summary>
public static class PictureFiles
{
    /// <summary>Checks what can be checked before anything is asked.</summary>
    public static void Check(PictureRequest request, FaultCollector faults)
    {
        foreach (var (option, file) in new[] { ("--html", request.Html), ("--svg", request.Svg) })
            if (file is not null && WholeFile.Check(file) is { } wrong) Fault(faults, option, "query:file", wrong);
        if (request is { Html: { } html, Svg: { } svg } && WholeFile.Check(html) is null && WholeFile.Check(svg) is null
            && Path.GetFullPath(html) == Path.GetFullPath(svg))
            Fault(faults, "--svg", "query:file", "is the file of --html too");
        if (LanguageTags.Find(request.Language) is null)
            Fault(faults, "--lang", "query:language",
                $"`{request.Language}` is not one of {string.Join(", ", LanguageTags.All)}");
        if (request.Picture is not null && request.Svg is null)
            Fault(faults, "--picture", "query:picture", "says which picture --svg writes: give --svg FILE too");
    }

    /// <summary>The language asked for; it was checked before.</summary>
    public static Speech SpeechOf(PictureRequest request) => Speech.Of(LanguageTags.Find(request.Language)!.Value);

    /// <summary>Writes what was asked for; the files, or none with a fault when the page has no such picture.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the files are as they were before.</exception>
    public static IReadOnlyList<string> Write(
        StoryPage page, PictureRequest request, FaultCollector faults, CancellationToken cancel = default)
    {
        var picture = request.Picture is not { } name ? page.Pictures.FirstOrDefault()
            : page.Pictures.FirstOrDefault(p => p.Name == name);
        if (request.Svg is not null && picture is null)
        {
            Fault(faults, request.Picture is null ? "--svg" : "--picture", "query:picture",
                page.Pictures.Count == 0 ? "the answer has no picture"
                    : $"`{request.Picture}` is not one of {string.Join(", ", page.Pictures.Select(p => p.Name))}");
            return [];
        }
        var files = new List<string>();
        void Put(string? file, Func<string> text)
        {
            if (file is null) return;
            WholeFile.Write(file, text(), cancel);
            files.Add(file);
        }
        Put(request.Html, () => StoryHtml.Of(page));
        Put(request.Svg, () => picture!.ToFile());
        return files;
    }

    private static void Fault(FaultCollector faults, string option, string code, string message) =>
        faults.Add(PlanVerb.QuestionFile, 0, option, code, message);
}
