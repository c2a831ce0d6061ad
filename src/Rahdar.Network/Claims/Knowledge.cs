using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Places;
using Rahdar.Network.Services;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>A stretch of time in which nothing passes.</summary>
/// <param name="FromMinute">First minute shut.</param>
/// <param name="ToMinute">First minute open again, as known or assumed.</param>
/// <param name="Claim">The closure.</param>
/// <param name="AssumedDays">Days the closure is assumed to last; null when its end is known.</param>
/// <param name="ReopensOn">Local date of <paramref name="ToMinute"/>.</param>
public sealed record ClosureWindow(
    int FromMinute, int ToMinute, Closure Claim, Triangle? AssumedDays, LocalDate ReopensOn);

/// <summary>A crossing that may be shut: reported or under verification, usable, priced as risk.</summary>
/// <param name="Claim">The claim that is priced.</param>
/// <param name="ShutProbability">Chance that it is true.</param>
/// <param name="MeanDays">Mean duration of closures, shown times the chance beside the arrival.</param>
/// <param name="Others">The other claims known about the same crossing, denials among them.</param>
public sealed record Dispute(Closure Claim, Figure ShutProbability, double MeanDays, IReadOnlyList<Closure> Others);

/// <summary>Whether a service is on offer at a knowledge date, and why.</summary>
/// <param name="Service">The service.</param>
/// <param name="IsOffered">True when it runs or has a known departure.</param>
/// <param name="Flag">Flag shown on plans that use it; may be empty.</param>
/// <param name="Status">Status word of the chosen claim.</param>
/// <param name="Claim">Id of the chosen claim.</param>
/// <param name="Departures">Known departures; empty for frequency and fill services.</param>
public sealed record ServiceOffer(
    Service Service, bool IsOffered, string Flag, string Status, string Claim, IReadOnlyList<Departure> Departures)
{
    /// <summary>Status of a service that nobody had spoken of by the day.</summary>
    public const string NotYetKnown = "not yet known";
}

/// <summary>What was known of a network on a day: closures, disputes and services, never more.</summary>
/// <remarks>The end of a closure counts only once it lies on or before that day; before, it is assumed from
/// statistics.</remarks>
public sealed class Knowledge
{
    private readonly CorridorNetwork _network;
    private readonly IReadOnlyList<Closure> _claims;
    private readonly ILookup<(ClosureTarget, string), Closure> _claimsOn;
    private readonly Dictionary<string, IReadOnlyList<ClosureWindow>> _windows = [];
    private readonly Dictionary<string, Dispute?> _disputes = [];

    /// <summary>What was known on a day.</summary>
    public Knowledge(CorridorNetwork network, LocalDate day)
    {
        (_network, Day) = (network, day);
        Statistics = new ClosureStatistics(network, day);
        _claims = [.. network.Closures.Where(c => c.From is not null && (c.IsAssumed || c.KnownFrom <= day))];
        _claimsOn = _claims.ToLookup(c => (c.Target, c.TargetId));
    }

    /// <summary>The knowledge date.</summary>
    public LocalDate Day { get; }

    /// <summary>Closure statistics as of the day.</summary>
    public ClosureStatistics Statistics { get; }

    /// <summary>Windows in which a border row is shut to freight, in order of time; empty when it is open.</summary>
    public IReadOnlyList<ClosureWindow> WindowsOf(BorderRow row)
    {
        if (_windows.TryGetValue(row.Id, out var known)) return known;
        return _windows[row.Id] = Windows(ClaimsOn(row), _network.GetPlace(row.PlaceA).Zone);
    }

    /// <summary>Windows of a link, port or chokepoint.</summary>
    public IReadOnlyList<ClosureWindow> WindowsOf(ClosureTarget target, string id, DateTimeZone zone) =>
        _claimsOn[(target, id)] is var claims && claims.Any() ? Windows(claims, zone) : [];

    /// <summary>The dispute about a border row, or null. A confirmed closure is no dispute.</summary>
    public Dispute? FindDispute(BorderRow row)
    {
        if (_disputes.TryGetValue(row.Id, out var known)) return known;
        return _disputes[row.Id] = SearchDispute(row);
    }

    private Dispute? SearchDispute(BorderRow row)
    {
        var about = ClaimsOn(row).Where(c => c.Reach == ClosureReach.Freight).ToList();
        var denials = about.Where(c => c.Verification == Verification.Denied).ToList();
        var open = about
            .Where(c => c.Verification is Verification.Reported or Verification.UnderVerification && !IsOver(c)
                && Period.DaysBetween(c.KnownFrom ?? c.From!.Value, Day) <= _network.ReportExpiresAfterDays
                && !denials.Any(d => d.KnownFrom >= c.KnownFrom))
            .OrderByDescending(c => c.Verification).ThenByDescending(c => c.KnownFrom)
            .ThenByDescending(c => c.Provenance.Confidence).ThenBy(c => c.Id, StringComparer.Ordinal)
            .ToList();
        if (open.Count == 0) return null;
        var q = open[0].ShutProbability ?? _network.Figures.GetDefault("shut-probability");
        return new Dispute(open[0], q, Statistics.MeanDays(), [.. AllClaimsOn(row).Where(c => c != open[0])]);
    }

    /// <summary>Every claim known about a border row that has not ended, also of travellers and denials.</summary>
    public IReadOnlyList<Closure> AllClaimsOn(BorderRow row) =>
        [.. ClaimsOn(row).Where(c => !IsOver(c)).OrderBy(c => c.KnownFrom).ThenBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>Whether a service is on offer.</summary>
    public ServiceOffer OfferOf(Service service)
    {
        if (_network.StoppedServices.Contains(service.Id))
            return new ServiceOffer(service, false, "", "stopped by the scenario", _network.ScenarioName, []);
        var claim = _network.ServiceEvents
            .Where(e => e.ServiceId == service.Id && e.KnownFrom <= Day)
            .OrderBy(e => e.KnownFrom).ThenBy(e => e.Provenance.Confidence)
                .ThenByDescending(e => e.Id, StringComparer.Ordinal)
            .LastOrDefault();
        var stop = _claims.Where(c => c is { Reach: ClosureReach.Service, Verification: Verification.Confirmed }
                && c.ServiceId == service.Id && !IsOver(c) && !(claim?.KnownFrom > c.KnownFrom))
            .OrderBy(c => c.KnownFrom).LastOrDefault();
        if (stop is not null) return new ServiceOffer(service, false, "", "stopped", stop.Id, []);
        var hasEvents = _network.ServiceEvents.Any(e => e.ServiceId == service.Id);
        if (hasEvents && claim is null) return new ServiceOffer(service, false, "", ServiceOffer.NotYetKnown, "", []);
        var status = claim?.Status ?? service.Status;
        var claimId = claim?.Id ?? $"services/{service.Id}/status";
        if (claim is null && service.Since > Day)
            return new ServiceOffer(service, false, "", ServiceOffer.NotYetKnown, claimId, []);
        if (service.Until < Day) return new ServiceOffer(service, false, "", "ended", claimId, []);
        var word = _network.ServiceWords.GetValueOrDefault(status, new ServiceWord(false, false, ""));
        if (word.IsDeparture && claim?.HoldsFrom is { } day)
            return new ServiceOffer(service, true, word.Flag, status, claimId, [Announced(service, day, claimId)]);
        var timetable = _network.Timetable
            .Where(d => d.ServiceId == service.Id && !(d.KnownFrom > Day) && !(d.KnownUntil <= Day))
            .OrderBy(d => d.Leaves).ToList();
        var runs = service.Kind == ServiceKind.Timetabled ? timetable.Count > 0
            : service.FrequencyPerWeek?.Value.Mean > 0;
        return new ServiceOffer(service, word.IsOffered && runs, word.Flag, status, claimId, timetable);
    }

    private Departure Announced(Service service, LocalDate day, string claim)
    {
        var cutOff = _network.Figures.GetDefault("cut-off");
        return new Departure(service.Id, day.At(new LocalTime(23, 59)), cutOff, true, claim);
    }

    private IEnumerable<Closure> ClaimsOn(BorderRow row) => _claims.Where(c =>
        c.Target == ClosureTarget.Border && c.TargetId == row.Id
        || c.Target == ClosureTarget.Crossing && c.TargetId == row.Crossing
            && (c.Modes.Count == 0 || c.Modes.Contains(row.Mode)));

    private bool IsOver(Closure claim) => !claim.IsAssumed && claim.To <= Day;

    private List<ClosureWindow> Windows(IEnumerable<Closure> claims, DateTimeZone zone) =>
    [
        .. claims.Where(c => c is { Verification: Verification.Confirmed, Reach: ClosureReach.Freight } && !IsOver(c))
            .Select(c => Window(c, zone)).OrderBy(w => w.FromMinute).ThenBy(w => w.Claim.Id, StringComparer.Ordinal),
    ];

    private ClosureWindow Window(Closure claim, DateTimeZone zone)
    {
        var from = CorridorClock.StartOfDay(claim.From!.Value, zone);
        var elapsed = Math.Max(0, Period.DaysBetween(claim.From.Value, Day));
        var (days, mean) = claim.AssumedDays is { } given
            ? (given.Value, given.Value.Mean)
            : (Statistics.ExpectedDays(claim.Kind, elapsed), Statistics.ExpectedMeanDays(claim.Kind, elapsed));
        var to = from + Minutes(mean);
        return new ClosureWindow(from, to, claim, days, CorridorClock.InstantOf(to).InZone(zone).Date);
    }

    private static int Minutes(decimal days) => (int)decimal.Ceiling(days * 1440);
}
