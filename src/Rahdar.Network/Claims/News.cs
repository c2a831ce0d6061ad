using NodaTime;
using Rahdar.Network.Borders;

namespace Rahdar.Network.Claims;

/// <summary>Something that became known on a day.</summary>
/// <param name="KnownFrom">The day.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="State">confirmed, reported, denied, under verification, or the status word of a service.</param>
/// <param name="Text">What is claimed, in words.</param>
/// <param name="ClaimId">Id of the claim.</param>
/// <param name="Source">Source ids.</param>
/// <param name="Effect">What it does to freight.</param>
public sealed record NewsItem(
    LocalDate KnownFrom, string Subject, string State, string Text, string ClaimId, string Source, string Effect);

/// <summary>What became known in a stretch of days: closures, services and incidents.</summary>
public static class News
{
    /// <summary>Items known after one day and up to another, by day and id.</summary>
    public static IReadOnlyList<NewsItem> Between(CorridorNetwork network, LocalDate after, LocalDate upTo)
    {
        var joined = network.Borders.Select(b => b.Id).ToHashSet();
        var closures = network.Closures
            .Where(c => !c.IsAssumed && c.From is not null && c.KnownFrom > after && c.KnownFrom <= upTo
                && (c.Target != ClosureTarget.Border || joined.Contains(c.TargetId)))
            .Select(c => new NewsItem(
                c.KnownFrom!.Value, c.TargetId, Word(c.Verification), $"{c.Cause}, from {c.From:uuuu-MM-dd}",
                c.Id, c.Provenance.Source, Effect(c)));
        var services = network.ServiceEvents.Where(e => e.KnownFrom > after && e.KnownFrom <= upTo)
            .Select(e => new NewsItem(e.KnownFrom, e.ServiceId, e.Status, e.Detail, e.Id, e.Provenance.Source,
                network.ServiceWords.GetValueOrDefault(e.Status) is { IsOffered: true } or { IsDeparture: true }
                    ? "offered"
                    : "not offered"));
        var incidents = network.Incidents.Where(i => i.From > after && i.From <= upTo)
            .Select(i => new NewsItem(i.From!.Value, i.Place?.Value ?? "wide area", Word(i.Verification), i.Title, i.Id,
                i.Provenance.Source, i is { IsCounted: true, Place: not null }
                    && i.PrecisionKm <= network.IncidentPrecisionKm ? "counted as risk" : "shown only"));
        return [.. closures.Concat(services).Concat(incidents).OrderBy(n => n.KnownFrom)
            .ThenBy(n => n.ClaimId, StringComparer.Ordinal)];
    }

    private static string Word(Verification verification) =>
        verification == Verification.UnderVerification ? "under verification"
            : verification.ToString().ToLowerInvariant();

    private static string Effect(Closure claim) => claim switch
    {
        { Verification: Verification.Denied } => "evidence against a closure",
        { Reach: ClosureReach.People } => "stops travellers, not freight",
        { Reach: ClosureReach.Service } => $"stops {claim.ServiceId}",
        { Verification: Verification.Confirmed } => "shut to freight",
        _ => "disputed: usable, priced as risk",
    };
}
