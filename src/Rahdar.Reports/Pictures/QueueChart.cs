using NodaTime;
using Rahdar.Network;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Reports.Pictures;

/// <summary>Who waits where over the days: one small chart for each of the longest queues.</summary>
public static class QueueChart
{
    /// <summary>Charts at most.</summary>
    public const int ChartsMax = 6;

    private const double TitleSize = 12.5;
    private static readonly Stroke Mean = new(Palette.Blue, 2);
    private static readonly Fill Range = new("#cfe3f1");

    /// <summary>The picture; null when nothing queues.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="network">The corridor, for names.</param>
    /// <param name="result">The simulation.</param>
    /// <param name="source">Where the figures come from.</param>
    public static Picture? Of(Speech speech, CorridorNetwork network, SimulationResult result, string source)
    {
        var waited = result.Resources.Where(r => r.Queue.Count > 1 && r.Queue.Max() >= 1)
            .OrderByDescending(r => r.UnitHoursPerDay.Mean).Take(ChartsMax).ToList();
        if (waited.Count == 0) return null;
        var names = new Naming(network, speech);
        var first = waited[0];
        return new Picture(
            "queues", speech, speech.Say("queues.title"),
            speech.Say("queues.caption", speech.Number(result.Request.Replications)), source,
            speech.Say(
                "queues.description", speech.Number(waited.Count), names.Resource(first), speech.Number(first.Queue[0]),
                speech.Number(first.Queue[^1]), names.Counted(first.Unit)))
        {
            Draw = canvas => Draw(canvas, names, result.Begin, waited),
        };
    }

    private static double Draw(
        Canvas canvas, Naming names, Instant begin, IReadOnlyList<ResourceResult> waited)
    {
        var speech = canvas.Speech;
        var top = Legend.Draw(canvas, 0, [
            Sign.Stretch(speech.Say("queues.mean"), Mean),
            Sign.Area(speech.Say("queues.range"), Range, new Stroke(Palette.Blue, 0.8, "2 2")),
        ]) + 14;
        var columns = canvas.IsNarrow ? 1 : 2;
        var wide = (canvas.Width - (columns - 1) * 28) / columns;
        var bottom = top;
        for (var row = 0; row * columns < waited.Count; row++)
        {
            var those = waited.Skip(row * columns).Take(columns).ToList();
            var titles = those.Select(r => TextWidth.Wrap(names.Resource(r), wide, TitleSize, isBold: true)).ToList();
            var head = titles.Max(t => t.Count) * Canvas.LineHeight(TitleSize);
            for (var i = 0; i < those.Count; i++)
            {
                // The first chart stands where reading begins.
                var column = speech.IsRightToLeft ? columns - 1 - i : i;
                var left = column * (wide + 28);
                canvas.Paragraph(left, top, wide, names.Resource(those[i]), new Lettering(TitleSize, IsBold: true));
                bottom = Chart(canvas, names, begin, those[i], left, top + head + 24, wide);
            }
            top = bottom + 20;
        }
        return bottom;
    }

    private static double Chart(
        Canvas canvas, Naming names, Instant begin, ResourceResult resource, double left, double top, double wide)
    {
        var speech = canvas.Speech;
        var most = Math.Max(resource.Queue.Max(), resource.QueueRange.Select(r => r.Greatest).DefaultIfEmpty(0).Max());
        var scale = Scale.Round(0, most, top + 110, top, 4);
        var frame = new Frame(left + Axes.RoomFor(canvas, scale), top, left + wide - 8, top + 110);
        var end = begin + Duration.FromDays(resource.Queue.Count - 1);
        var time = new TimeScale(begin, end, frame.Left, frame.Right);
        Instant Day(int i) => begin + Duration.FromDays(i);
        Axes.Time(canvas, frame, time);
        var unit = names.Counted(resource.Unit);
        Axes.Upright(canvas, frame, scale, speech.Say("axis.waiting", unit), unit, left);
        if (resource.QueueRange.Count == resource.Queue.Count)
            canvas.Polygon(
                resource.QueueRange.Index().Select(r => (time.At(Day(r.Index)), scale.At(r.Item.Greatest)))
                    .Concat(resource.QueueRange.Index().Reverse()
                        .Select(r => (time.At(Day(r.Index)), scale.At(r.Item.Least)))),
                Range, new Stroke(Palette.Blue, 0.8, "2 2"));
        canvas.Polyline(resource.Queue.Index().Select(q => (time.At(Day(q.Index)), scale.At(q.Item))), Mean);
        var last = resource.Queue[^1];
        canvas.Circle(frame.Right, scale.At(last), 3, new Fill(Palette.Blue));
        canvas.Text(
            frame.Right - 5, Math.Max(scale.At(last) - 7, frame.Top + 10), speech.Number(last), Anchor.Right,
            new Lettering(11.5, IsBold: true) { HasHalo = true });
        return frame.Bottom + 38;
    }
}
