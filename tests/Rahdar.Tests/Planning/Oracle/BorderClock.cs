using NodaTime;
using NodaTime.TimeZones;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>When a clearance at one border may start and how long it then takes, minute by minute.</summary>
/// <remarks>
/// Shape: a list of pieces without gap or overlap; inside a piece nothing changes. The same in both directions.
/// Time base: whole minutes since 2000-01-01T00:00Z.
/// </remarks>
internal sealed class BorderClock
{
    private const int DaysToLookAhead = 60;
    private const decimal LeastShare = 0.1m;

    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly DrawnBorder border;
    private readonly DateTimeZone zoneFrom;
    private readonly DateTimeZone zoneTo;
    private readonly List<DrawnHoliday> holidays;
    private readonly List<(int Start, int End)> closures;
    private readonly List<Piece> pieces = [];

    /// <summary>Makes the clock of a border for the minutes from first to last.</summary>
    public BorderClock(CorridorDrawing drawing, DrawnBorder border, int first, int last)
    {
        this.border = border;
        zoneFrom = drawing.Places.Single(p => p.Id == border.From).Zone;
        zoneTo = drawing.Places.Single(p => p.Id == border.To).Zone;
        holidays = [.. drawing.Holidays.Where(h => h.Country == border.From[..2] || h.Country == border.To[..2])];
        closures = [.. drawing.Closures.Where(IsHere).Select(ToStretch)];
        CutIntoPieces(first, last);
    }

    /// <summary>The border this clock belongs to.</summary>
    public DrawnBorder Border => border;

    /// <summary>End of the clearance of a carrier that arrives at this minute; null when there is none.</summary>
    /// <remarks>The start is the open minute that ends earliest, at most 60 days after the arrival.</remarks>
    public int? FindEnd(int arrival)
    {
        int latestStart = arrival + (DaysToLookAhead * OracleUnits.MinutesADay);
        int? best = null;
        for (int i = IndexAt(arrival); i < pieces.Count && pieces[i].First <= latestStart; i++)
        {
            int start = Math.Max(pieces[i].First, arrival);
            if (pieces[i].IsOpen && (best is null || start + pieces[i].Minutes < best))
            {
                best = start + pieces[i].Minutes;
            }
        }

        return best;
    }

    /// <summary>The latest arrival whose clearance still ends by this minute; null when there is none.</summary>
    /// <remarks>It is the latest open start that ends in time: who comes earlier may wait for it.</remarks>
    public int? FindLatestArrival(int end)
    {
        for (int i = Math.Min(IndexAt(end), pieces.Count - 1); i >= 0; i--)
        {
            int start = Math.Min(pieces[i].End - 1, end - pieces[i].Minutes);
            if (pieces[i].IsOpen && start >= pieces[i].First)
            {
                return start;
            }
        }

        return null;
    }

    /// <summary>The piece with this minute; the first piece for an earlier minute, the count for a later one.</summary>
    private int IndexAt(int minute)
    {
        int low = 0;
        int high = pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (pieces[middle].End <= minute)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private bool IsHere(DrawnClosure closure) =>
        closure.Mode == border.Mode
        && ((closure.From == border.From && closure.To == border.To)
            || (closure.From == border.To && closure.To == border.From));

    private (int Start, int End) ToStretch(DrawnClosure closure)
    {
        int start = OracleUnits.ToMinute(zoneFrom.AtStartOfDay(closure.Date).ToInstant());
        return (start, start + (closure.Days * OracleUnits.MinutesADay));
    }

    private void CutIntoPieces(int first, int last)
    {
        SortedSet<int> cuts = [first];
        foreach ((int start, int end) in closures)
        {
            cuts.UnionWith([start, end]);
        }

        foreach (DrawnHoliday holiday in holidays)
        {
            foreach (DateTimeZone zone in new[] { zoneFrom, zoneTo })
            {
                cuts.Add(OracleUnits.ToMinute(zone.AtStartOfDay(holiday.First).ToInstant()));
                cuts.Add(OracleUnits.ToMinute(zone.AtStartOfDay(holiday.Last.PlusDays(1)).ToInstant()));
            }
        }

        if (!border.IsAlwaysOpen)
        {
            AddOpeningCuts(cuts, first, last);
        }

        int[] starts = [.. cuts.Where(c => c >= first && c < last)];
        for (int i = 0; i < starts.Length; i++)
        {
            int end = i + 1 < starts.Length ? starts[i + 1] : last;
            AddPiece(new Piece(starts[i], end, IsOpenAt(starts[i]), MinutesAt(starts[i])));
        }
    }

    private void AddOpeningCuts(SortedSet<int> cuts, int first, int last)
    {
        LocalDate day = OracleUnits.ToInstant(first).InZone(zoneFrom).Date.PlusDays(-1);
        LocalDate lastDay = OracleUnits.ToInstant(last).InZone(zoneFrom).Date.PlusDays(1);
        for (; day <= lastDay; day = day.PlusDays(1))
        {
            foreach (int minute in new[] { 0, border.OpenMinute, border.CloseMinute })
            {
                LocalDateTime local = day.AtMidnight().PlusMinutes(minute);
                cuts.Add(OracleUnits.ToMinute(local.InZone(zoneFrom, Resolver).ToInstant()));
            }
        }

        foreach (ZoneInterval interval in zoneFrom.GetZoneIntervals(
            OracleUnits.ToInstant(first), OracleUnits.ToInstant(last)))
        {
            if (interval.HasStart)
            {
                cuts.Add(OracleUnits.ToMinute(interval.Start));
            }
        }
    }

    private void AddPiece(Piece piece)
    {
        Piece? before = pieces.Count > 0 ? pieces[^1] : null;
        if (before is not null && before.IsOpen == piece.IsOpen && before.Minutes == piece.Minutes)
        {
            pieces[^1] = before with { End = piece.End };
        }
        else
        {
            pieces.Add(piece);
        }
    }

    private bool IsOpenAt(int minute)
    {
        LocalDateTime local = OracleUnits.ToInstant(minute).InZone(zoneFrom).LocalDateTime;
        int minuteOfDay = (local.Hour * 60) + local.Minute;
        return border.OpenDays.Contains(local.DayOfWeek)
            && minuteOfDay >= border.OpenMinute && minuteOfDay < border.CloseMinute
            && !closures.Any(c => minute >= c.Start && minute < c.End);
    }

    private int MinutesAt(int minute)
    {
        Instant instant = OracleUnits.ToInstant(minute);
        decimal share = 1;
        foreach (DrawnHoliday holiday in holidays)
        {
            DateTimeZone zone = holiday.Country == border.From[..2] ? zoneFrom : zoneTo;
            LocalDate date = instant.InZone(zone).Date;
            if (date >= holiday.First && date <= holiday.Last)
            {
                share = Math.Min(share, holiday.Share);
            }
        }

        return OracleUnits.RoundUp(border.Hours * 60 / Math.Max(share, LeastShare));
    }

    /// <summary>From First to before End a clearance may start or not, and takes so many minutes.</summary>
    private sealed record Piece(int First, int End, bool IsOpen, int Minutes);
}
