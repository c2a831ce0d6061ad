using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Ports;
using Rahdar.Network.Rail;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Planning.Space;

/// <summary>Everything one question is asked of: network, knowledge, prices and the figures read.</summary>
internal sealed class PlanContext
{
    private readonly Dictionary<string, BorderClock> _clocks = [];
    private readonly Dictionary<(PlaceId, Mode), double> _hazards = [];
    private readonly Dictionary<string, ServiceOffer> _offers = [];
    private readonly Dictionary<(PlaceId, Ground), StorageTariff> _storage = [];
    private readonly Dictionary<string, decimal[]> _shares = [];
    private readonly Dictionary<DateTimeZone, ZoneDays> _days = [];
    private readonly Dictionary<Link, bool> _usable = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<PlaceId, GaugeBreak> _yards;
    private readonly ILookup<string, Rahdar.Network.Calendars.Holiday> _holidays;

    internal PlanContext(CorridorNetwork network, PlanQuery query, FigureReads reads)
    {
        network = network.WithUpgradesOn(query.ReadyDay(network));
        (Network, Query, Reads) = (network, query, reads);
        Knowledge = new Knowledge(network, query.Known);
        Day = query.ReadyDay(network);
        Prices = new PriceBook(network, Day);
        var origin = network.GetPlace(query.From);
        ReadyMinute = CorridorClock.MinuteOf(query.Ready);
        StartMinute = query.StartMinute(network);
        EndMinute = StartMinute + Limits.HorizonDays * 1440;
        _holidays = network.Holidays.Where(h => h is { Kind: "holiday", ScopeType: "country" }).ToLookup(h => h.Scope);
        _yards = network.GaugeBreaks.Where(g => g.Status == "operating").ToLookup(g => g.Place);
        foreach (var incident in network.Incidents) AddHazard(incident);
        CurrentHazards = [.. network.Incidents.Where(IsCurrent)];
        Box = BoxTerms.Of(this);
    }

    internal CorridorNetwork Network { get; }

    internal PlanQuery Query { get; }

    internal FigureReads Reads { get; }

    internal Knowledge Knowledge { get; }

    internal PriceBook Prices { get; }

    /// <summary>Confirmed hazards known and not known to be over, of places too wide for a risk figure.</summary>
    internal IReadOnlyList<Network.Hazards.Incident> CurrentHazards { get; }

    /// <summary>What is owed for the boxes.</summary>
    internal BoxTerms Box { get; }

    /// <summary>Date of prices and of the state of links.</summary>
    internal LocalDate Day { get; }

    internal int ReadyMinute { get; }

    /// <summary>First minute of any departure: the later of ready and known.</summary>
    internal int StartMinute { get; }

    internal int EndMinute { get; }

    internal Cargo Cargo => Query.Cargo;

    internal string CountryOf(PlaceId place) => Network.GetPlace(place).Country;

    /// <summary>Whether a link may be used on the day: worked, not shut, not avoided.</summary>
    internal bool IsUsable(Link link) =>
        _usable.TryGetValue(link, out var known) ? known : _usable[link] = IsUsableNow(link);

    private bool IsUsableNow(Link link)
    {
        if (!Network.IsWorked(link, Day) || Query.Avoid.Contains(link.Id)) return false;
        if (Query.Avoid.Contains(link.From.Value) || Query.Avoid.Contains(link.To.Value)) return false;
        if (Query.Avoid.Contains(CountryOf(link.From)) || Query.Avoid.Contains(CountryOf(link.To))) return false;
        return Knowledge.WindowsOf(ClosureTarget.Link, link.Id, Network.GetPlace(link.From).Zone)
            .All(w => w.FromMinute > StartMinute || w.ToMinute <= StartMinute);
    }

    internal ServiceOffer OfferOf(Service service) =>
        _offers.TryGetValue(service.Id, out var known) ? known : _offers[service.Id] = Knowledge.OfferOf(service);

    /// <summary>Share of a link's length that lies in each country: all, or half each on a country pair.</summary>
    internal IReadOnlyList<(string Country, decimal Share)> SharesOf(Link link)
    {
        var (a, b) = (CountryOf(link.From), CountryOf(link.To));
        return a == b ? [(a, 1m)] : [(a, 0.5m), (b, 0.5m)];
    }

    /// <summary>Operating yard that joins two gauges at a place, or null.</summary>
    internal GaugeBreak? FindYard(PlaceId place, int a, int b) =>
        _yards[place].FirstOrDefault(g => g.Joins(new Gauge(a), new Gauge(b)));

    /// <summary>Operating road head of a railway at a place for handing between rail and road, or null.</summary>
    internal GaugeBreak? FindRoadHead(PlaceId place, Carrier from, Carrier to) =>
        (from, to) is (Carrier.Rail, Carrier.Road) or (Carrier.Road, Carrier.Rail)
            ? _yards[place].FirstOrDefault(g => g.To is null)
            : null;

    /// <summary>Disruptions of cargo at a place, as nepers a passage: events a day times mean days; 0 without a
    /// record.</summary>
    internal double HazardAt(PlaceId place, Mode mode) => _hazards.GetValueOrDefault((place, mode));

    /// <summary>Nepers of finding a crossing shut: closures a day times mean days, and the dispute about it.</summary>
    internal double CrossingNepers(BorderRow border)
    {
        var steady = Knowledge.Statistics.RatePerDay(border.Crossing) * Knowledge.Statistics.MeanDays();
        var dispute = Knowledge.FindDispute(border);
        return steady + (dispute is null ? 0 : -Math.Log(1 - (double)Reads.Mean(dispute.ShutProbability)));
    }

    /// <summary>Nepers of finding a sea ride shut: no closures of ports are counted yet, so a prior and not
    /// zero.</summary>
    internal double SeaNepers() => Knowledge.Statistics.RatePerDay("") * Knowledge.Statistics.MeanDays();

    /// <summary>Storage tariff of a ground, made once.</summary>
    internal StorageTariff StorageAt(PlaceId place, Ground ground, Func<StorageTariff> make) =>
        _storage.TryGetValue((place, ground), out var known) ? known : _storage[(place, ground)] = make();

    /// <summary>Clock of a border row.</summary>
    /// <param name="border">The row.</param>
    /// <param name="isReopeningDrawn">True to leave out closures without a known end: a forecast draws them.</param>
    internal BorderClock ClockOf(BorderRow border, bool isReopeningDrawn = false)
    {
        // Reading the figure again lists it, also when the clock is already there.
        var hours = border.Clearance is { } c ? Reads.Mean(c) : 0;
        var key = isReopeningDrawn ? $"{border.Id} open" : border.Id;
        if (_clocks.TryGetValue(key, out var clock)) return clock;
        var (a, b) = (Network.GetPlaceOrUnlinked(border.PlaceA), Network.GetPlaceOrUnlinked(border.PlaceB));
        var (sharesA, sharesB) = (SharesByDay(a.Country), SharesByDay(b.Country));
        var (normal, minutes) = (1m, Rounding.ShareMinutes(hours, 1m, 1m));
        int DurationOn(int dayA, int dayB)
        {
            var share = Math.Max(Math.Min(sharesA[dayA], sharesB[dayB]), 0.1m);
            if (share != normal) (normal, minutes) = (share, Rounding.ShareMinutes(hours, 1m, share));
            return minutes;
        }
        var windows = Knowledge.WindowsOf(border).Where(w => !isReopeningDrawn || w.AssumedDays is null).ToList();
        return _clocks[key] = new BorderClock(
            border.Hours, DaysOf(border.Hours.Zone), windows, DurationOn, (DaysOf(a.Zone), DaysOf(b.Zone)), StartMinute,
            EndMinute)
        {
            Passed = (arrival, start) =>
            {
                ReadHolidays(a, arrival, start);
                ReadHolidays(b, arrival, start);
            },
        };
    }

    /// <summary>What holds a published train at a border: closures alone, its hours and work stand in the
    /// timetable.</summary>
    /// <param name="border">The row.</param>
    /// <param name="isReopeningDrawn">True to leave out closures without a known end: a forecast draws them.</param>
    internal BorderClock GateOf(BorderRow border, bool isReopeningDrawn = false)
    {
        var key = isReopeningDrawn ? $"{border.Id} gate open" : $"{border.Id} gate";
        if (_clocks.TryGetValue(key, out var clock)) return clock;
        var zone = border.Hours.Zone;
        var windows = Knowledge.WindowsOf(border).Where(w => !isReopeningDrawn || w.AssumedDays is null).ToList();
        var (always, days) = (OpeningHours.Parse("mon-sun", "00:00-24:00", zone, out _)!, DaysOf(zone));
        return _clocks[key] = new BorderClock(
            always, days, windows, (_, _) => 0, (days, days), StartMinute, EndMinute);
    }

    /// <summary>Lists the holidays of a country between arrival and start of a clearance: they decide when it starts
    /// and how long it takes.</summary>
    private void ReadHolidays(Place post, int arrival, int start)
    {
        var last = CorridorClock.InstantOf(start).InZone(post.Zone).Date;
        for (var day = CorridorClock.InstantOf(arrival).InZone(post.Zone).Date; day <= last; day = day.PlusDays(1))
            foreach (var holiday in _holidays[post.Country])
                if (holiday.Covers(day)) _ = Reads.Mean(holiday.Share);
    }

    /// <summary>Clock of a sea hop that something may shut: ports at its ends and chokepoints on its way; null when
    /// nothing does.</summary>
    internal BorderClock? SeaGate(PlaceId from, PlaceId to, IReadOnlyList<Link> way)
    {
        var zone = Network.GetPlace(from).Zone;
        var windows = new[] { from, to }.SelectMany(p => Knowledge.WindowsOf(ClosureTarget.Port, p.Value, zone))
            .ToList();
        foreach (var (choke, links) in Network.Chokepoints)
            if (way.Any(l => links.Contains(l.Id)))
                windows.AddRange(Knowledge.WindowsOf(ClosureTarget.Chokepoint, choke, zone));
        if (windows.Count == 0) return null;
        var always = OpeningHours.Parse("mon-sun", "00:00-24:00", zone, out _)!;
        var days = DaysOf(zone);
        return new BorderClock(always, days, windows, (_, _) => 0, (days, days), StartMinute, EndMinute);
    }

    private ZoneDays DaysOf(DateTimeZone zone) => _days.TryGetValue(zone, out var known)
        ? known
        : _days[zone] = new ZoneDays(zone, FirstDay, StartMinute, EndMinute);

    /// <summary>A local day before the first minute in any zone: days are counted from it.</summary>
    private LocalDate FirstDay => CorridorClock.InstantOf(StartMinute).InUtc().Date.PlusDays(-1);

    /// <summary>Share of its usual throughput that a country's posts reach, by day from the first.</summary>
    private decimal[] SharesByDay(string country)
    {
        if (_shares.TryGetValue(country, out var known)) return known;
        var shares = new decimal[ZoneDays.Count(StartMinute, EndMinute)];
        Array.Fill(shares, 1m);
        foreach (var holiday in _holidays[country])
        {
            var share = Reads.Peek(holiday.Share);
            var date = FirstDay;
            for (var day = 0; day < shares.Length; day++, date = date.PlusDays(1))
                if (share < shares[day] && holiday.Covers(date)) shares[day] = share;
        }
        return _shares[country] = shares;
    }

    private bool IsCurrent(Network.Hazards.Incident i) =>
        i.Verification == Verification.Confirmed && i.From <= Query.Known && !(i.To <= Query.Known)
        && i.Kind is "armed_conflict" or "blockade" or "flood"
        && Period.DaysBetween(i.From!.Value, Query.Known) <= Network.StaleAfterDays
        && (i.Place is null || i.PrecisionKm is null || i.PrecisionKm > Network.IncidentPrecisionKm);

    private void AddHazard(Network.Hazards.Incident incident)
    {
        if (!incident.IsCounted || incident.Verification != Verification.Confirmed || incident.Place is not { } place)
            return;
        if (incident.From is not { } from || from < Network.ObservedFrom || from > Query.Known) return;
        if (incident.PrecisionKm is not { } km || km > Network.IncidentPrecisionKm) return;
        var days = incident.To is { } to && to <= Query.Known ? Period.DaysBetween(from, to) + 1 : 1;
        foreach (var mode in incident.Modes)
            _hazards[(place, mode)] = _hazards.GetValueOrDefault((place, mode))
                + (double)days / Knowledge.Statistics.ObservedDays;
    }
}
