using System.Globalization;
using System.Text;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>Which end of a text stands at its point, as it is seen: left and right do not turn with the
/// language.</summary>
internal enum Anchor
{
    Left,
    Middle,
    Right,
}

/// <summary>How a text looks.</summary>
internal readonly record struct Lettering(double Size = 12, string Colour = Palette.Ink, bool IsBold = false)
{
    /// <summary>True for a white rim, so that it can be read over lines.</summary>
    internal bool HasHalo { get; init; }
}

/// <summary>A sheet that a picture is drawn on: lines, areas and texts as SVG.</summary>
/// <remarks>Units: CSS pixels, y downwards. Everything is written as attributes, so that the picture looks the same
/// inside a page and alone. Numbers are rounded to a tenth.</remarks>
/// <param name="speech">The language.</param>
/// <param name="width">Width of the sheet.</param>
/// <param name="prefix">Begins the ids of the sheet: unique on a page.</param>
internal sealed class Canvas(Speech speech, double width, string prefix)
{
    private readonly StringBuilder _body = new();
    private readonly SortedDictionary<string, string> _definitions = new(StringComparer.Ordinal);

    internal Speech Speech => speech;

    internal double Width => width;

    /// <summary>Whether there is little room: a phone.</summary>
    internal bool IsNarrow => width < 500;

    /// <summary>Side on which a line of words begins.</summary>
    internal Anchor Start => speech.IsRightToLeft ? Anchor.Right : Anchor.Left;

    /// <summary>The drawing inside an svg element.</summary>
    internal string Body => (_definitions.Count == 0 ? "" : $"<defs>{string.Concat(_definitions.Values)}</defs>\n")
        + _body;

    internal void Line(double x1, double y1, double x2, double y2, Stroke stroke) =>
        _body.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"{Of(stroke)}/>\n");

    internal void Polyline(IEnumerable<(double X, double Y)> points, Stroke stroke, string title = "") =>
        Shape("polyline", $"points=\"{Points(points)}\" fill=\"none\" stroke-linejoin=\"round\"{Of(stroke)}", title);

    internal void Polygon(IEnumerable<(double X, double Y)> points, Fill fill, Stroke stroke, string title = "") =>
        Shape("polygon", $"points=\"{Points(points)}\" fill=\"{Of(fill)}\"{Of(stroke)}", title);

    internal void Path(string data, Stroke stroke) => _body.Append($"<path d=\"{data}\" fill=\"none\"{Of(stroke)}/>\n");

    internal void Rectangle(
        double x, double y, double wide, double high, Fill fill, Stroke stroke = default, string title = "") =>
        Shape(
            "rect",
            $"x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(wide)}\" height=\"{N(high)}\" fill=\"{Of(fill)}\"{Of(stroke)}",
            title);

    internal void Circle(double x, double y, double radius, Fill fill, Stroke stroke = default, string title = "") =>
        Shape("circle", $"cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{Of(fill)}\"{Of(stroke)}", title);

    internal void Text(double x, double y, string text, Anchor anchor, Lettering type = default, string marks = "")
    {
        var look = type == default ? new Lettering() : type;
        var end = (anchor, speech.IsRightToLeft) switch
        {
            (Anchor.Middle, _) => " text-anchor=\"middle\"",
            (Anchor.Left, true) or (Anchor.Right, false) => " text-anchor=\"end\"",
            _ => "",
        };
        _body.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{N(x)}\" y=\"{N(y)}\"{end} font-size=\"{N(look.Size)}\" fill=\"{look.Colour}\"");
        if (look.IsBold) _body.Append(" font-weight=\"700\"");
        if (look.HasHalo)
            _body.Append($" stroke=\"{Palette.Paper}\" stroke-width=\"3\" stroke-linejoin=\"round\" ")
                .Append("paint-order=\"stroke\"");
        _body.Append($"{marks}>{Escape(text)}</text>\n");
    }

    /// <summary>A text in lines from the side where the language begins; the height it takes.</summary>
    internal double Paragraph(double x, double y, double wide, string text, Lettering type)
    {
        var lines = TextWidth.Wrap(text, wide, type.Size, type.IsBold);
        var step = LineHeight(type.Size);
        for (var i = 0; i < lines.Count; i++)
            Text(speech.IsRightToLeft ? x + wide : x, y + type.Size + i * step, lines[i], Start, type);
        return lines.Count * step;
    }

    internal static double LineHeight(double size) => Math.Ceiling(size * 1.42);

    internal void Open(string marks) => _body.Append($"<g{(marks.Length > 0 ? " " + marks : "")}>\n");

    internal void Close() => _body.Append("</g>\n");

    /// <summary>Opens a group whose drawing ends at a rectangle.</summary>
    internal void OpenClip(double x, double y, double wide, double high)
    {
        var id = $"{prefix}-clip";
        _definitions[id] = $"<clipPath id=\"{id}\"><rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(wide)}\" "
            + $"height=\"{N(high)}\"/></clipPath>";
        Open($"clip-path=\"url(#{id})\"");
    }

    internal static string N(double value) =>
        (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    internal static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => $"{N(p.X)},{N(p.Y)}"));

    private void Shape(string name, string attributes, string title) => _body.Append(title.Length == 0
        ? $"<{name} {attributes}/>\n"
        : $"<{name} {attributes}><title>{Escape(title)}</title></{name}>\n");

    private static string Of(Stroke stroke) => stroke == default ? ""
        : $" stroke=\"{stroke.Colour}\" stroke-width=\"{N(stroke.Width)}\""
            + (stroke.Dash.Length > 0 ? $" stroke-dasharray=\"{stroke.Dash}\"" : "");

    private string Of(Fill fill)
    {
        if (fill.Texture == Texture.Solid) return fill.Colour;
        if (fill.Texture == Texture.Hollow) return Palette.Paper;
        var id = $"{prefix}-{fill.Texture.ToString().ToLowerInvariant()}-{fill.Colour[1..]}";
        _definitions[id] = $"<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
            + $"<rect width=\"6\" height=\"6\" fill=\"{fill.Colour}\"/>{Marks(fill.Texture)}</pattern>";
        return $"url(#{id})";
    }

    private static string Marks(Texture texture)
    {
        const string pen = " stroke=\"#fff\" stroke-width=\"1.4\" fill=\"none\"/>";
        return texture switch
        {
            Texture.Diagonal => $"<path d=\"M-1,7 7,-1M-1,1 1,-1M5,7 7,5\"{pen}",
            Texture.BackDiagonal => $"<path d=\"M-1,-1 7,7M5,-1 7,1M-1,5 1,7\"{pen}",
            Texture.Crossed => $"<path d=\"M0,0 6,6M6,0 0,6\"{pen}",
            Texture.Waves => $"<path d=\"M0,3 Q1.5,0.5 3,3 T6,3\"{pen}",
            _ => "<circle cx=\"3\" cy=\"3\" r=\"1.3\" fill=\"#fff\"/>",
        };
    }
}
