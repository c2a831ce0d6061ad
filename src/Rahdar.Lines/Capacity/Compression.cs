namespace Rahdar.Lines.Capacity;

/// <summary>A train in a timetable: for each block section the time it blocks it.</summary>
/// <param name="Blocks">Begin and end in minutes by block section, on the clock of the train.</param>
public sealed record BlockingStairs(IReadOnlyDictionary<string, (double From, double To)> Blocks);

/// <summary>Pushes trains together until they touch, in their order: how long a line is really taken.</summary>
/// <remarks>Source: UIC 406, compression method. Occupancy lasts until the first train could run again after the
/// last.</remarks>
public static class Compression
{
    /// <summary>Where each train begins after pushing, and when the first could begin again, minutes.</summary>
    /// <param name="trains">In running order; the first begins at 0; at least one.</param>
    public static (IReadOnlyList<double> Shifts, double Occupancy) Of(IReadOnlyList<BlockingStairs> trains)
    {
        var free = new Dictionary<string, double>();
        var shifts = new List<double>();
        foreach (var train in trains)
        {
            var shift = shifts.Count == 0 ? 0 : Math.Max(shifts[^1], Earliest(train, free));
            shifts.Add(shift);
            foreach (var (block, (_, to)) in train.Blocks)
                free[block] = Math.Max(free.GetValueOrDefault(block, double.MinValue), shift + to);
        }
        return (shifts, Earliest(trains[0], free));
    }

    private static double Earliest(BlockingStairs train, Dictionary<string, double> free) =>
        train.Blocks.Where(b => free.ContainsKey(b.Key)).Select(b => free[b.Key] - b.Value.From)
            .DefaultIfEmpty(0).Max();
}
