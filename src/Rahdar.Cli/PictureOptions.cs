using System.CommandLine;
using Rahdar.Reports.Words;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>Options of verbs whose answer can be written as a page or a picture.</summary>
internal sealed class PictureOptions
{
    private readonly Option<string?> _html = new("--html")
    {
        Description = "file for the answer as a page with pictures (HTML that needs nothing else)",
    };

    private readonly Option<string?> _svg = new("--svg") { Description = "file for one picture of the answer (SVG)" };

    private readonly Option<string?> _picture;

    private readonly Option<string> _language = new("--lang")
    {
        Description = $"language of page and picture: {string.Join(", ", LanguageTags.All)}",
        DefaultValueFactory = _ => new PictureRequest().Language,
    };

    /// <param name="names">Names of the pictures that there are.</param>
    internal PictureOptions(string names) => _picture = new("--picture")
    {
        Description = $"which picture --svg writes: {names}; the first one when left out",
    };

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { _html, _svg, _picture, _language }) command.Options.Add(option);
    }

    internal PictureRequest Read(ParseResult parsed) => new()
    {
        Html = parsed.GetValue(_html),
        Svg = parsed.GetValue(_svg),
        Picture = parsed.GetValue(_picture),
        Language = parsed.GetValue(_language)!,
    };
}
