using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>Lays out gates: border rows with their hours, holidays and closures, cranes of yards, berths of
/// ports.</summary>
internal sealed class GateBuilder
{
    private readonly CorridorNetwork _network;
    private readonly FigureUse _figures;
    private readonly Knowledge _knowledge;
    private readonly Instant _epoch;
    private readonly long _end;
    private readonly ILookup<string, Holiday> _holidays;
    private readonly Dictionary<string, int> _byId = [];

    internal GateBuilder(CorridorNetwork network, FigureUse figures, Knowledge knowledge, Instant epoch, long end)
    {
        (_network, _figures, _knowledge, _epoch, _end) = (network, figures, knowledge, epoch, end);
        _holidays = network.Holidays.Where(h => h is { Kind: "holiday", ScopeType: "country" }).ToLookup(h => h.Scope);
    }

    internal List<GateModel> Gates { get; } = [];

    internal static long MinuteToSecond(int minute, Instant epoch) =>
        (long)(CorridorClock.InstantOf(minute) - epoch).TotalSeconds;

    /// <summary>Gate of a border row: one for both ways where they share its units, else one a way.</summary>
    internal int Border(BorderRow row, PlaceId to)
    {
        var isOneWay = row.Direction == BorderDirection.Both && !row.IsCapacityBothWays;
        var id = isOneWay ? $"{row.Id}>{to}" : row.Id;
        if (_byId.TryGetValue(id, out var known)) return known;
        var perDay = row.CapacityPerDay is { } capacity ? _figures.Mean(capacity) : 0;
        // A pair is a train each way; what both ways share counts half where each has a row of its own.
        if (row.CapacityUnit.Contains("pairs", StringComparison.Ordinal)) perDay *= 2;
        if (row.IsCapacityBothWays && row.Direction != BorderDirection.Both) perDay /= 2;
        var unit = row.CapacityUnit.Contains("wagons", StringComparison.Ordinal) ? "wagons"
            : row.Mode == Mode.Rail ? "trains" : "trucks";
        var open = row.Hours.IsNeverOpen ? 0 : (row.Hours.ClosesMinute - row.Hours.OpensMinute) * 60m;
        var name = isOneWay ? $"{row.ShortName} to {_network.GetPlaceOrUnlinked(to).Name}" : row.ShortName;
        return Add(new GateModel(
            id, name, ResourceKind.Post, unit, perDay <= 0 ? 0 : (long)(open * 1000 / perDay), HoursOf(row)));
    }

    /// <summary>Cranes of a yard: they work day and night.</summary>
    internal int Cranes(GaugeBreak yard)
    {
        var id = yard.Id;
        if (_byId.TryGetValue(id, out var known)) return known;
        var perDay = yard.CapacityPerDay is { } capacity ? _figures.Mean(capacity) : 0;
        return Add(new GateModel(
            id, yard.Name, ResourceKind.Yard, yard.CapacityUnit == "TEU" ? "TEU" : "wagons",
            perDay <= 0 ? 0 : (long)(86_400_000 / perDay / 2), Always));
    }

    /// <summary>Berths of a port.</summary>
    internal int Berths(Port port)
    {
        var id = "berths-" + port.Place.Value;
        if (_byId.TryGetValue(id, out var known)) return known;
        var berths = Math.Max(
            1, _figures.Mean(port.Berths ?? _network.Figures.GetDefault("berths:default")));
        var hours = _figures.Mean(_network.Figures.GetDefault("berth-hours"));
        return Add(new GateModel(
            id, $"berths of {_network.GetPlace(port.Place).Name}", ResourceKind.Port, "ships", (long)(
                hours * 3_600_000 / berths),
            Always));
    }

    private GateHours Always => new([0], [_end], [1000]);

    private int Add(GateModel gate)
    {
        Gates.Add(gate);
        return _byId[gate.Id] = Gates.Count - 1;
    }

    private GateHours HoursOf(BorderRow row)
    {
        var (a, b) = (_network.GetPlaceOrUnlinked(row.PlaceA), _network.GetPlaceOrUnlinked(row.PlaceB));
        var shut = _knowledge.WindowsOf(row)
            .Select(w => (From: MinuteToSecond(w.FromMinute, _epoch), Until: MinuteToSecond(w.ToMinute, _epoch)))
            .OrderBy(w => w.From).ToList();
        var stretches = new List<(long Start, long End, int Share)>();
        if (!row.Hours.IsNeverOpen)
        {
            var zone = row.Hours.Zone;
            var last = (_epoch + Duration.FromSeconds(_end)).InZone(zone).Date;
            for (var day = _epoch.InZone(zone).Date; day <= last; day = day.PlusDays(1))
            {
                if (!row.Hours.Days.Contains(day.DayOfWeek)) continue;
                var share = (int)(1000 * Math.Max(0.1m, Math.Min(ShareOn(a.Country, day), ShareOn(b.Country, day))));
                AddOpen(stretches, Second(day, row.Hours.OpensMinute, zone), Second(day, row.Hours.ClosesMinute, zone),
                    share, shut);
            }
        }
        return new GateHours(
            [.. stretches.Select(s => s.Start)], [.. stretches.Select(s => s.End)], [.. stretches.Select(s =>
                s.Share)]);
    }

    private void AddOpen(
        List<(long Start, long End, int Share)> stretches, long start, long end, int share,
        List<(long From, long Until)> shut)
    {
        (start, end) = (Math.Max(0, start), Math.Min(_end, end));
        foreach (var (from, until) in shut)
        {
            if (until <= start || from >= end) continue;
            if (from > start) Join(stretches, start, from, share);
            start = Math.Max(start, until);
        }
        if (start < end) Join(stretches, start, end, share);
    }

    private static void Join(List<(long Start, long End, int Share)> stretches, long start, long end, int share)
    {
        if (stretches.Count > 0 && stretches[^1] is var last && last.End == start && last.Share == share)
            stretches[^1] = (last.Start, end, share);
        else stretches.Add((start, end, share));
    }

    private long Second(LocalDate day, int minute, DateTimeZone zone)
    {
        var at = minute >= 1440
            ? zone.AtStartOfDay(day.PlusDays(1))
            : zone.AtLeniently(day.At(LocalTime.FromMinutesSinceMidnight(minute)));
        return (long)(at.ToInstant() - _epoch).TotalSeconds;
    }

    private decimal ShareOn(string country, LocalDate day)
    {
        var share = 1m;
        foreach (var holiday in _holidays[country])
            if (holiday.Covers(day)) share = Math.Min(share, _figures.Mean(holiday.Share));
        return share;
    }
}
