using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Services;

/// <summary>The honest kind of a service.</summary>
public enum ServiceKind
{
    /// <summary>n departures a week, days unknown: the wait is a distribution.</summary>
    Frequency,

    /// <summary>Leaves when enough boxes are collected.</summary>
    Fill,

    /// <summary>Published departures with a cut-off.</summary>
    Timetabled,
}

/// <summary>A freight service as listed: it runs in the order of its stops, a return is its own row.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name.</param>
/// <param name="Operator">Operators in words.</param>
/// <param name="Stops">Stops in running order, at least two.</param>
/// <param name="HopModes">Mode of each hop, one fewer than the stops.</param>
/// <param name="Kind">Frequency, fill or timetabled: a column of ours.</param>
/// <param name="FrequencyPerWeek">Departures a week.</param>
/// <param name="TransitDays">Published terminal to terminal days; used for sea and air, shown beside for rail and
/// road.</param>
/// <param name="CapacityTeu">TEU a departure; null unknown.</param>
/// <param name="CapacityTonnes">Tonnes a departure; null unknown.</param>
/// <param name="PriceUsd">Price of the whole way; null unknown.</param>
/// <param name="PriceUnit">per truck, per 40HQ ...</param>
/// <param name="Status">Snapshot status word.</param>
/// <param name="StatusDate">Date of the page that tells it.</param>
/// <param name="Since">First day it was known to run; null always.</param>
/// <param name="Until">Last day; null open.</param>
/// <param name="Note">Remark.</param>
public sealed record Service(
    string Id, string Name, string Operator, IReadOnlyList<PlaceId> Stops, IReadOnlyList<Mode> HopModes,
        ServiceKind Kind,
    Figure? FrequencyPerWeek, Figure? TransitDays, Figure? CapacityTeu, Figure? CapacityTonnes,
    Figure? PriceUsd, string PriceUnit, string Status, LocalDate? StatusDate, LocalDate? Since, LocalDate? Until,
        string Note)
{
    /// <summary>Published length of the whole way, km; shown beside the length of the links, not used.</summary>
    public Figure? DistanceKm { get; init; }

    /// <summary>Published times at the stops; null where none were published and rides are timed by the
    /// network.</summary>
    public IReadOnlyList<CallTimes>? Calls { get; init; }
}

/// <summary>Published times at a stop.</summary>
/// <param name="Arrival">Minutes from leaving the first stop to coming.</param>
/// <param name="Departure">Minutes from leaving the first stop to leaving.</param>
public readonly record struct CallTimes(int Arrival, int Departure);

/// <summary>What became known about a service, and when.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="KnownFrom">First day known.</param>
/// <param name="HoldsFrom">First day it holds; for an announcement the day of departure.</param>
/// <param name="HoldsTo">Last day; null open.</param>
/// <param name="Status">announced, cancelled, running, suspended ...</param>
/// <param name="Detail">In words.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record ServiceEvent(
    string Id, string ServiceId, LocalDate KnownFrom, LocalDate? HoldsFrom, LocalDate? HoldsTo,
    string Status, string Detail, Provenance Provenance);

/// <summary>A published departure from the first stop, local time there.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Leaves">Local date and time at the first stop.</param>
/// <param name="CutOff">Hours before departure at which the box must stand ready.</param>
/// <param name="IsAssumedTime">True when only the date was published and 23:59 stands in.</param>
/// <param name="Claim">Id of the claim it rests on.</param>
public sealed record Departure(string ServiceId, LocalDateTime Leaves, Figure CutOff, bool IsAssumedTime, string Claim)
{
    /// <summary>First day on which it was known; null always.</summary>
    public LocalDate? KnownFrom { get; init; }

    /// <summary>First day on which it was known not to hold any more; null never.</summary>
    public LocalDate? KnownUntil { get; init; }
}
