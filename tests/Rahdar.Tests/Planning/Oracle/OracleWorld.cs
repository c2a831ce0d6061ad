using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>A drawing looked up: what a link, a border, a gauge change and a handling take and cost.</summary>
internal sealed class OracleWorld
{
    /// <summary>Plans that arrive later than this many days after the ready instant are not looked at.</summary>
    public const int HorizonDays = 200;

    private const int ClockMarginDays = 62;

    // Unscheduled and scheduled trucks drive 9 hours of 24.
    private const decimal TruckDayHours = 24;
    private const decimal TruckDrivingHours = 9;

    private readonly Dictionary<(string, string, string), BorderClock> clocks = [];
    private readonly Dictionary<(string, string), decimal> speeds;
    private readonly Dictionary<(string, string), decimal> rates;
    private readonly Dictionary<(string, string), decimal> factors;

    /// <summary>Looks up a drawing.</summary>
    public OracleWorld(CorridorDrawing drawing)
    {
        Drawing = drawing;
        Ready = OracleUnits.ToMinute(drawing.Query.Ready);
        Horizon = Ready + (HorizonDays * OracleUnits.MinutesADay);
        speeds = drawing.Speeds.ToDictionary(s => (s.Country, s.Mode), s => s.KilometresAnHour);
        rates = drawing.Rates.ToDictionary(r => (r.Country, r.Mode), r => r.UsdAKilometre);
        factors = drawing.EmissionFactors.ToDictionary(e => (e.Country ?? "", e.Mode), e => e.GramsATonneKilometre);

        int first = drawing.Trains.SelectMany(ListDepartures).Append(Ready).Min() - OracleUnits.MinutesADay;
        int last = Horizon + (ClockMarginDays * OracleUnits.MinutesADay);
        foreach (DrawnBorder border in drawing.Borders)
        {
            BorderClock clock = new(drawing, border, first, last);
            clocks[(border.From, border.To, border.Mode)] = clock;
            clocks[(border.To, border.From, border.Mode)] = clock;
        }
    }

    /// <summary>The drawing.</summary>
    public CorridorDrawing Drawing { get; }

    /// <summary>The minute the boxes are ready.</summary>
    public int Ready { get; }

    /// <summary>The last minute a plan may arrive.</summary>
    public int Horizon { get; }

    /// <summary>Boxes to move; a truck takes one.</summary>
    public int Boxes => Drawing.Cargo.Boxes;

    private decimal Tonnes => Boxes * Drawing.Cargo.TonnesABox;

    /// <summary>Departures of a dated service from its first stop; empty for a frequency service.</summary>
    public IReadOnlyList<int> ListDepartures(DrawnTrain train)
    {
        if (train.Departures is null)
        {
            return [];
        }

        DrawnPlace first = Drawing.Places.Single(p => p.Id == train.Stops[0]);
        return [.. train.Departures.Select(d => OracleUnits.ToMinute(first.Zone.AtLeniently(d).ToInstant()))];
    }

    /// <summary>Links of a mode at a place, each with its other end.</summary>
    public IEnumerable<(DrawnLink Link, string Other)> ListLinks(string place, string mode)
    {
        foreach (DrawnLink link in Drawing.Links.Where(k => k.Mode == mode))
        {
            if (link.From == place)
            {
                yield return (link, link.To);
            }
            else if (link.To == place)
            {
                yield return (link, link.From);
            }
        }
    }

    /// <summary>Gauges of the rail links at a place.</summary>
    public IEnumerable<int> ListGauges(string place) =>
        ListLinks(place, "rail").Select(k => k.Link.Gauge!.Value).Distinct().Order();

    /// <summary>The border between two neighbours in a mode, or null.</summary>
    public BorderClock? FindBorder(string from, string to, string mode) => clocks.GetValueOrDefault((from, to, mode));

    /// <summary>Storage of a port, or null where there is no port.</summary>
    public DrawnPort? FindPort(string place) => Drawing.Ports.FirstOrDefault(p => p.Place == place);

    /// <summary>Minutes over a rail or road link; null where a speed is missing.</summary>
    public int? FindLinkMinutes(DrawnLink link)
    {
        int minutes = 0;
        foreach ((string country, decimal kilometres) in ListShares(link))
        {
            string section = link.Mode == "rail" ? link.From[..2] : country;
            if (!speeds.TryGetValue((section, link.Mode), out decimal speed))
            {
                return null;
            }

            minutes += link.Mode == "road"
                ? OracleUnits.RoundUp(kilometres * 60 * TruckDayHours / (speed * TruckDrivingHours))
                : OracleUnits.RoundUp(kilometres * 60 / speed);
        }

        return minutes;
    }

    /// <summary>Cents over a rail or road link for all boxes, a truck for each; null without a price.</summary>
    public long? FindLinkCents(DrawnLink link)
    {
        long cents = 0;
        foreach ((string country, decimal kilometres) in ListShares(link))
        {
            if (!rates.TryGetValue((country, link.Mode), out decimal rate))
            {
                return null;
            }

            cents += OracleUnits.ToCents(kilometres * rate * Boxes);
        }

        return cents;
    }

    /// <summary>Grams over a link for all boxes; a factor that is not given is 0. A sea link is one share.</summary>
    public long GetLinkGrams(DrawnLink link)
    {
        if (link.Mode == "sea")
        {
            return OracleUnits.ToGrams(link.Kilometres * factors.GetValueOrDefault(("", "sea")) * Tonnes);
        }

        return ListShares(link).Sum(s => OracleUnits.ToGrams(
            s.Kilometres * factors.GetValueOrDefault((s.Country, link.Mode)) * Tonnes));
    }

    /// <summary>A rail or road link run at once, without its border; null where a speed or a price is
    /// missing.</summary>
    public OracleWay? FindLinkWay(DrawnLink link, string to)
    {
        int? minutes = FindLinkMinutes(link);
        long? cents = FindLinkCents(link);
        return minutes is null || cents is null
            ? null
            : new OracleWay([OracleStep.Take(minutes.Value)], cents.Value, GetLinkGrams(link), [], $" > {to}");
    }

    /// <summary>A clearance: time, cost a truck or box, and the name of the crossing for its risk.</summary>
    public OracleWay GetClearanceWay(BorderClock clock)
    {
        DrawnBorder border = clock.Border;
        return new OracleWay(
            [OracleStep.Clear(clock)], OracleUnits.ToCents(border.Usd * Boxes), 0,
            [NameCrossing(border.From, border.To, border.Mode)], $" | border {border.Hours}h");
    }

    /// <summary>A gauge change with its wait, or null where no row stands.</summary>
    public OracleWay? FindGaugeWay(string place, int from, int to)
    {
        DrawnGauge? row = Drawing.Gauges.FirstOrDefault(g => g.Place == place
            && ((g.GaugeA == from && g.GaugeB == to) || (g.GaugeA == to && g.GaugeB == from)));
        if (row is null)
        {
            return null;
        }

        int minutes = OracleUnits.RoundUpHours(row.WaitHours) + OracleUnits.RoundUpHours(row.WorkHours);
        return new OracleWay(
            [OracleStep.Take(minutes)], OracleUnits.ToCents(row.Usd * Boxes), 0, [], $" | gauge {from}/{to}");
    }

    /// <summary>A handling at a place, with the port's dwell and charge when one of the carriers is a ship.</summary>
    /// <remarks>No: null where no row stands, or a ship is one of the carriers and there is no port.</remarks>
    public OracleWay? FindHandling(string place, string from, string to)
    {
        DrawnHandling? row = Drawing.Handlings.FirstOrDefault(h => h.From == from && h.To == to);
        bool hasShip = from == "sea" || to == "sea";
        DrawnPort? port = hasShip ? FindPort(place) : null;
        if (row is null || (hasShip && port is null))
        {
            return null;
        }

        int minutes = OracleUnits.RoundUpHours(row.Hours) + OracleUnits.RoundUpHours(port?.DwellHours ?? 0);
        long cents = OracleUnits.ToCents(row.Usd * Boxes) + OracleUnits.ToCents((port?.ThcUsd ?? 0) * Boxes);
        return new OracleWay([OracleStep.Take(minutes)], cents, 0, [], $"{from} to {to}");
    }

    /// <summary>Risk of the crossings of a plan in nanonepers, each disputed crossing once.</summary>
    public long SumRisk(IEnumerable<string> crossings)
    {
        HashSet<string> passed = [.. crossings];
        return Drawing.Disputes
            .Where(d => passed.Contains(NameCrossing(d.From, d.To, d.Mode)))
            .Sum(d => OracleUnits.ToNanonepers(d.Probability));
    }

    private static string NameCrossing(string a, string b, string mode) =>
        string.CompareOrdinal(a, b) < 0 ? $"{a}-{b} {mode}" : $"{b}-{a} {mode}";

    /// <summary>Kilometres of a link in each country: all, or half in each of two.</summary>
    public static IEnumerable<(string Country, decimal Kilometres)> ListShares(DrawnLink link)
    {
        string a = link.From[..2];
        string b = link.To[..2];
        return a == b ? [(a, link.Kilometres)] : [(a, link.Kilometres / 2), (b, link.Kilometres / 2)];
    }
}
