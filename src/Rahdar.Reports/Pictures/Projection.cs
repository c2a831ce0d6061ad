namespace Rahdar.Reports.Pictures;

/// <summary>From degrees to a sheet: the equidistant conic projection, true along two parallels of the
/// region.</summary>
/// <remarks>Source: J. P. Snyder, Map Projections: A Working Manual, USGS 1987, section 16. Good for a region of middle
/// latitudes; not for the poles or across 180 degrees.</remarks>
internal sealed class Projection
{
    private const double EarthKm = 6371;
    private readonly double _n;
    private readonly double _g;
    private readonly double _middle;
    private double _scale = 1;
    private double _left;
    private double _top;

    private Projection(double south, double north, double middle)
    {
        var (first, second) = (Radians(south + (north - south) / 6), Radians(north - (north - south) / 6));
        _n = Math.Abs(second - first) < 1e-6 ? Math.Sin(first)
            : (Math.Cos(first) - Math.Cos(second)) / (second - first);
        if (Math.Abs(_n) < 1e-6) _n = 1e-6;
        _g = Math.Cos(first) / _n + first;
        _middle = middle;
    }

    /// <summary>Pixels of one kilometre along the true parallels.</summary>
    internal double PixelsPerKm => _scale / EarthKm;

    /// <summary>Height of the sheet.</summary>
    internal double Height { get; private set; }

    /// <summary>Lays points out on a sheet of a width, with an edge, no flatter and no taller than told.</summary>
    internal static Projection Fit(
        IReadOnlyCollection<(double Longitude, double Latitude)> points, double width, double edge, double flattest,
        double tallest)
    {
        var (south, north) = (points.Min(p => p.Latitude), points.Max(p => p.Latitude));
        var middle = (points.Min(p => p.Longitude) + points.Max(p => p.Longitude)) / 2;
        var it = new Projection(south, north, middle);
        var raw = points.Select(it.Raw).ToList();
        var (x1, x2, y1, y2) = (raw.Min(p => p.X), raw.Max(p => p.X), raw.Min(p => p.Y), raw.Max(p => p.Y));
        var (wide, high) = (Math.Max(x2 - x1, 1e-3), Math.Max(y2 - y1, 1e-3));
        it.Height = Math.Clamp(high / wide * (width - 2 * edge) + 2 * edge, width * flattest, width * tallest);
        it._scale = Math.Min((width - 2 * edge) / wide, (it.Height - 2 * edge) / high);
        it._left = width / 2 - (x1 + x2) / 2 * it._scale;
        it._top = it.Height / 2 - (y1 + y2) / 2 * it._scale;
        return it;
    }

    internal (double X, double Y) At((double Longitude, double Latitude) point)
    {
        var (x, y) = Raw(point);
        return (_left + x * _scale, _top + y * _scale);
    }

    private (double X, double Y) Raw((double Longitude, double Latitude) point)
    {
        var (rho, angle) = (_g - Radians(point.Latitude), _n * Radians(point.Longitude - _middle));
        return (rho * Math.Sin(angle), -(_g - rho * Math.Cos(angle)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    /// <summary>A line with the points left out that lie nearer than a pixel to it (Douglas and Peucker,
    /// 1973).</summary>
    internal static IReadOnlyList<(double X, double Y)> Simplify(IReadOnlyList<(double X, double Y)> line, double near)
    {
        if (line.Count < 3) return line;
        var kept = new bool[line.Count];
        (kept[0], kept[^1]) = (true, true);
        var parts = new Stack<(int First, int Last)>([(0, line.Count - 1)]);
        while (parts.TryPop(out var part))
        {
            var (far, at) = (near, -1);
            for (var i = part.First + 1; i < part.Last; i++)
                if (Distance(line[i], line[part.First], line[part.Last]) is var d && d > far) (far, at) = (d, i);
            if (at < 0) continue;
            kept[at] = true;
            parts.Push((part.First, at));
            parts.Push((at, part.Last));
        }
        return [.. line.Where((_, i) => kept[i])];
    }

    private static double Distance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = dx * dx + dy * dy;
        var share = length == 0 ? 0 : Math.Clamp(((p.X - a.X) * dx + (p.Y - a.Y) * dy) / length, 0, 1);
        var (x, y) = (a.X + share * dx - p.X, a.Y + share * dy - p.Y);
        return Math.Sqrt(x * x + y * y);
    }
}
