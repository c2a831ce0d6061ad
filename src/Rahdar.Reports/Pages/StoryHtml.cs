using System.Globalization;
using System.Text;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pages;

/// <summary>Writes a page as one HTML file that needs nothing else: no script, no font, no request.</summary>
public static class StoryHtml
{
    private const string Resource = "Rahdar.Reports.Pages.page.css";

    private static readonly Lazy<string> Style = new(() =>
    {
        using var stream = typeof(StoryHtml).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    /// <summary>The page as HTML.</summary>
    public static string Of(StoryPage page)
    {
        var speech = page.Speech;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{speech.Tag}" dir="{speech.Direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="Rahdar">
            <title>{Canvas.Escape(Plain(page.Title))}</title>
            <style>
            {Style.Value}</style>
            </head>
            <body>
            <main>
            <header>
            <h1>{Inline(page.Title)}</h1>
            <p class="subtitle">{Inline(page.Subtitle)}</p>
            </header>

            """);
        foreach (var (index, block) in page.Blocks.Index()) Block(html, block, index, speech);
        html.Append(CultureInfo.InvariantCulture, $"""
            </main>
            <footer><p>{Inline(speech.Say("page.foot"))}</p></footer>
            </body>
            </html>

            """);
        return html.ToString();
    }

    private static void Block(StringBuilder html, StoryBlock block, int index, Speech speech)
    {
        switch (block)
        {
            case StoryBlock.Heading heading:
                html.Append($"<h2>{Inline(heading.Text)}</h2>\n");
                break;
            case StoryBlock.Paragraph paragraph:
                html.Append($"<p{(paragraph.IsLead ? " class=\"lead\"" : "")}>{Inline(paragraph.Text)}</p>\n");
                break;
            case StoryBlock.Points points:
                Points(html, points);
                break;
            case StoryBlock.Table table:
                Table(html, table);
                break;
            case StoryBlock.Figure figure:
                Figure(html, figure.Picture, $"p{index}-{figure.Picture.Name}", speech);
                break;
            default:
                throw new InvalidOperationException("a block nobody knows");
        }
    }

    private static void Points(StringBuilder html, StoryBlock.Points points)
    {
        var foreign = points.Language is { } language ? Speech.Of(language) : null;
        html.Append(foreign is null ? "<ul>\n" : $"<ul lang=\"{foreign.Tag}\" dir=\"{foreign.Direction}\">\n");
        foreach (var sentence in points.Sentences) html.Append($"<li>{Inline(sentence)}</li>\n");
        html.Append("</ul>\n");
    }

    private static void Table(StringBuilder html, StoryBlock.Table table)
    {
        static string Class(StoryColumn c) => c.IsNumber ? " class=\"number\"" : "";
        // On a phone rows become cards; the roles keep them a table for who has it read aloud.
        html.Append($"<table role=\"table\">\n<caption>{Inline(table.Caption)}</caption>\n<thead role=\"rowgroup\">")
            .Append("<tr role=\"row\">");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\" role=\"columnheader\"{Class(column)}>{Inline(column.Head)}</th>");
        html.Append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr role=\"row\">");
            foreach (var (column, cell) in table.Columns.Zip(row))
                html.Append($"<td role=\"cell\"{Class(column)} data-head=\"{Canvas.Escape(Plain(column.Head))}\">")
                    .Append($"<span>{Inline(cell)}</span></td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
        if (table.Note.Length > 0) html.Append($"<p class=\"note\">{Inline(table.Note)}</p>\n");
    }

    private static void Figure(StringBuilder html, Picture picture, string id, Speech speech)
    {
        html.Append($"<figure id=\"{id}\">\n<figcaption><h3>{Inline(picture.Title)}</h3>")
            .Append($"<p>{Inline(picture.Caption)}</p></figcaption>\n")
            .Append($"<div class=\"laptop\">{picture.ToInline(PictureWidth.Laptop, id + "-l")}</div>\n")
            .Append($"<div class=\"phone\">{picture.ToInline(PictureWidth.Phone, id + "-p")}</div>\n")
            .Append($"<p class=\"source\">{Inline(speech.Say("word.source", picture.Source))}</p>\n</figure>\n");
    }

    /// <summary>Text for HTML; what is isolated becomes an element that says so.</summary>
    internal static string Inline(string text) => Canvas.Escape(text)
        .Replace(Speech.FirstStrongIsolate.ToString(), "<bdi>", StringComparison.Ordinal)
        .Replace(Speech.PopIsolate.ToString(), "</bdi>", StringComparison.Ordinal);

    private static string Plain(string text) => text
        .Replace(Speech.FirstStrongIsolate.ToString(), "", StringComparison.Ordinal)
        .Replace(Speech.PopIsolate.ToString(), "", StringComparison.Ordinal);
}
