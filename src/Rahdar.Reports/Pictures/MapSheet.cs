using System.Text;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Planning;
using Rahdar.Quantities;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pictures;

/// <summary>Draws a map: the network as a quiet ground, ways and points on it, labels where there is room.</summary>
internal static class MapSheet
{
    private const double LabelSize = 11;
    private const double Near = 0.6;
    private static readonly string[] LevelColours = ["#fff0cc", "#f6b04a", Palette.Vermillion, "#6e1f00"];
    private static readonly double[] LevelRadius = [3.5, 5, 7, 9.5];

    internal static double Draw(
        Canvas canvas, CorridorNetwork network, IReadOnlyList<MapPoint> points, IReadOnlyList<MapWay> ways,
        IReadOnlyList<(double Longitude, double Latitude)> region)
    {
        IReadOnlyCollection<(double, double)> shown = region.Count > 0 ? region
            : [.. network.Places.Values.Select(p => (p.Longitude, p.Latitude))];
        var map = Projection.Fit(shown, canvas.Width, canvas.IsNarrow ? 34 : 54, 0.5, canvas.IsNarrow ? 1.35 : 1);
        var top = Legend.Draw(canvas, 0, Signs(canvas.Speech, points, ways)) + 8;
        var bottom = top + map.Height;
        (double X, double Y) At((double, double) p) => map.At(p) is var (x, y) ? (x, y + top) : default;
        canvas.Rectangle(0, top, canvas.Width, map.Height, new Fill("#fbfaf7"));
        canvas.OpenClip(0, top, canvas.Width, map.Height);
        Ground(canvas, network, At, top, bottom);
        foreach (var way in ways)
            canvas.Polyline(Projection.Simplify([.. way.Line.Select(At)], Near), new Stroke(Palette.Paper, 6));
        foreach (var way in ways)
            canvas.Polyline(Projection.Simplify([.. way.Line.Select(At)], Near), Pen(way.Kind));
        var room = new Room();
        var inside = points.Where(p => At(p.At) is var (x, y) && x > 0 && x < canvas.Width && y > top && y < bottom)
            .ToList();
        foreach (var point in inside.AsEnumerable().Reverse()) Point(canvas, point, At(point.At), room);
        canvas.Close();
        canvas.Rectangle(0.5, top + 0.5, canvas.Width - 1, map.Height - 1, new Fill("none"), new Stroke(Palette.Frame));
        ScaleBar(canvas, map, room, bottom);
        Labels(canvas, inside, At, room, top, bottom);
        Countries(canvas, network, At, room, top, bottom);
        var attribution = canvas.Paragraph(
            0, bottom + 2, canvas.Width, canvas.Speech.Latin(canvas.Speech.Say("map.attribution")),
            new Lettering(10.5, Palette.Muted));
        if (points.Count > inside.Count)
            attribution += canvas.Paragraph(
                0, bottom + 2 + attribution, canvas.Width,
                canvas.Speech.Say("map.outside", canvas.Speech.Number(points.Count - inside.Count)),
                new Lettering(10.5, Palette.Muted));
        return bottom + attribution + 4;
    }

    private static Stroke Pen(ElementKind kind) => kind switch
    {
        ElementKind.Rail => new Stroke(Palette.Blue, 3.2),
        ElementKind.Road => new Stroke("#b87a00", 3, "8 2.5"),
        ElementKind.Sea => new Stroke("#2f8fc4", 3, "2 3"),
        _ => new Stroke(Palette.Purple, 2.4, "10 3 2 3"),
    };

    private static List<Sign> Signs(Speech speech, IReadOnlyList<MapPoint> points, IReadOnlyList<MapWay> ways)
    {
        var signs = ways.Select(w => w.Kind).Distinct().Order()
            .Select(k => Sign.Stretch(PlanGantt.Word(speech, k), Pen(k))).ToList();
        void Add(string key, MapPoint sample) => signs.Add(new Sign(speech.Say(key), (c, x, y) =>
            Symbol(c, sample, x, y)));
        MapPoint Sample(MapSign sign, int level = 0) => new(default, "", sign, level);
        if (points.Any(p => p.Sign == MapSign.End)) Add("map.end", Sample(MapSign.End));
        if (points.Any(p => p.Sign == MapSign.Border)) Add("element.border", Sample(MapSign.Border));
        if (points.Any(p => p.Sign == MapSign.Gauge)) Add("element.gauge", Sample(MapSign.Gauge));
        if (points.Any(p => p.Sign == MapSign.Post))
            for (var level = 0; level <= CorridorMap.LevelHours.Length; level++)
                signs.Add(Step(speech, level));
        if (points.Any(p => p.Sign == MapSign.Yard)) Add("map.yard", Sample(MapSign.Yard, 1));
        if (points.Any(p => p.Sign == MapSign.Port)) Add("map.port", Sample(MapSign.Port, 1));
        if (points.Any(p => p.IsClosed)) Add("status.closed", Sample(MapSign.Post) with { IsClosed = true });
        if (points.Any(p => p.IsDisputed))
            Add("status.disputed", Sample(points.Any(p => p.Sign == MapSign.Post) ? MapSign.Post : MapSign.Border)
                with
            { IsDisputed = true });
        signs.Add(Sign.Stretch(speech.Say("map.rail"), new Stroke("#8f8f8f", 1.5)));
        signs.Add(Sign.Stretch(speech.Say("map.road"), new Stroke("#bdb5a2", 0.8)));
        signs.Add(Sign.Stretch(speech.Say("map.not-worked"), new Stroke("#8f8f8f", 1.1, "1.5 3")));
        return signs;
    }

    private static Sign Step(Speech speech, int level)
    {
        var hours = CorridorMap.LevelHours;
        var text = level == 0 ? speech.Say("map.below", speech.Number(hours[0]))
            : level == hours.Length ? speech.Say("map.above", speech.Number(hours[^1]))
            : speech.Say("map.between", speech.Number(hours[level - 1]), speech.Number(hours[level]));
        return new Sign(text, (c, x, y) => Symbol(c, new MapPoint(default, "", MapSign.Post, level), x, y));
    }

    private static void Ground(
        Canvas canvas, CorridorNetwork network, Func<(double, double), (double X, double Y)> at, double top,
        double bottom)
    {
        bool IsWorked(Link l) => l.Status == LinkStatus.Operating || network.OpenedFrom.ContainsKey(l.Id);
        void Layer(Func<Link, bool> isIn, Stroke stroke)
        {
            var data = new StringBuilder();
            foreach (var link in network.Links.Where(isIn))
            {
                var line = Projection.Simplify([.. link.Line.Select(p => at((p.Longitude, p.Latitude)))], Near);
                if (line.Count < 2 || !line.Any(p => p.X >= 0 && p.X <= canvas.Width && p.Y >= top && p.Y <= bottom))
                    continue;
                data.Append('M').AppendJoin('L', line.Select(p => $"{Canvas.N(p.X)},{Canvas.N(p.Y)}"));
            }
            if (data.Length > 0) canvas.Path(data.ToString(), stroke);
        }
        Layer(l => l.Mode is Mode.Sea or Mode.RoRo, new Stroke("#cfe0ea", 0.9, "1 2"));
        Layer(l => l.Mode == Mode.Road && IsWorked(l), new Stroke("#cfc8b8", 0.7));
        Layer(l => l.Mode == Mode.Rail && IsWorked(l), new Stroke("#a5a5a5", 1.2));
        Layer(l => l.Mode is Mode.Rail or Mode.Road && !IsWorked(l), new Stroke("#a5a5a5", 0.9, "1.5 3"));
    }

    private static void Point(Canvas canvas, MapPoint point, (double X, double Y) at, Room room)
    {
        Symbol(canvas, point, at.X, at.Y);
        var r = Radius(point) + 1;
        room.Block(at.X - r, at.Y - r, 2 * r, 2 * r);
    }

    private static double Radius(MapPoint point) => point.Sign switch
    {
        MapSign.Post or MapSign.Yard or MapSign.Port => Math.Max(LevelRadius[point.Level], point.IsClosed ? 6 : 0),
        MapSign.End => 6,
        _ => 5,
    };

    private static void Symbol(Canvas canvas, MapPoint point, double x, double y)
    {
        var (r, edge) = (Radius(point), new Stroke(Palette.Ink, 1));
        var fill = new Fill(point.Sign switch
        {
            MapSign.End => Palette.Ink,
            MapSign.Border => Palette.Vermillion,
            MapSign.Gauge => Palette.Paper,
            _ => point.IsClosed ? Palette.Paper : LevelColours[point.Level],
        });
        switch (point.Sign)
        {
            case MapSign.Border or MapSign.Port:
                canvas.Rectangle(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7, fill, edge, point.Label);
                break;
            case MapSign.Gauge or MapSign.Yard:
                canvas.Polygon([(x, y - r * 1.2), (x + r * 1.2, y), (x, y + r * 1.2), (x - r * 1.2, y)], fill,
                    edge with { Width = 1.4 }, point.Label);
                break;
            default:
                canvas.Circle(x, y, r, fill, edge, point.Label);
                break;
        }
        if (point.IsClosed)
        {
            var pen = new Stroke(Palette.Ink, 2);
            canvas.Line(x - 3.4, y - 3.4, x + 3.4, y + 3.4, pen);
            canvas.Line(x + 3.4, y - 3.4, x - 3.4, y + 3.4, pen);
        }
        else if (point.IsDisputed)
            canvas.Circle(x, y, r + 3, new Fill("none"), new Stroke(Palette.Ink, 1.2, "2 2"));
    }

    private static void ScaleBar(Canvas canvas, Projection map, Room room, double bottom)
    {
        var km = new[] { 1000, 500, 200, 100, 50, 20, 10 }
            .FirstOrDefault(k => k * map.PixelsPerKm <= canvas.Width / 4, 5);
        var wide = km * map.PixelsPerKm;
        var y = bottom - 12;
        canvas.Open("data-axis=\"scale\"");
        canvas.Line(12, y, 12 + wide, y, new Stroke(Palette.Ink, 1.6));
        canvas.Line(12, y - 4, 12, y, new Stroke(Palette.Ink, 1.6));
        canvas.Line(12 + wide, y - 4, 12 + wide, y, new Stroke(Palette.Ink, 1.6));
        var text = canvas.Speech.Say("unit.km", canvas.Speech.Number(km));
        canvas.Text(12, y - 8, text, Anchor.Left, new Lettering(10.5) { HasHalo = true }, " data-unit=\"km\"");
        canvas.Close();
        room.Block(6, y - 24, Math.Max(wide, TextWidth.Of(text, 10.5)) + 16, 36);
    }

    private static void Labels(
        Canvas canvas, IReadOnlyList<MapPoint> points, Func<(double, double), (double X, double Y)> at, Room room,
        double top, double bottom)
    {
        var left = canvas.IsNarrow ? 9 : 22;
        foreach (var point in points.Where(p => p.Label.Length > 0))
        {
            if (left == 0) break;
            var (x, y) = at(point.At);
            var (r, wide) = (Radius(point) + 4, TextWidth.Of(point.Label, LabelSize, point.Sign == MapSign.End));
            foreach (var (dx, dy) in new[]
            {
                (r, 4.0), (-r - wide, 4), (-wide / 2, -r - 2), (-wide / 2, r + 10), (r, -8), (-r - wide, -8), (r, 16),
                (-r - wide, 16),
            })
            {
                var (from, line) = (x + dx, y + dy);
                if (from < 4 || from + wide > canvas.Width - 4 || line - 13 < top || line + 4 > bottom) continue;
                if (!room.Take(from, line - 11, wide, 15)) continue;
                canvas.Text(from, line, point.Label, Anchor.Left,
                    new Lettering(LabelSize, IsBold: point.Sign == MapSign.End) { HasHalo = true });
                left--;
                break;
            }
        }
    }

    /// <summary>Names of countries, quietly, in the middle of their places on the map.</summary>
    private static void Countries(
        Canvas canvas, CorridorNetwork network, Func<(double, double), (double X, double Y)> at, Room room, double top,
        double bottom)
    {
        foreach (var country in network.Places.Values.GroupBy(p => p.Country).OrderByDescending(g => g.Count()))
        {
            if (WordTable.Shipped.Find($"country.{country.Key}", canvas.Speech.Language) is not { } name) continue;
            var inside = country.Select(p => at((p.Longitude, p.Latitude)))
                .Where(p => p.X > 0 && p.X < canvas.Width && p.Y > top && p.Y < bottom).ToList();
            if (inside.Count < 3) continue;
            var (x, y, wide) = (inside.Average(p => p.X), inside.Average(p => p.Y), TextWidth.Of(name, 12));
            foreach (var (dx, dy) in new[] { (0, 0), (0, 18), (0, -18), (30, 0), (-30, 0), (0, 34), (0, -34) })
            {
                var (from, line) = (x + dx - wide / 2, y + dy);
                if (from < 4 || from + wide > canvas.Width - 4 || line - 14 < top || line + 5 > bottom) continue;
                if (!room.Take(from - 4, line - 13, wide + 8, 19)) continue;
                canvas.Text(from, line, name, Anchor.Left, new Lettering(12, "#8a8577") { HasHalo = true });
                break;
            }
        }
    }
}
