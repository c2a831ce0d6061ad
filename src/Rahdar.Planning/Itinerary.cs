using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Planning.Questions;
using Rahdar.Quantities;

namespace Rahdar.Planning;

/// <summary>What an element of a plan is.</summary>
public enum ElementKind
{
    /// <summary>By train.</summary>
    Rail,

    /// <summary>By truck.</summary>
    Road,

    /// <summary>By ship or ferry.</summary>
    Sea,

    /// <summary>By air.</summary>
    Air,

    /// <summary>Clearance at both posts of a crossing.</summary>
    Border,

    /// <summary>Change of gauge.</summary>
    Gauge,

    /// <summary>Loading, transshipment, port dwell or setting down.</summary>
    Handling,
}

/// <summary>One line of a bill.</summary>
/// <param name="What">What is paid for, in words.</param>
/// <param name="Cents">US cents for all boxes.</param>
/// <param name="FigureId">Figure behind the price.</param>
public sealed record CostLine(string What, long Cents, string FigureId);

/// <summary>One element of a plan: a ride, a border, a gauge change or a handling.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Departure">Instant it begins: for a ride when the carrier moves, else when work starts.</param>
/// <param name="Arrival">Instant it ends.</param>
/// <param name="WaitMinutes">Minutes waited before it begins: for a departure, an opening, a reopening.</param>
/// <param name="WaitReason">Why, in words; empty without a wait.</param>
/// <param name="ServiceId">Service of a ride; empty when unscheduled.</param>
/// <param name="BorderId">Border row; empty unless a border.</param>
/// <param name="Km">Route kilometres; 0 unless a ride.</param>
/// <param name="Cost">Cost lines of the element.</param>
/// <param name="Risk">Disruption risk of the element.</param>
/// <param name="Grams">g CO2e.</param>
/// <param name="Note">Units used and remarks a clerk wants to see.</param>
public sealed record Element(
    ElementKind Kind, PlaceId From, PlaceId To, Instant Departure, Instant Arrival, int WaitMinutes, string WaitReason,
    string ServiceId, string BorderId, decimal Km, IReadOnlyList<CostLine> Cost, DisruptionRisk Risk, long Grams,
        string Note)
{
    /// <summary>True for a ride on a departure that was announced and has never run.</summary>
    public bool IsAnnounced { get; init; }

    /// <summary>Number of the movement of the plan that the element belongs to, from 0; a movement may have several
    /// elements: a ride, its borders, the next ride.</summary>
    public int Movement { get; init; }
}

/// <summary>A crossing that may be shut, as it stands in a plan.</summary>
/// <param name="BorderId">The border row.</param>
/// <param name="ShutProbability">Chance that the claim is true.</param>
/// <param name="ExpectedDelayDays">Chance times mean closure duration, shown beside the arrival and not in it.</param>
/// <param name="ClaimId">The claim priced.</param>
/// <param name="Evidence">The other claims, denials among them, one sentence each.</param>
public sealed record DisputedCrossing(
    string BorderId, decimal ShutProbability, double ExpectedDelayDays, string ClaimId, IReadOnlyList<string> Evidence);

/// <summary>A plan from terminal to terminal.</summary>
/// <param name="Elements">In order of time; never empty.</param>
/// <param name="Ready">Instant the boxes are ready.</param>
/// <param name="Arrival">Available at the destination terminal, before import clearance: the planning value
/// (means).</param>
/// <param name="Cents">Cost in US cents, the sum of all lines.</param>
/// <param name="Risk">Disruption risk of the whole plan.</param>
/// <param name="Grams">g CO2e of the whole plan.</param>
/// <param name="StorageLines">Storage charged after free days, by place.</param>
/// <param name="Assumptions">What the plan rests on that is assumed, one sentence each.</param>
/// <param name="Flags">Stable words such as `announced-never-run`.</param>
/// <param name="Disputed">Crossings that may be shut.</param>
public sealed record Itinerary(
    IReadOnlyList<Element> Elements, Instant Ready, Instant Arrival, long Cents, DisruptionRisk Risk, long Grams,
    IReadOnlyList<CostLine> StorageLines, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Flags,
    IReadOnlyList<DisputedCrossing> Disputed)
{
    /// <summary>Minutes from ready to arrival.</summary>
    public int Minutes => (int)(Arrival - Ready).TotalMinutes;

    /// <summary>Arrival minute, cost, risk and emissions: what plans are compared by.</summary>
    internal (int A, long Cents, long Nepers, long Grams) Vector =>
        (Network.Calendars.CorridorClock.MinuteOf(Arrival), Cents, Risk.Nanonepers, Grams);

    /// <summary>Countries on the way with a confirmed hazard that no risk figure holds, such as a war.</summary>
    public IReadOnlyList<string> HazardCountries { get; init; } = [];

    /// <summary>Those hazards, one sentence each with its source; they stand among the assumptions too.</summary>
    public IReadOnlyList<string> Hazards { get; init; } = [];

    /// <summary>Standing before borders for days on end, which is not in the cost; in order of the way.</summary>
    public IReadOnlyList<UnpricedStanding> Standing { get; init; } = [];

    /// <summary>All cost lines: elements in order, then storage.</summary>
    public IEnumerable<CostLine> CostLines => Elements.SelectMany(e => e.Cost).Concat(StorageLines);

    /// <summary>Ordered ids of borders crossed, sea ports and services used: the family of a plan.</summary>
    public IReadOnlyList<string> Family
    {
        get
        {
            var ids = new List<string>();
            foreach (var e in Elements)
            {
                if (e.ServiceId.Length > 0 && !ids.Contains(e.ServiceId)) ids.Add(e.ServiceId);
                if (e.Kind == ElementKind.Border) ids.Add(e.BorderId);
                if (e.Kind == ElementKind.Sea)
                    foreach (var port in new[] { e.From.Value, e.To.Value })
                        if (ids.Count == 0 || ids[^1] != port) ids.Add(port);
            }
            return ids;
        }
    }
}
