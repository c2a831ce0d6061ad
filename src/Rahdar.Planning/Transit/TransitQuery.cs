using NodaTime;

namespace Rahdar.Planning.Transit;

/// <summary>What the time of a question means.</summary>
public enum TransitTime
{
    /// <summary>All journeys that leave within the window.</summary>
    LeavesWithin,

    /// <summary>All journeys that arrive within the window.</summary>
    ArrivesWithin,

    /// <summary>Earliest arrivals when standing ready at an instant.</summary>
    ReadyAt,

    /// <summary>Latest departures that arrive by an instant.</summary>
    ArriveBy,
}

/// <summary>A stop at which a journey may begin or end.</summary>
/// <param name="Stop">Stop or station id.</param>
/// <param name="OffsetSeconds">Time between the door and the stop.</param>
/// <param name="IsOffset">True when an offset was given, be it 0: then a leg shows it.</param>
public sealed record TransitEnd(string Stop, int OffsetSeconds = 0, bool IsOffset = false);

/// <summary>A stop to go by.</summary>
/// <param name="Stop">Stop or station id.</param>
/// <param name="StaySeconds">Least stay there, off the vehicle; 0: passing in the vehicle is enough.</param>
public sealed record TransitVia(string Stop, int StaySeconds);

/// <summary>A question to a timetable.</summary>
/// <param name="Time">What the instants mean.</param>
/// <param name="From">First instant of the window, or the instant.</param>
/// <param name="To">First instant after the window; not used for instants.</param>
/// <param name="Origins">Where it may begin.</param>
/// <param name="Destinations">Where it may end.</param>
public sealed record TransitQuery(
    TransitTime Time, Instant From, Instant To, IReadOnlyList<TransitEnd> Origins,
    IReadOnlyList<TransitEnd> Destinations)
{
    /// <summary>Stops to go by, in this order.</summary>
    public IReadOnlyList<TransitVia> Vias { get; init; } = [];

    /// <summary>Most changes.</summary>
    public int ChangesMax { get; init; } = Limits.TransitRidesMax - 1;

    /// <summary>Longest journey; null: as far as the timetable reaches.</summary>
    public Duration? TravelMax { get; init; }
}

/// <summary>What a part of a journey is.</summary>
public enum TransitLegKind
{
    /// <summary>A ride.</summary>
    Service,

    /// <summary>A change or a walk.</summary>
    Transfer,

    /// <summary>A given access or egress.</summary>
    Offset,
}

/// <summary>A part of a journey.</summary>
/// <param name="Kind">Ride, change or access.</param>
/// <param name="From">Stop id, or START.</param>
/// <param name="Departure">UTC.</param>
/// <param name="To">Stop id, or END.</param>
/// <param name="Arrival">UTC.</param>
/// <param name="Trips">Trips of a ride in order: more than one is a through service.</param>
public sealed record TransitLeg(
    TransitLegKind Kind, string From, Instant Departure, string To, Instant Arrival, IReadOnlyList<string> Trips);

/// <summary>A journey.</summary>
/// <param name="Departure">When it leaves the door; for <see cref="TransitTime.ReadyAt"/> when it is ready.</param>
/// <param name="Arrival">When it arrives at the door.</param>
/// <param name="Rides">Vehicles used; a through service is one.</param>
/// <param name="Legs">In order of time, without gaps but waiting.</param>
public sealed record TransitJourney(
    Instant Departure, Instant Arrival, int Rides, IReadOnlyList<TransitLeg> Legs)
{
    /// <summary>Changes of vehicle.</summary>
    public int Changes => Rides - 1;
}

/// <summary>The answer to a question to a timetable.</summary>
public abstract record TransitOutcome
{
    private TransitOutcome()
    {
    }

    /// <summary>All journeys of which none is better than another in departure, arrival and rides.</summary>
    /// <param name="Journeys">By departure, then arrival; empty: nothing runs.</param>
    public sealed record Answer(IReadOnlyList<TransitJourney> Journeys) : TransitOutcome;

    /// <summary>The question names a stop the timetable does not know, or is beyond a limit.</summary>
    /// <param name="Code">`no-journey:unknown-stop`, `no-journey:window`.</param>
    /// <param name="Evidence">In words.</param>
    public sealed record Refused(string Code, string Evidence) : TransitOutcome;
}
