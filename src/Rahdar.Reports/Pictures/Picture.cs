using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>How wide a picture is drawn: each width is laid out for itself, so that no text shrinks.</summary>
public enum PictureWidth
{
    /// <summary>358 px: a phone of 390 px.</summary>
    Phone,

    /// <summary>720 px: a laptop, and A4 in print.</summary>
    Laptop,
}

/// <summary>A picture of a result: what it shows in words, and its drawing for any width.</summary>
/// <param name="Name">Stable short name, such as `gantt`; also the beginning of its ids.</param>
/// <param name="Speech">The language.</param>
/// <param name="Title">What there is to see: the heading.</param>
/// <param name="Caption">How to read it, and of how many runs, draws or trains it is made.</param>
/// <param name="Source">Where its figures come from.</param>
/// <param name="Description">What it shows, for who does not see it.</param>
public sealed record Picture(
    string Name, Speech Speech, string Title, string Caption, string Source, string Description)
{
    private const double Edge = 12;

    /// <summary>Draws it from y = 0 on; returns the height.</summary>
    internal Func<Canvas, double> Draw { get; init; } = _ => 0;

    /// <summary>The drawing for a page, whose text says title, caption and source: an svg element.</summary>
    /// <param name="width">For which width.</param>
    /// <param name="id">Unique on the page.</param>
    public string ToInline(PictureWidth width, string id)
    {
        var canvas = new Canvas(Speech, Pixels(width), id);
        var height = Draw(canvas);
        return Element(canvas.Body, Pixels(width), height, id);
    }

    /// <summary>A whole SVG file with title, caption and source in it.</summary>
    public string ToFile(PictureWidth width = PictureWidth.Laptop)
    {
        var inner = Pixels(width);
        var head = new Canvas(Speech, inner, Name + "-head");
        var top = 4 + head.Paragraph(0, 4, inner, Title, new Lettering(17, IsBold: true));
        top += 4 + head.Paragraph(0, top + 2, inner, Caption, new Lettering(12.5, Palette.Muted));
        var canvas = new Canvas(Speech, inner, Name);
        var high = Draw(canvas);
        var foot = new Canvas(Speech, inner, Name + "-foot");
        var bottom = foot.Paragraph(0, 0, inner, Source, new Lettering(11, Palette.Muted));
        double wide = inner + 2 * Edge, all = top + high + bottom + 2 * Edge + 14;
        var body = $"<rect width=\"{Canvas.N(wide)}\" height=\"{Canvas.N(all)}\" fill=\"{Palette.Paper}\"/>\n"
            + Shifted(head.Body, Edge) + Shifted(canvas.Body, Edge + top + 6)
            + Shifted(foot.Body, Edge + top + high + 12);
        return Element(body, wide, all, Name) + "\n";
    }

    internal static double Pixels(PictureWidth width) => width == PictureWidth.Phone ? 358 : 720;

    private static string Shifted(string body, double y) =>
        $"<g transform=\"translate({Canvas.N(Edge)} {Canvas.N(y)})\">\n{body}</g>\n";

    private string Element(string body, double wide, double high, string id) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Canvas.N(wide)} {Canvas.N(high)}\" "
        + $"width=\"{Canvas.N(wide)}\" height=\"{Canvas.N(high)}\" role=\"img\" lang=\"{Speech.Tag}\" "
        + $"direction=\"{Speech.Direction}\" aria-labelledby=\"{id}-title {id}-desc\" data-picture=\"{Name}\" "
        + "font-family=\"'Noto Sans','Noto Sans Arabic',system-ui,'Segoe UI','DejaVu Sans',Tahoma,sans-serif\">\n"
        + $"<title id=\"{id}-title\">{Canvas.Escape(Title)}</title>\n"
        + $"<desc id=\"{id}-desc\">{Canvas.Escape(Description)}</desc>\n{body}</svg>";
}
