using NodaTime;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>A point of a time/cost-distance chart: what has been spent on the way so far.</summary>
/// <param name="Km">Kilometres from the origin.</param>
/// <param name="Hours">Hours since the boxes were ready.</param>
/// <param name="Usd">US dollars; null when not known.</param>
/// <param name="Name">The place or leg that ends here, for people; may be empty.</param>
public sealed record WayPoint(double Km, double Hours, double? Usd, string Name = "");

/// <summary>Time and cost along the way, planned against happened: slopes are rides, steps are stops.</summary>
/// <remarks>Source: the time/cost-distance method of UNESCAP: cumulative time and cost over cumulative distance; a stop
/// is a vertical rise.</remarks>
public static class TimeCostChart
{
    private const int StepsNamed = 4;
    private static readonly Stroke Planned = new(Palette.Blue, 2.2);
    private static readonly Stroke Happened = new(Palette.Vermillion, 2.2, "7 3");

    /// <summary>The chart.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="planned">Points in order of the way, the first at 0; never empty.</param>
    /// <param name="happened">What happened, observed or simulated; null when there is nothing to compare.</param>
    /// <param name="source">Where the figures come from.</param>
    public static Picture Of(
        Speech speech, IReadOnlyList<WayPoint> planned, IReadOnlyList<WayPoint>? happened, string source)
    {
        var last = planned[^1];
        var stops = planned.Skip(1).Zip(planned, (now, before) => now.Km == before.Km ? now.Hours - before.Hours : 0)
            .Sum();
        var usd = last.Usd is { } cost ? speech.Number(cost) : "–";
        return new Picture(
            "time-cost", speech, speech.Say("time-cost.title"),
            speech.Say(happened is null ? "time-cost.caption" : "time-cost.caption.both"), source,
            speech.Say(
                "time-cost.description", speech.Number(last.Km), speech.Length(Duration.FromHours(last.Hours)), usd,
                speech.Percent(last.Hours > 0 ? stops / last.Hours : 0)))
        {
            Draw = canvas => Draw(canvas, planned, happened),
        };
    }

    private static double Draw(Canvas canvas, IReadOnlyList<WayPoint> planned, IReadOnlyList<WayPoint>? happened)
    {
        var speech = canvas.Speech;
        var courses = new[] { (Points: planned, Pen: Planned) }
            .Concat(happened is null ? [] : [(Points: happened, Pen: Happened)]).ToList();
        var y = Legend.Draw(canvas, 0, [
            Sign.Stretch(speech.Say("word.planned"), Planned),
            .. happened is null ? Array.Empty<Sign>() : [Sign.Stretch(speech.Say("word.happened"), Happened)],
        ]) + 24;
        var longest = courses.Max(c => c.Points.Max(p => p.Hours));
        var isDays = longest > 96;
        double Time(WayPoint p) => isDays ? p.Hours / 24 : p.Hours;
        y = Panel(
            canvas, y, courses, p => Time(p), speech.Say(isDays ? "axis.time-spent.days" : "axis.time-spent.hours"),
            isDays ? "d" : "h", namesSteps: true);
        return Panel(canvas, y + 30, courses, p => p.Usd, speech.Say("axis.cost"), "USD", namesSteps: false);
    }

    private static double Panel(
        Canvas canvas, double top, IReadOnlyList<(IReadOnlyList<WayPoint> Points, Stroke Pen)> courses,
        Func<WayPoint, double?> value, string label, string unit, bool namesSteps)
    {
        var high = canvas.IsNarrow ? 200 : 250;
        var most = courses.Max(c => c.Points.Max(p => value(p) ?? 0));
        var scale = Scale.Round(0, most, top + high, top, 5);
        var frame = new Frame(Axes.RoomFor(canvas, scale), top, canvas.Width - 8, top + high);
        var far = courses.Max(c => c.Points.Max(p => p.Km));
        var step = Scale.StepFor(Math.Max(far, 1), canvas.IsNarrow ? 4 : 7);
        var km = new Scale(0, Math.Max(Math.Ceiling(far / step - 1e-9), 1) * step, frame.Left, frame.Right)
        {
            Step = step,
        };
        Axes.Level(canvas, frame, km, canvas.Speech.Say("axis.distance"), "km");
        Axes.Upright(canvas, frame, scale, label, unit);
        foreach (var (points, pen) in courses)
        {
            var known = points.Where(p => value(p) is not null).ToList();
            if (known.Count == 0) continue;
            (double X, double Y) At(WayPoint p) => (km.At(p.Km), scale.At(value(p)!.Value));
            canvas.Polyline(known.Select(At), pen);
            var (x, y) = At(known[^1]);
            canvas.Circle(
                x, y, 3.5, new Fill(pen.Dash.Length > 0 ? Palette.Paper : pen.Colour), pen with { Dash = "" });
        }
        if (namesSteps) NameSteps(canvas, frame, courses, km, scale, value);
        return frame.Bottom + 38;
    }

    /// <summary>The highest steps of the plan by name, where there is room for them.</summary>
    private static void NameSteps(
        Canvas canvas, Frame frame, IReadOnlyList<(IReadOnlyList<WayPoint> Points, Stroke Pen)> courses, Scale km,
        Scale scale, Func<WayPoint, double?> value)
    {
        var planned = courses[0].Points;
        var room = new Room();
        foreach (var (points, _) in courses)
            for (var i = 1; i < points.Count; i++)
                room.Line(
                    km.At(points[i - 1].Km), scale.At(value(points[i - 1])!.Value), km.At(points[i].Km),
                    scale.At(value(points[i])!.Value));
        var steps = Enumerable.Range(1, planned.Count - 1)
            .Where(i => planned[i].Km == planned[i - 1].Km && planned[i].Name.Length > 0)
            .OrderByDescending(i => planned[i].Hours - planned[i - 1].Hours).Take(StepsNamed);
        foreach (var i in steps)
        {
            var length = Duration.FromHours(planned[i].Hours - planned[i - 1].Hours);
            var text = $"{planned[i].Name}: {canvas.Speech.Length(length)}";
            var middle = (scale.At(value(planned[i])!.Value) + scale.At(value(planned[i - 1])!.Value)) / 2;
            var (x, wide) = (km.At(planned[i].Km), TextWidth.Of(text, Axes.TickSize));
            foreach (var (left, up) in Places(x, middle, wide))
            {
                if (left < frame.Left + 2 || left + wide > frame.Right || !room.Take(left, up - 11, wide, 15)) continue;
                canvas.Text(left, up, text, Anchor.Left, new Lettering(Axes.TickSize) { HasHalo = true });
                break;
            }
        }
    }

    private static IEnumerable<(double Left, double Y)> Places(double x, double y, double wide)
    {
        foreach (var off in new[] { 4, -12, 20, -28, 36, -44, 52 })
        {
            yield return (x + 7, y + off);
            yield return (x - 7 - wide, y + off);
        }
    }
}
