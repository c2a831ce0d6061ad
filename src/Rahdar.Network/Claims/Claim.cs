using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>What kind of thing claims speak of.</summary>
public enum SubjectKind
{
    /// <summary>A place; its port rows and terminals with it.</summary>
    Place,

    /// <summary>A border row.</summary>
    Border,

    /// <summary>A pair of posts with all its border rows.</summary>
    Crossing,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A service.</summary>
    Service,

    /// <summary>A port as such: found by its terminals, shown with its place.</summary>
    Port,

    /// <summary>An infrastructure project.</summary>
    Project,

    /// <summary>A closure claim.</summary>
    Closure,

    /// <summary>A gauge yard.</summary>
    GaugeYard,

    /// <summary>A rail section.</summary>
    Section,

    /// <summary>A tariff row.</summary>
    Tariff,

    /// <summary>An incident.</summary>
    Incident,

    /// <summary>A dry port, yard or off-dock terminal.</summary>
    Terminal,

    /// <summary>A chokepoint at sea.</summary>
    Chokepoint,

    /// <summary>
    /// A row of the tables of single figures: dwell, vehicles, emissions, calendar, handling, wagons, defaults.
    /// </summary>
    FigureRow,

    /// <summary>A source of the bibliography.</summary>
    Source,
}

/// <summary>Something claims speak of.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name for people; may be empty.</param>
/// <param name="Country">ISO 3166 code or codes; may be empty.</param>
public sealed record Subject(SubjectKind Kind, string Id, string Name, string Country);

/// <summary>One thing that somebody says of a subject.</summary>
/// <param name="Id">Id of the row: an event, a closure, a border row, a terminal.</param>
/// <param name="Subject">Id of the subject.</param>
/// <param name="Field">Column, or the common name of three columns least, likely, greatest.</param>
/// <param name="Value">Figure or triangle with its unit, or words.</param>
/// <param name="HoldsFrom">First day it holds; null always.</param>
/// <param name="HoldsTo">Last day it holds; null open.</param>
/// <param name="KnownFrom">First day on which it was known; null means always known, learned later.</param>
/// <param name="Source">Source ids joined by `;`.</param>
/// <param name="Confidence">Grade of the row; null where the table has none.</param>
/// <param name="Verification">How well verified; null where the table does not tell.</param>
/// <param name="File">Relative file name; empty for an assumption of a scenario.</param>
/// <param name="Line">Line of a table, or number of the feature in GeoJSON, from 1.</param>
public sealed record Claim(
    string Id, string Subject, string Field, string Value, LocalDate? HoldsFrom, LocalDate? HoldsTo,
    LocalDate? KnownFrom,
    string Source, Confidence? Confidence, Verification? Verification, string File, int Line)
{
    /// <summary>Remark of the row that belongs to this claim; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Day of the page that last told a status; null for other fields.</summary>
    public LocalDate? StatedOn { get; init; }

    /// <summary>Whether it was known on a day.</summary>
    public bool IsKnownOn(LocalDate day) => !(KnownFrom > day);
}

/// <summary>A claim set beside the chosen one, and what it counts for.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Standing">In words: chosen, agrees, conflict, evidence against, stops travellers only ...</param>
public sealed record WeighedClaim(Claim Claim, string Standing);

/// <summary>What holds of a field at the knowledge date, and why.</summary>
/// <param name="Field">Field, for example state, offered, status, zone.</param>
/// <param name="Answer">What the planner goes by.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Chosen">The claim that decided; null when none did.</param>
/// <param name="Claims">Every claim weighed, the chosen one first; may be empty.</param>
public sealed record Judgement(
    string Field, string Answer, string Reason, Claim? Chosen, IReadOnlyList<WeighedClaim> Claims);

/// <summary>A subject as it was known on a day.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Known">The knowledge date.</param>
/// <param name="Judgements">Fields with competing claims and fields that need a rule, with the answer the planner
/// uses.</param>
/// <param name="Claims">Plain claims in file order; those of a judgement stand there and not here.</param>
/// <param name="LaterClaims">How many claims became known after the day and are not shown.</param>
/// <param name="Related">Other subjects worth a look, as `kind: ids`.</param>
public sealed record SubjectView(
    Subject Subject, LocalDate Known, IReadOnlyList<Judgement> Judgements, IReadOnlyList<Claim> Claims, int LaterClaims,
    IReadOnlyList<(string What, string Ids)> Related)
{
    /// <summary>Age of a status at the knowledge date: `confirmed later`, `stale (210 days)` or empty.</summary>
    public string AgeOf(Claim claim, int staleAfterDays) => Staleness.Of(claim.StatedOn, Known, staleAfterDays);
}

/// <summary>How old a dated status is at a knowledge date.</summary>
public static class Staleness
{
    /// <summary>`confirmed later`, `stale (210 days)`, or empty when the status is fresh or undated.</summary>
    public static string Of(LocalDate? stated, LocalDate known, int staleAfterDays)
    {
        if (stated is not { } day) return "";
        if (day > known) return $"confirmed later ({day:uuuu-MM-dd})";
        var age = Period.DaysBetween(day, known);
        return age > staleAfterDays ? $"stale ({age} days)" : "";
    }
}
