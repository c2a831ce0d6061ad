using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>Whether a crossing is shut, as known on a day.</summary>
public enum CrossingState
{
    /// <summary>Nothing known says that it is shut to freight.</summary>
    Open,

    /// <summary>Reported or under verification: shut with a chance.</summary>
    Disputed,

    /// <summary>Confirmed, or assumed by a scenario.</summary>
    Shut,
}

/// <summary>A crossing that may be shut: border rows, the claim behind it, and when it may reopen.</summary>
/// <param name="Name">As asked: a border row id or a pair of posts.</param>
/// <param name="Rows">Of the rows asked for those that claims shut, and every other row the same claims shut; all rows
/// asked for when it is open.</param>
/// <param name="State">State at the knowledge date.</param>
/// <param name="Claim">Of several closures the one assumed to last longest; null when open.</param>
/// <param name="ShutProbability">1 when confirmed, 0 when open.</param>
/// <param name="Remaining">Days to the reopening; null when open.</param>
/// <param name="ShutFrom">First day of a closure that begins only after the boxes are ready; else null.</param>
public sealed record ShutCrossing(
    string Name, IReadOnlyList<BorderRow> Rows, CrossingState State, Closure? Claim, decimal ShutProbability,
    RemainingClosure? Remaining, LocalDate? ShutFrom)
{
    private IReadOnlySet<Closure> Lifted { get; init; } = new HashSet<Closure>();

    /// <summary>Border rows behind a row id, a pair of posts `PKTFT-IRMJV` or the name of a crossing as lists print it,
    /// in any case; empty when there are none.</summary>
    public static IReadOnlyList<BorderRow> ListRows(CorridorNetwork network, string name)
    {
        bool Is(string other) => other.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
        var rows = network.Borders.Where(b => Is(b.Id)).ToList();
        if (rows.Count == 0 && name.Trim().ToUpperInvariant().Split('-') is [var a, var b])
            rows = [.. network.Borders.Where(r => r.Crossing == BorderRow.CrossingOf(new PlaceId(a), new PlaceId(b)))];
        return rows.Count > 0 ? rows : [.. network.Borders.Where(r => Is(r.Name) || Is(r.ShortName))];
    }

    /// <summary>What is known of a crossing on the knowledge date.</summary>
    /// <param name="network">The network, with its scenario.</param>
    /// <param name="name">Border row id or pair of posts.</param>
    /// <param name="known">Knowledge date.</param>
    /// <param name="start">First minute of any departure.</param>
    /// <param name="request">How a triangle is drawn.</param>
    internal static ShutCrossing Of(
        CorridorNetwork network, string name, LocalDate known, int start, DrawRequest request)
    {
        var knowledge = new Knowledge(network, known);
        var asked = ListRows(network, name);
        var windows = asked.SelectMany(knowledge.WindowsOf).OrderByDescending(w => w.ToMinute)
            .ThenBy(w => w.Claim.Id, StringComparer.Ordinal).ToList();
        // A closure of the knowledge date has begun, though midnight at the crossing may come after that at the origin.
        bool HasBegun(ClosureWindow w) => w.FromMinute <= start || w.Claim.From <= known;
        foreach (var window in windows.Where(HasBegun))
            if (RemainingClosure.Of(knowledge, window.Claim, 1, request) is { } remaining)
                return Closed(CrossingState.Shut, window.Claim, 1, remaining);
        var dispute = asked.Select(knowledge.FindDispute).OfType<Dispute>()
            .OrderByDescending(d => d.ShutProbability.Value.Mean).ThenBy(d => d.Claim.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        if (dispute is not null)
        {
            var chance = dispute.ShutProbability.Value.Mean;
            if (RemainingClosure.Of(knowledge, dispute.Claim, chance, request) is { } remaining)
                return Closed(CrossingState.Disputed, dispute.Claim, chance, remaining);
        }
        var later = windows.Where(w => !HasBegun(w)).Select(w => w.Claim.From).Min();
        return new ShutCrossing(name, asked, CrossingState.Open, null, 0, null, later);

        ShutCrossing Closed(CrossingState state, Closure claim, decimal chance, RemainingClosure remaining)
        {
            var lifted = asked.SelectMany(knowledge.AllClaimsOn).Where(IsAgainstFreight).ToHashSet();
            var rows = network.Borders.Where(b => knowledge.AllClaimsOn(b).Any(lifted.Contains)).ToList();
            return new ShutCrossing(name, rows, state, claim, chance, remaining, null) { Lifted = lifted };
        }
    }

    /// <summary>The network as it would be without this closure; all else stays as known.</summary>
    internal CorridorNetwork Lift(CorridorNetwork network) =>
        network with { Closures = [.. network.Closures.Where(c => !Lifted.Contains(c))] };

    /// <summary>Minute at which a day after the knowledge date begins at the crossing.</summary>
    internal int StartOfDay(CorridorNetwork network, LocalDate known, int day) =>
        CorridorClock.StartOfDay(known.PlusDays(day), network.GetPlace(Rows[0].PlaceA).Zone);

    private static bool IsAgainstFreight(Closure claim) =>
        claim.Reach == ClosureReach.Freight && claim.Verification != Verification.Denied;
}
