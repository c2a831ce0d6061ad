using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rahdar.Network.Reading;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Server.Asking;
using Rahdar.Tower;

namespace Rahdar.Server.Http;

/// <summary>In which language a picture is drawn, and for which width.</summary>
internal sealed record PictureLook(Speech Speech, PictureWidth Width)
{
    /// <summary>Reads it; English and laptop where it is left out or wrong, which is then a fault.</summary>
    internal static PictureLook Read(Asked asked) => Read(asked.Text("lang"), asked.Text("width"), asked.Faults);

    internal static PictureLook Read(string? language, string? width, FaultCollector faults)
    {
        var tag = LanguageTags.Find(language ?? "en");
        if (tag is null)
            faults.Add(PlanVerb.QuestionFile, 0, "--lang", "query:language",
                $"`{language}` is not one of {string.Join(", ", LanguageTags.All)}");
        if (width is not (null or "phone" or "laptop"))
            faults.Add(PlanVerb.QuestionFile, 0, "--width", "query:width", $"`{width}` is neither phone nor laptop");
        return new PictureLook(
            Speech.Of(tag ?? Language.English), width == "phone" ? PictureWidth.Phone : PictureWidth.Laptop);
    }
}

/// <summary>The pictures of an answer over HTTP: which there are, and each as SVG.</summary>
internal static class PictureEndpoint
{
    /// <summary>How a picture looks.</summary>
    internal static readonly IReadOnlyList<Parameter> Looks =
    [
        new("lang", "en, ru, ur or fa; en when left out"),
        new("width", "phone or laptop; laptop when left out"),
    ];

    internal static readonly IReadOnlyList<Parameter> Parameters =
    [
        new("picture", "number of a picture of the list, from 0; the list itself when left out", ParameterKind.Whole),
        .. Looks,
    ];

    internal static async Task Write(HttpContext http, Func<Speech, StoryPage> draw)
    {
        var (query, faults) = (http.Request.Query, new FaultCollector());
        var look = PictureLook.Read(Value("lang"), Value("width"), faults);
        var pictures = draw(look.Speech).Pictures;
        var number = Value("picture") is { } text ? Number(text, pictures.Count, faults) : -1;
        if (!faults.IsClean)
        {
            await Problem.BadInput(faults.Faults).Write(http);
            return;
        }
        http.Response.ContentType = number < 0 ? "application/json" : "image/svg+xml";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        var answer = number < 0 ? List(pictures) : Encoding.UTF8.GetBytes(pictures[number].ToFile(look.Width));
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);

        string? Value(string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
    }

    private static int Number(string text, int count, FaultCollector faults)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < count)
            return number;
        faults.Add(PlanVerb.QuestionFile, 0, "--picture", "query:picture", $"`{text}` is not one of 0 to {count - 1}");
        return 0;
    }

    private static byte[] List(IReadOnlyList<Picture> pictures)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("pictures");
            foreach (var picture in pictures)
            {
                json.WriteStartObject();
                json.WriteString("name", picture.Name);
                json.WriteString("title", picture.Title);
                json.WriteString("description", picture.Description);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
