namespace Rahdar.Reports.Pictures;

/// <summary>Axes with a light grid; each says what it measures and in which unit.</summary>
/// <remarks>All axes run from left to right and upwards in every language, as in timetables and engineering drawings;
/// words run their own way (docs/decisions/0012-pictures-and-words.md).</remarks>
internal static class Axes
{
    internal const double TickSize = 11;
    private static readonly Lettering Tick = new(TickSize, Palette.Muted);
    private static readonly Lettering Label = new(TickSize, Palette.Ink);

    /// <summary>Room that the axis of values needs beside the frame.</summary>
    internal static double RoomFor(Canvas canvas, Scale scale) => 6 + scale.Ticks()
        .Max(t => TextWidth.Of(canvas.Speech.Number(t, scale.Decimals), TickSize));

    /// <summary>Upright axis: grid and numbers; the label stands above it, 20 px.</summary>
    /// <param name="canvas">The sheet.</param>
    /// <param name="frame">Where the values are drawn.</param>
    /// <param name="scale">The values.</param>
    /// <param name="label">What is measured, with its unit.</param>
    /// <param name="unit">The unit alone.</param>
    /// <param name="left">Where the label begins, above the numbers in every language.</param>
    internal static void Upright(
        Canvas canvas, Frame frame, Scale scale, string label, string unit, double left = 0)
    {
        canvas.Open("data-axis=\"y\"");
        canvas.Text(left, frame.Top - 10, label, Anchor.Left, Label, Unit(unit));
        foreach (var tick in scale.Ticks())
        {
            var y = scale.At(tick);
            canvas.Line(frame.Left, y, frame.Right, y, new Stroke(tick == 0 ? Palette.Frame : Palette.Grid));
            canvas.Text(
                frame.Left - 6, y + 4, canvas.Speech.Number(tick, scale.Decimals), Anchor.Right, Tick);
        }
        canvas.Close();
    }

    /// <summary>Level axis of numbers under the frame, 38 px.</summary>
    internal static void Level(Canvas canvas, Frame frame, Scale scale, string label, string unit)
    {
        canvas.Open("data-axis=\"x\"");
        foreach (var tick in scale.Ticks())
        {
            var x = scale.At(tick);
            canvas.Line(x, frame.Top, x, frame.Bottom, new Stroke(tick == 0 ? Palette.Frame : Palette.Grid));
            TickText(canvas, x, frame.Bottom, canvas.Speech.Number(tick, scale.Decimals));
        }
        canvas.Line(frame.Left, frame.Bottom, frame.Right, frame.Bottom, new Stroke(Palette.Frame));
        canvas.Text((frame.Left + frame.Right) / 2, frame.Bottom + 32, label, Anchor.Middle, Label, Unit(unit));
        canvas.Close();
    }

    /// <summary>Level axis of time under the frame, 38 px.</summary>
    internal static void Time(Canvas canvas, Frame frame, TimeScale scale)
    {
        canvas.Open("data-axis=\"x\"");
        foreach (var (at, text) in scale.Ticks(canvas.Speech, TickSize))
        {
            var x = scale.At(at);
            canvas.Line(x, frame.Top, x, frame.Bottom, new Stroke(Palette.Grid));
            TickText(canvas, x, frame.Bottom, text);
        }
        canvas.Line(frame.Left, frame.Bottom, frame.Right, frame.Bottom, new Stroke(Palette.Frame));
        canvas.Text(
            (frame.Left + frame.Right) / 2, frame.Bottom + 32, canvas.Speech.Say("axis.time"), Anchor.Middle, Label,
            Unit("UTC"));
        canvas.Close();
    }

    /// <summary>Words under a tick, moved in where they would leave the sheet.</summary>
    private static void TickText(Canvas canvas, double x, double bottom, string text)
    {
        var half = TextWidth.Of(text, TickSize) / 2 + 1;
        canvas.Text(Math.Clamp(x, half, canvas.Width - half), bottom + 15, text, Anchor.Middle, Tick);
    }

    private static string Unit(string unit) => $" data-unit=\"{Canvas.Escape(unit)}\"";
}
