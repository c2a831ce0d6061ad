using NodaTime;
using Rahdar.Quantities;

namespace Rahdar.Network.Borders;

/// <summary>How well a claim is verified; the order is the rank by which claims are chosen.</summary>
public enum Verification
{
    /// <summary>Somebody looks into it.</summary>
    UnderVerification,

    /// <summary>Told by somebody.</summary>
    Reported,

    /// <summary>Contradicted by somebody who should know; evidence against, never a closure.</summary>
    Denied,

    /// <summary>Confirmed.</summary>
    Confirmed,
}

/// <summary>Whom a closure stops.</summary>
public enum ClosureReach
{
    /// <summary>Goods of all kinds.</summary>
    Freight,

    /// <summary>Travellers only; freight passes.</summary>
    People,

    /// <summary>One named service.</summary>
    Service,
}

/// <summary>What kind of thing a closure names.</summary>
public enum ClosureTarget
{
    /// <summary>One border row.</summary>
    Border,

    /// <summary>A pair of posts: all its border rows, both directions.</summary>
    Crossing,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A port.</summary>
    Port,

    /// <summary>A chokepoint at sea.</summary>
    Chokepoint,
}

/// <summary>A claim that something was shut.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Target">What kind of thing is named.</param>
/// <param name="TargetId">Border id, `A-B` pair, link, port or chokepoint.</param>
/// <param name="From">First day; null when the source tells none: such a closure is never active.</param>
/// <param name="To">Day of reopening; null when open-ended or unknown.</param>
/// <param name="Scope">Word of the source.</param>
/// <param name="Reach">Whom it stops, from the table of scope words.</param>
/// <param name="ServiceId">The service it stops, when it stops one.</param>
/// <param name="Kind">Cause group: political, security, war, holiday, health, season ...</param>
/// <param name="Cause">Cause in words.</param>
/// <param name="Verification">How well verified.</param>
/// <param name="KnownFrom">First day on which it was known.</param>
/// <param name="ShutProbability">Chance that an unconfirmed claim is true.</param>
/// <param name="AssumedDays">Duration given by a scenario, days; null for claims of the data.</param>
/// <param name="Modes">Modes it stops when it names a pair; empty means all.</param>
/// <param name="Provenance">Who says so.</param>
/// <param name="Note">Remark.</param>
public sealed record Closure(
    string Id, ClosureTarget Target, string TargetId, LocalDate? From, LocalDate? To, string Scope, ClosureReach Reach,
    string ServiceId, string Kind, string Cause, Verification Verification, LocalDate? KnownFrom,
        Figure? ShutProbability,
    Figure? AssumedDays, IReadOnlyList<Mode> Modes, Provenance Provenance, string Note)
{
    /// <summary>True when a scenario made it: an assumption, not news.</summary>
    public bool IsAssumed => AssumedDays is not null;
}
