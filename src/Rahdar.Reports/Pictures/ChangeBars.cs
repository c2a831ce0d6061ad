using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports.Pictures;

/// <summary>One figure before and after, for a pair of bars.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Before">Before, in the unit of the chart.</param>
/// <param name="After">After.</param>
/// <param name="Difference">After less before, pair by pair.</param>
public sealed record BarPair(string Name, Estimate Before, Estimate After, Estimate Difference);

/// <summary>Bars before and after a scenario with 95 % intervals, and whether the change is more than luck.</summary>
public static class ChangeBars
{
    /// <summary>Pairs at most.</summary>
    public const int PairsMax = 10;

    private const double BarHeight = 13;
    private static readonly Fill BeforeFill = new(Palette.Grey, Texture.Diagonal);
    private static readonly Fill AfterFill = new(Palette.Blue);
    private static readonly Stroke Interval = new(Palette.Ink, 1.4);

    /// <summary>The picture.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="name">Its name: unique on a page.</param>
    /// <param name="title">What is compared.</param>
    /// <param name="axis">What the bars measure, with its unit.</param>
    /// <param name="unit">The unit alone.</param>
    /// <param name="pairs">The bars; the first <see cref="PairsMax"/> are drawn; never empty.</param>
    /// <param name="runs">Runs on each side.</param>
    /// <param name="source">Where the figures come from.</param>
    public static Picture Of(
        Speech speech, string name, string title, string axis, string unit, IReadOnlyList<BarPair> pairs, int runs,
        string source)
    {
        var sure = pairs.Count(p => p.Difference.IsBeyondZero);
        var first = pairs[0];
        return new Picture(
            name, speech, title,
            speech.Say(
                "bars.caption", speech.Number(runs), speech.Number(Math.Min(pairs.Count, PairsMax)),
                speech.Number(pairs.Count)),
            source,
            speech.Say(
                "bars.description", speech.Number(pairs.Count), speech.Number(sure), first.Name,
                Figure(speech, first.Before.Mean), Figure(speech, first.After.Mean), unit))
        {
            Draw = canvas => Draw(canvas, axis, unit, [.. pairs.Take(PairsMax)]),
        };
    }

    private static double Draw(Canvas canvas, string axis, string unit, IReadOnlyList<BarPair> pairs)
    {
        var speech = canvas.Speech;
        var top = Legend.Draw(canvas, 0, [
            Sign.Area(speech.Say("bars.before"), BeforeFill), Sign.Area(speech.Say("bars.after"), AfterFill),
            new Sign(speech.Say("bars.interval"), (c, x, y) => Whisker(c, x - 10, x + 10, y)),
        ]) + 10;
        var most = pairs.SelectMany(p => new[] { Top(p.Before), Top(p.After) }).Where(double.IsFinite)
            .DefaultIfEmpty(1).Max();
        var step = canvas.IsNarrow ? 4 : 7;
        var rows = pairs.Select(p => TextWidth.Wrap(Line(speech, p), canvas.Width, 12).Count).ToList();
        var high = rows.Sum(r => r * Canvas.LineHeight(12) + 2 * BarHeight + 20);
        var frame = new Frame(2, top, canvas.Width - 16, top + high);
        var scale = Scale.Round(0, most, frame.Left, frame.Right, step);
        Axes.Level(canvas, frame, scale, axis, unit);
        var y = top + 4;
        foreach (var pair in pairs)
        {
            // White under the words, so that no grid line crosses them.
            var lines = TextWidth.Wrap(Line(speech, pair), canvas.Width, 12);
            var deep = lines.Count * Canvas.LineHeight(12);
            canvas.Rectangle(0, y, canvas.Width, deep + 1, new Fill(Palette.Paper));
            canvas.Paragraph(0, y, canvas.Width, Line(speech, pair), new Lettering(12));
            y += deep + 4;
            Bar(canvas, scale, frame, y, pair.Before, BeforeFill, unit);
            Bar(canvas, scale, frame, y + BarHeight + 1, pair.After, AfterFill, unit);
            y += 2 * BarHeight + 16;
        }
        return frame.Bottom + 38;
    }

    private static void Bar(
        Canvas canvas, Scale scale, Frame frame, double y, Estimate value, Fill fill, string unit)
    {
        var speech = canvas.Speech;
        if (double.IsNaN(value.Mean))
        {
            canvas.Text(frame.Left + 4, y + BarHeight - 2.5, speech.Say("bars.none"), Anchor.Left,
                new Lettering(10.5, Palette.Muted) { HasHalo = true });
            return;
        }
        var end = scale.At(value.Mean);
        canvas.Rectangle(
            Math.Min(frame.Left, end), y, Math.Max(Math.Abs(end - frame.Left), 1), BarHeight - 1, fill,
            title: $"{Figure(speech, value.Mean)} {unit}");
        var far = end;
        if (double.IsFinite(value.Half) && value.Half > 0)
        {
            far = scale.At(value.High);
            Whisker(canvas, Math.Max(scale.At(value.Low), frame.Left), far, y + (BarHeight - 1) / 2);
        }
        var text = Figure(speech, value.Mean);
        var wide = TextWidth.Of(text, 10.5);
        if (far + 5 + wide <= canvas.Width)
            canvas.Text(far + 5, y + BarHeight - 2.5, text, Anchor.Left, new Lettering(10.5) { HasHalo = true });
    }

    private static void Whisker(Canvas canvas, double from, double to, double y)
    {
        canvas.Line(from, y, to, y, new Stroke(Palette.Paper, 3.4));
        canvas.Line(from, y, to, y, Interval);
        canvas.Line(from, y - 4, from, y + 4, Interval);
        canvas.Line(to, y - 4, to, y + 4, Interval);
    }

    private static double Top(Estimate e) => double.IsFinite(e.Half) ? e.High : e.Mean;

    /// <summary>`Torkham: +2.4 (more than luck)`.</summary>
    private static string Line(Speech speech, BarPair pair)
    {
        var change = pair.Difference;
        var word = speech.Say("luck." + SimulationLines.Luck(change, change.N < Math.Max(pair.Before.N, pair.After.N)));
        return speech.Say(
            "bars.row", pair.Name, double.IsNaN(change.Mean) ? "–" : speech.Change(change.Mean, Decimals(change.Mean)),
            word);
    }

    private static string Figure(Speech speech, double value) =>
        double.IsNaN(value) ? "–" : speech.Number(value, Decimals(value));

    private static int Decimals(double value) => Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 1 ? 1 : 2;
}
