using NodaTime;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>A plan over time: rides, borders, gauge changes, handling and waits told apart, the arrival with its
/// spread.</summary>
public static class PlanGantt
{
    /// <summary>Rows at most; what is beyond is counted aloud.</summary>
    public const int RowsMax = 80;

    private const double NameSize = 11.5;
    private const double BarHeight = 13;
    private static readonly Fill WaitFill = new(Palette.Paper, Texture.Hollow);
    private static readonly Stroke WaitPen = new(Palette.Ink, 1, "2.5 2");

    /// <summary>The picture.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="answer">The answer the plan is part of.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="forecast">What 10 and 90 of 100 draws keep; null when nothing was drawn.</param>
    /// <param name="source">Where the figures come from.</param>
    public static Picture Of(
        Speech speech, PlanAnswer answer, Itinerary plan, Forecast? forecast, string source)
    {
        var names = new Naming(answer.Network, speech);
        var waits = Duration.FromMinutes(plan.Elements.Sum(e => (long)e.WaitMinutes));
        var borders = Sum(plan, ElementKind.Border);
        return new Picture(
            "gantt", speech, speech.Say("gantt.title"),
            forecast is null ? speech.Say("gantt.caption")
                : speech.Say("gantt.caption.drawn", speech.Number(forecast.Replicates)),
            source,
            speech.Say(
                "gantt.description", speech.Length(plan.Arrival - plan.Ready), speech.Length(waits),
                speech.Length(borders), speech.Length(Sum(plan, ElementKind.Gauge))))
        {
            Draw = canvas => Draw(canvas, names, plan, forecast),
        };
    }

    /// <summary>How an element is filled.</summary>
    internal static Fill FillOf(ElementKind kind) => kind switch
    {
        ElementKind.Rail => new Fill(Palette.Blue),
        ElementKind.Road => new Fill(Palette.Orange, Texture.Diagonal),
        ElementKind.Sea => new Fill(Palette.Sky, Texture.Waves),
        ElementKind.Air => new Fill(Palette.Purple, Texture.Dots),
        ElementKind.Border => new Fill(Palette.Vermillion, Texture.BackDiagonal),
        ElementKind.Gauge => new Fill(Palette.Ink, Texture.Crossed),
        _ => new Fill(Palette.Grey, Texture.Dots),
    };

    /// <summary>The word for a kind of element.</summary>
    internal static string Word(Speech speech, ElementKind kind) => speech.Say(kind switch
    {
        ElementKind.Rail => "mode.rail",
        ElementKind.Road => "mode.road",
        ElementKind.Sea => "mode.sea",
        ElementKind.Air => "mode.air",
        ElementKind.Border => "element.border",
        ElementKind.Gauge => "element.gauge",
        _ => "element.handling",
    });

    private static Duration Sum(Itinerary plan, ElementKind kind) => plan.Elements.Where(e => e.Kind == kind)
        .Aggregate(Duration.Zero, (sum, e) => sum + (e.Arrival - e.Departure));

    private static double Draw(Canvas canvas, Naming names, Itinerary plan, Forecast? forecast)
    {
        var speech = canvas.Speech;
        var all = plan.Elements.Where(e => e.Departure != e.Arrival || e.WaitMinutes > 0).ToList();
        var rows = all.Take(RowsMax).ToList();
        var top = Legend.Draw(canvas, 0, [
            .. rows.Where(e => e.Departure != e.Arrival).Select(e => e.Kind).Distinct().Order()
                .Select(k => Sign.Area(Word(speech, k), FillOf(k))),
            Sign.Area(speech.Say("element.wait"), WaitFill, WaitPen),
            .. forecast is null ? Array.Empty<Sign>()
                :
                [
                    new Sign(speech.Say("gantt.whisker"), (c, x, y) => Whisker(c, x - 10, x + 10, y)),
                    new Sign(speech.Say("gantt.spread"), (c, x, y) => Spread(c, x - 11, x, x + 11, y)),
                ],
        ]) + 10;
        var titles = rows.Select(e => Name(speech, names, e)).ToList();
        var column = canvas.IsNarrow ? 0 : 250.0;
        var late = forecast?.Arrival(0.9).Value ?? plan.Arrival;
        var end = Instant.Max(late, plan.Arrival);
        var (left, right) = canvas.Start == Anchor.Left ? (column, canvas.Width - 6) : (6, canvas.Width - column);
        if (canvas.IsNarrow) (left, right) = (4, canvas.Width - 6);
        var room = canvas.IsNarrow ? canvas.Width : column - 12;
        var heights = titles.Append(speech.Say("gantt.arrival"))
            .Select(n => Height(canvas, TextWidth.Wrap(n, room, NameSize).Count)).ToList();
        var frame = new Frame(left, top, right, top + heights.Sum() + 4);
        var time = new TimeScale(plan.Ready, end, frame.Left, frame.Right);
        Axes.Time(canvas, frame, time);
        var y = top + 2;
        for (var i = 0; i < rows.Count; i++)
        {
            var bar = Label(canvas, titles[i], y, room, heights[i]);
            var isLast = i + 1 == rows.Count || rows[i + 1].Movement != rows[i].Movement;
            Row(canvas, time, rows[i], isLast ? forecast : null, bar);
            y += heights[i];
        }
        var row = Label(canvas, speech.Say("gantt.arrival"), y, room, heights[^1], isBold: true);
        Arrival(canvas, time, plan, forecast, row);
        var bottom = frame.Bottom + 38;
        if (all.Count > RowsMax)
            bottom += canvas.Paragraph(
                0, bottom, canvas.Width, speech.Say("word.more-rows", speech.Number(all.Count - RowsMax)),
                new Lettering(11, Palette.Muted));
        return bottom;
    }

    private static double Height(Canvas canvas, int lines) => canvas.IsNarrow
        ? lines * Canvas.LineHeight(NameSize) + BarHeight + 9
        : Math.Max(lines * Canvas.LineHeight(NameSize), BarHeight) + 5;

    /// <summary>Writes what a row is; returns where its bar begins.</summary>
    private static double Label(
        Canvas canvas, string name, double y, double room, double height, bool isBold = false)
    {
        if (canvas.IsNarrow)
            canvas.Rectangle(0, y, canvas.Width, height - BarHeight - 6, new Fill(Palette.Paper));
        var x = canvas.Start == Anchor.Left ? 0 : canvas.Width - room;
        var used = canvas.Paragraph(x, y, room, name, new Lettering(NameSize, IsBold: isBold));
        return canvas.IsNarrow ? y + used + 2 : y + 2;
    }

    /// <summary>A wait, what follows it, how long both take, and when the movement may end.</summary>
    private static void Row(Canvas canvas, TimeScale time, Element e, Forecast? forecast, double y)
    {
        var speech = canvas.Speech;
        var (begin, from, to) = (
            time.At(e.Departure - Duration.FromMinutes(e.WaitMinutes)), time.At(e.Departure), time.At(e.Arrival));
        if (e.WaitMinutes > 0)
            canvas.Rectangle(
                begin, y + 2, Math.Max(from - begin, 1), BarHeight - 4, WaitFill, WaitPen,
                $"{speech.Say("element.wait")}: {speech.Length(Duration.FromMinutes(e.WaitMinutes))}");
        if (e.Arrival > e.Departure)
            canvas.Rectangle(
                from, y, Math.Max(to - from, 1.5), BarHeight, FillOf(e.Kind),
                title: $"{Word(speech, e.Kind)}: {speech.Moment(e.Departure)} – {speech.Moment(e.Arrival)}");
        var far = Math.Max(to, from);
        if (forecast?.EndOf(e.Movement, 0.1) is { } early)
        {
            var late = Math.Min(time.At(forecast.EndOf(e.Movement, 0.9) ?? time.End), time.To);
            Whisker(canvas, time.At(early), late, y + BarHeight / 2);
            (begin, far) = (Math.Min(begin, time.At(early)), Math.Max(far, late));
        }
        var length = e.Arrival - e.Departure;
        var text = e.WaitMinutes == 0 ? speech.Length(length)
            : e.Arrival == e.Departure ? speech.Length(Duration.FromMinutes(e.WaitMinutes))
            : $"{speech.Length(Duration.FromMinutes(e.WaitMinutes))} + {speech.Length(length)}";
        var wide = TextWidth.Of(text, 10.5);
        var type = new Lettering(10.5, Palette.Ink) { HasHalo = true };
        if (far + 5 + wide <= time.To)
            canvas.Text(far + 5, y + BarHeight - 3, text, Anchor.Left, type);
        else if (begin - 5 - wide >= time.From)
            canvas.Text(begin - 5, y + BarHeight - 3, text, Anchor.Right, type);
    }

    private static void Arrival(Canvas canvas, TimeScale time, Itinerary plan, Forecast? forecast, double y)
    {
        var speech = canvas.Speech;
        var middle = y + BarHeight / 2;
        var (low, at, high) = (plan.Arrival, plan.Arrival, plan.Arrival);
        var text = speech.Moment(plan.Arrival);
        if (forecast?.Arrival(0.5).Value is { } half && forecast.Arrival(0.1).Value is { } early)
        {
            (low, at) = (early, half);
            high = forecast.Arrival(0.9).Value ?? plan.Arrival;
            text = speech.Say(
                "gantt.arrival.days", speech.DayMonth(half.InUtc().Date), speech.DayMonth(early.InUtc().Date),
                forecast.Arrival(0.9).Value is { } late ? speech.DayMonth(late.InUtc().Date) : "–");
        }
        Spread(canvas, time.At(low), time.At(at), time.At(high), middle);
        var (left, wide) = (Math.Min(time.At(low), time.At(at)), TextWidth.Of(text, 11, isBold: true));
        canvas.Text(
            Math.Max(left - 6, time.From + wide), y + BarHeight - 2, text, Anchor.Right,
            new Lettering(11, IsBold: true) { HasHalo = true });
    }

    /// <summary>From the tenth to the ninetieth of a hundred draws: white under black, to be seen on any
    /// ground.</summary>
    private static void Whisker(Canvas canvas, double from, double to, double y)
    {
        canvas.Line(from, y, to, y, new Stroke(Palette.Paper, 3.2));
        canvas.Line(from, y, to, y, new Stroke(Palette.Ink, 1.2));
        foreach (var x in new[] { from, to })
        {
            canvas.Line(x, y - 3.5, x, y + 3.5, new Stroke(Palette.Paper, 3.2));
            canvas.Line(x, y - 3.5, x, y + 3.5, new Stroke(Palette.Ink, 1.2));
        }
    }

    private static void Spread(Canvas canvas, double low, double at, double high, double y)
    {
        var pen = new Stroke(Palette.Ink, 1.6);
        canvas.Line(low, y, high, y, pen);
        canvas.Line(low, y - 5, low, y + 5, pen);
        canvas.Line(high, y - 5, high, y + 5, pen);
        canvas.Polygon([(at, y - 5.5), (at + 5.5, y), (at, y + 5.5), (at - 5.5, y)], new Fill(Palette.Green),
            new Stroke(Palette.Ink, 1.2));
    }

    private static string Name(Speech speech, Naming names, Element e) => e.Kind == ElementKind.Border
        ? speech.Say("gantt.row", Word(speech, e.Kind), names.Border(e.BorderId, e.To))
        : speech.Say("gantt.row", Word(speech, e.Kind), names.Way(e.From, e.To));
}
