using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Quantities;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>String-line diagram: trains of one run over time and distance; a slope is a ride, a level stretch a
/// stand.</summary>
/// <remarks>Time runs to the right, distance downwards from the first place of the line, as in graphic timetables. Each
/// unit is drawn once for each way it goes over the line.</remarks>
public static class StringLine
{
    /// <summary>Trains at which a window is long enough.</summary>
    private const int TrainsWanted = 12;

    /// <summary>A stand longer than this breaks the line: the train was elsewhere or at its end.</summary>
    private static readonly Duration StandMax = Duration.FromHours(18);

    private static readonly int[] WindowDays = [1, 2, 3, 7, 14, 30, 60];
    private static readonly Stroke Out = new(Palette.Blue, 1.5);
    private static readonly Stroke Back = new("#b35900", 1.5, "5 2.5");

    private sealed record Thread(UnitId Unit, bool IsOut, List<(Instant At, double Km)> Points);

    /// <summary>The picture.</summary>
    /// <param name="speech">The language.</param>
    /// <param name="network">The corridor, for names.</param>
    /// <param name="line">The line.</param>
    /// <param name="log">Movements of one run.</param>
    /// <param name="begin">First instant measured.</param>
    /// <param name="days">Days measured.</param>
    /// <param name="source">Where the figures come from.</param>
    public static Picture Of(
        Speech speech, CorridorNetwork network, TrainLine line, MovementLog log, Instant begin, int days, string source)
    {
        var names = new Naming(network, speech);
        var threads = ListThreads(line, log);
        int Seen(int window) => threads.Count(t => t.Points[0].At < begin + Duration.FromDays(window));
        var fitting = WindowDays.Where(w => w <= days).ToList();
        var shown = fitting.Where(w => Seen(w) >= TrainsWanted).DefaultIfEmpty(Math.Max(days, 1)).First();
        var end = begin + Duration.FromDays(Math.Min(shown, Math.Max(days, 1)));
        var inside = threads.Where(t => t.Points[0].At < end && t.Points[^1].At > begin).ToList();
        var (first, last) = (names.Place(line.Stops[0].Place), names.Place(line.Stops[^1].Place));
        return new Picture(
            "string-line", speech, speech.Say("string-line.title", first, last),
            speech.Say(
                "string-line.caption", speech.Number(inside.Count), speech.FullDate(begin.InUtc().Date),
                speech.Number(shown)),
            source,
            speech.Say(
                "string-line.description", first, last, speech.Number(line.Stops[^1].Km),
                speech.Number(inside.Count(t => t.IsOut)), speech.Number(inside.Count(t => !t.IsOut))))
        {
            Draw = canvas => Draw(canvas, names, line, inside, begin, end, speech.Say("word.to", last),
                speech.Say("word.to", first)),
        };
    }

    private static double Draw(
        Canvas canvas, Naming names, TrainLine line, IReadOnlyList<Thread> threads, Instant begin, Instant end,
        string outward, string back)
    {
        var speech = canvas.Speech;
        var top = Legend.Draw(canvas, 0, [Sign.Stretch(outward, Out), Sign.Stretch(back, Back)]) + 26;
        var high = Math.Clamp(line.Stops.Count * 26, canvas.IsNarrow ? 280 : 320, 640);
        var labels = line.Stops.Select(s => names.Place(s.Place)).ToList();
        var column = Math.Min(labels.Max(l => TextWidth.Of(l, 11)) + 10, canvas.Width * 0.34);
        var numbers = 42;
        var isRight = speech.IsRightToLeft;
        // Names on the side where reading begins, kilometres on the other.
        var frame = new Frame(
            isRight ? numbers : column, top, canvas.Width - (isRight ? column : numbers), top + high);
        var time = new TimeScale(begin, end, frame.Left, frame.Right);
        var km = new Scale(0, line.Stops[^1].Km, frame.Top, frame.Bottom);
        Sections(canvas, line, frame, km);
        Axes.Time(canvas, frame, time);
        Places(canvas, line, labels, frame, km, column);
        canvas.OpenClip(frame.Left, frame.Top - 1, frame.Width, frame.Height + 2);
        foreach (var thread in threads)
            canvas.Polyline(
                thread.Points.Select(p => (time.At(p.At), km.At(p.Km))), thread.IsOut ? Out : Back,
                thread.Unit.Value);
        canvas.Close();
        return frame.Bottom + 38;
    }

    /// <summary>Every other section lies on a light ground.</summary>
    private static void Sections(Canvas canvas, TrainLine line, Frame frame, Scale km)
    {
        var (from, isTinted) = (0, false);
        for (var i = 1; i <= line.Sections.Count; i++)
        {
            if (i < line.Sections.Count && line.Sections[i] == line.Sections[from]) continue;
            if (isTinted)
                canvas.Rectangle(
                    frame.Left, km.At(line.Stops[from].Km), frame.Width,
                    km.At(line.Stops[i].Km) - km.At(line.Stops[from].Km), new Fill(Palette.Pale));
            (from, isTinted) = (i, !isTinted);
        }
    }

    private static void Places(
        Canvas canvas, TrainLine line, IReadOnlyList<string> labels, Frame frame, Scale km, double column)
    {
        var speech = canvas.Speech;
        var isRight = speech.IsRightToLeft;
        var (edge, numbers) = isRight ? (canvas.Width, frame.Left - 5) : (0, canvas.Width);
        canvas.Open("data-axis=\"y\"");
        canvas.Text(
            isRight ? 0 : canvas.Width, frame.Top - 12, speech.Say("axis.distance"),
            isRight ? Anchor.Left : Anchor.Right, new Lettering(Axes.TickSize), " data-unit=\"km\"");
        var room = new Room();
        // The ends first; others where there is room between them.
        foreach (var i in Enumerable.Range(0, labels.Count).OrderBy(i => i == 0 || i == labels.Count - 1 ? 0 : 1))
        {
            var y = km.At(line.Stops[i].Km);
            canvas.Line(frame.Left, y, frame.Right, y, new Stroke(Palette.Grid));
            if (!room.Take(0, y - 8, 10, 16)) continue;
            var text = Cut(labels[i], column - 8);
            canvas.Text(edge, y + 4, text, canvas.Start, new Lettering(11));
            canvas.Text(numbers, y + 4, speech.Number(line.Stops[i].Km), Anchor.Right,
                new Lettering(Axes.TickSize, Palette.Muted));
        }
        canvas.Close();
    }

    private static string Cut(string text, double width)
    {
        if (TextWidth.Of(text, 11) <= width) return text;
        var n = text.Length;
        while (n > 3 && TextWidth.Of(text[..n] + "…", 11) > width) n--;
        return text[..n].TrimEnd() + "…";
    }

    /// <summary>Rides between neighbours of the line, joined where a unit stands between two of them.</summary>
    private static List<Thread> ListThreads(TrainLine line, MovementLog log)
    {
        var at = line.Stops.Index().ToDictionary(s => s.Item.Place, s => s.Index);
        var (open, threads) = (new Dictionary<UnitId, Thread>(), new List<Thread>());
        var left = new Dictionary<UnitId, Instant>();
        foreach (var movement in log.Movements.OrderBy(m => m.At))
        {
            if (movement is Departed { Mode: Mode.Rail } departed
                && Between(at, departed.Place, departed.To) is not null)
                left[departed.Unit] = departed.At;
            if (movement is not Arrived { Mode: Mode.Rail } arrived
                || Between(at, arrived.From, arrived.Place) is not var (from, to)
                || !left.Remove(arrived.Unit, out var since)) continue;
            var isOut = to > from;
            if (!open.TryGetValue(arrived.Unit, out var thread) || thread.IsOut != isOut
                || thread.Points[^1].Km != line.Stops[from].Km || since - thread.Points[^1].At > StandMax)
            {
                thread = new Thread(arrived.Unit, isOut, []);
                open[arrived.Unit] = thread;
                threads.Add(thread);
            }
            if (thread.Points.Count == 0 || thread.Points[^1] != (since, line.Stops[from].Km))
                thread.Points.Add((since, line.Stops[from].Km));
            thread.Points.Add((arrived.At, line.Stops[to].Km));
        }
        return threads;
    }

    private static (int From, int To)? Between(Dictionary<PlaceId, int> at, PlaceId from, PlaceId to) =>
        at.TryGetValue(from, out var a) && at.TryGetValue(to, out var b) && Math.Abs(a - b) == 1 ? (a, b) : null;
}
