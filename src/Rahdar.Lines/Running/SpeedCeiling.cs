namespace Rahdar.Lines.Running;

/// <summary>A stretch of the greatest speed a train may have: flat, or falling as its brake can follow.</summary>
/// <param name="From">Metres.</param>
/// <param name="To">Metres.</param>
/// <param name="SquareTo">Square of the speed at the end, m2/s2.</param>
/// <param name="IsBraking">True when it falls towards the end.</param>
/// <param name="IsTail">True when the limit is one that only the tail of the train is still in.</param>
/// <param name="Permil">Resistance of the path where the front is.</param>
internal readonly record struct CeilingPiece(
    double From, double To, double SquareTo, bool IsBraking, bool IsTail, double Permil);

/// <summary>Greatest speed over position: limits held until the tail has passed, and brake curves before lower
/// ones.</summary>
internal static class SpeedCeiling
{
    private readonly record struct Limited(double From, double To, double Square, bool IsTail, double Permil);

    /// <summary>Pieces from start to end; each within one section.</summary>
    internal static IReadOnlyList<CeilingPiece> Of(Train train, RunningPath path)
    {
        var pieces = new List<CeilingPiece>();
        var after = 0.0;
        var stretches = Stretches(train, path);
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var s = stretches[i];
            var end = Math.Min(after, s.Square);
            var start = Math.Max(s.From, s.To - (s.Square - end) / (2 * train.Braking));
            if (start < s.To) pieces.Add(new CeilingPiece(start, s.To, end, true, s.IsTail, s.Permil));
            if (start > s.From)
                pieces.Add(new CeilingPiece(s.From, start, s.Square, false, s.IsTail, s.Permil));
            after = end + 2 * train.Braking * (s.To - start);
        }
        pieces.Reverse();
        return pieces;
    }

    private static List<Limited> Stretches(Train train, RunningPath path)
    {
        var sections = path.Sections;
        var cuts = sections.SelectMany(s => new[] { s.From, s.To, s.To + train.Length })
            .Where(p => p >= path.From && p <= path.To).Distinct().Order().ToList();
        var list = new List<Limited>();
        var (head, tail) = (0, 0);
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], cuts[i + 1]);
            while (sections[head].To <= from) head++;
            while (sections[tail].To + train.Length <= from) tail++;
            var own = Speed(train, sections[head]);
            var least = own;
            for (var k = tail; k < head; k++) least = Math.Min(least, Speed(train, sections[k]));
            list.Add(new Limited(from, to, least * least, least < own, sections[head].Permil!.Value));
        }
        return list;
    }

    private static double Speed(Train train, PathSection section) =>
        Math.Min(train.SpeedLimit, section.Kmh!.Value / 3.6);
}
