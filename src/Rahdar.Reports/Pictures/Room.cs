namespace Rahdar.Reports.Pictures;

/// <summary>What of a sheet is taken, so that words are put only where there is room.</summary>
internal sealed class Room
{
    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Takes a rectangle if it is free.</summary>
    internal bool Take(double left, double top, double wide, double high)
    {
        var (right, bottom) = (left + wide, top + high);
        foreach (var t in _taken)
            if (left < t.Right && right > t.Left && top < t.Bottom && bottom > t.Top) return false;
        _taken.Add((left, top, right, bottom));
        return true;
    }

    /// <summary>Takes a rectangle, free or not.</summary>
    internal void Block(double left, double top, double wide, double high) =>
        _taken.Add((left, top, left + wide, top + high));

    /// <summary>Takes what a line covers, in steps of 6.</summary>
    internal void Line(double x1, double y1, double x2, double y2)
    {
        var steps = (int)Math.Ceiling(Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)) / 6);
        for (var i = 0; i <= steps; i++)
        {
            var share = steps == 0 ? 0 : (double)i / steps;
            Block(x1 + (x2 - x1) * share - 2, y1 + (y2 - y1) * share - 2, 4, 4);
        }
    }
}
