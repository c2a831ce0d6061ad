using Rahdar.Network.Borders;
using Rahdar.Network.Claims;

namespace Rahdar.Planning.Space;

/// <summary>When a clearance that meets the post at a minute starts and ends: hours, holidays and closures in
/// one.</summary>
/// <remarks>
/// Kept as stretches of allowed starts with one duration each, over the horizon. The carrier starts at the allowed
/// minute
/// that ends earliest, so the end is a non-decreasing function of the arrival.
/// </remarks>
internal sealed class BorderClock
{
    private readonly List<(int Start, int End, int Minutes)> _stretches = [];
    private readonly int _from;
    private readonly int _to;

    /// <summary>Told of a passage of a plan, from arrival to start, so that the holidays on its days are
    /// listed.</summary>
    internal Action<int, int>? Passed { get; init; }

    /// <param name="hours">Opening hours.</param>
    /// <param name="hoursDays">Days of the zone of the hours.</param>
    /// <param name="windows">Closure windows.</param>
    /// <param name="durationOn">Clearance minutes on a day of the one and of the other post.</param>
    /// <param name="days">Days of both posts.</param>
    /// <param name="from">First minute of interest.</param>
    /// <param name="to">Last minute of interest.</param>
    internal BorderClock(
        OpeningHours hours, ZoneDays hoursDays, IReadOnlyList<ClosureWindow> windows, Func<int, int, int> durationOn,
        (ZoneDays A, ZoneDays B) days, int from, int to)
    {
        (_from, _to) = (from, to);
        var shut = windows.OrderBy(w => w.FromMinute).ToList();
        foreach (var (start, end) in Open(hours, hoursDays, from, to))
            foreach (var (s, e) in Without(start, end, shut))
                AddByDay(s, e, durationOn, days);
        MinutesMin = _stretches.Count == 0 ? int.MaxValue : _stretches.Min(s => s.Minutes);
    }

    /// <summary>Shortest clearance of all; int.MaxValue when nothing is ever allowed.</summary>
    internal int MinutesMin { get; }

    /// <summary>Whether every clearance starts at once and takes as long as any other.</summary>
    internal bool IsEven => _stretches is [var only] && only.Start <= _from && only.End >= _to;

    /// <summary>Start and end of the clearance of a carrier that arrives at a minute; null when none is allowed any
    /// more.</summary>
    /// <param name="arrival">Minute the carrier meets the post.</param>
    /// <param name="pace">Clearance times are this many times the planning value.</param>
    internal (int Start, int End)? Pass(int arrival, double pace = 1)
    {
        var low = 0;
        var high = _stretches.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stretches[middle].End > arrival) high = middle;
            else low = middle + 1;
        }
        (int Start, int End)? best = null;
        for (var i = low; i < _stretches.Count && (best is null || _stretches[i].Start < best.Value.End); i++)
        {
            var start = Math.Max(arrival, _stretches[i].Start);
            var end = start + (pace == 1 ? _stretches[i].Minutes : (int)Math.Ceiling(_stretches[i].Minutes * pace));
            if (best is null || end < best.Value.End) best = (start, end);
        }
        return best;
    }

    /// <summary>Latest arrival whose clearance ends at a minute or before; null when there is none.</summary>
    internal int? LatestArrival(int end)
    {
        int? best = null;
        foreach (var (start, stop, minutes) in _stretches)
        {
            if (start + minutes > end) continue;
            var latest = Math.Min(stop - 1, end - minutes);
            if (best is null || latest > best) best = latest;
        }
        return best;
    }

    /// <summary>Most minutes by which two carriers that come no further apart than a gap go on further apart than it:
    /// the first just passes, the second waits until the post opens, or for a holiday to end.</summary>
    /// <remarks>
    /// The greatest End(t2) - End(t1) - gap over all t1 up to t2, t2 up to t1 + gap. End stands still while the carrier
    /// waits, runs with the clock while it does not, and leaps where a stretch ends. So the greatest is at the end of
    /// the time looked at, where the first need wait no longer, or where the second must wait.
    /// </remarks>
    /// <param name="gap">Most minutes between the two arrivals.</param>
    /// <param name="until">Last minute at which the second comes.</param>
    internal int GapGrowthMax(int gap, int until)
    {
        var most = 0;
        if (_stretches.Count == 0) return most;
        var last = Math.Min(until, _stretches[^1].End - 1);
        LookAt(last);
        foreach (var (start, stop, minutes) in _stretches)
        {
            if (start > last) break;
            LookAt(start + gap);
            LookAt(stop);
            // Before the stretch ends, waiting for a shorter clearance after it may be the quicker.
            if (Pass(stop) is { } next && next.End - minutes < stop) LookAt(next.End - minutes);
        }
        return most;

        void LookAt(int second)
        {
            if (second < _from || second > last) return;
            var first = Math.Max(_from, second - gap);
            most = Math.Max(most, Pass(second)!.Value.End - Pass(first)!.Value.End - gap);
        }
    }

    private static IEnumerable<(int Start, int End)> Open(OpeningHours hours, ZoneDays days, int from, int to)
    {
        if (hours.IsNeverOpen) yield break;
        if (hours.IsAlwaysOpen)
        {
            yield return (from, to);
            yield break;
        }
        for (var day = days.At(from); day <= days.At(to); day++)
        {
            if (!hours.Days.Contains(days.WeekdayOf(day))) continue;
            var opens = days.MinuteOf(day, hours.OpensMinute);
            var closes = days.MinuteOf(day, hours.ClosesMinute);
            var (start, end) = (Math.Max(opens, from), Math.Min(closes, to));
            if (start < end) yield return (start, end);
        }
    }

    private static IEnumerable<(int Start, int End)> Without(int start, int end, IReadOnlyList<ClosureWindow> windows)
    {
        foreach (var window in windows)
        {
            if (window.ToMinute <= start || window.FromMinute >= end) continue;
            if (window.FromMinute > start) yield return (start, window.FromMinute);
            start = Math.Max(start, window.ToMinute);
            if (start >= end) yield break;
        }
        if (start < end) yield return (start, end);
    }

    private void AddByDay(int start, int end, Func<int, int, int> durationOn, (ZoneDays A, ZoneDays B) days)
    {
        while (start < end)
        {
            var (a, b) = (days.A.At(start), days.B.At(start));
            var stop = Math.Min(Math.Min(days.A.Starts[a + 1], days.B.Starts[b + 1]), end);
            var minutes = durationOn(a, b);
            if (_stretches.Count > 0 && _stretches[^1] is var last && last.End == start && last.Minutes == minutes)
                _stretches[^1] = (last.Start, stop, minutes);
            else _stretches.Add((start, stop, minutes));
            start = stop;
        }
    }
}
