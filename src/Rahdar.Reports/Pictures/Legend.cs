namespace Rahdar.Reports.Pictures;

/// <summary>One sign of a legend: how it is drawn around the middle of its box, and what it means.</summary>
internal sealed record Sign(string Text, Action<Canvas, double, double> Draw)
{
    /// <summary>Width of the box of every sign.</summary>
    internal const double Width = 26;

    internal static Sign Area(string text, Fill fill, Stroke stroke = default) => new(text, (canvas, x, y) =>
        canvas.Rectangle(x - Width / 2 + 1, y - 5.5, Width - 2, 11, fill, stroke));

    internal static Sign Stretch(string text, Stroke stroke) => new(text, (canvas, x, y) =>
        canvas.Line(x - Width / 2 + 1, y, x + Width / 2 - 1, y, stroke));
}

/// <summary>Signs and their meaning in rows, from the side where the language begins.</summary>
internal static class Legend
{
    private const double Size = 11.5;
    private const double Row = 19;
    private const double Gap = 16;

    /// <summary>Draws from a height on; returns the height it takes.</summary>
    internal static double Draw(Canvas canvas, double top, IReadOnlyList<Sign> signs)
    {
        var (x, y) = (0.0, top);
        canvas.Open("data-legend=\"\"");
        foreach (var sign in signs)
        {
            var lines = TextWidth.Wrap(sign.Text, canvas.Width - Sign.Width - 6, Size);
            var wide = Sign.Width + 6 + lines.Max(l => TextWidth.Of(l, Size));
            if (x > 0 && x + wide > canvas.Width) (x, y) = (0, y + Row);
            double At(double offset) => canvas.Start == Anchor.Left ? x + offset : canvas.Width - x - offset;
            sign.Draw(canvas, At(Sign.Width / 2), y + 9);
            for (var i = 0; i < lines.Count; i++)
                canvas.Text(At(Sign.Width + 6), y + 13 + i * 16, lines[i], canvas.Start, new Lettering(Size));
            if (lines.Count > 1) (x, y) = (canvas.Width, y + (lines.Count - 1) * 16);
            else x += wide + Gap;
        }
        canvas.Close();
        return y + Row - top;
    }
}
