using NodaTime;
using Rahdar.Network.Calendars;
using Rahdar.Network.Places;
using Rahdar.Network.Services;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>A departure of which consignments share the room.</summary>
/// <remarks>
/// A timetabled departure is its instant. Of a service that leaves so many times a week, on days nobody published, the
/// n-th slot of length 168 h / departures a week since 2000-01-01T00:00Z counts as one departure. Definition:
/// docs/planning.md, "Shared capacity".
/// </remarks>
/// <param name="ServiceId">The service.</param>
/// <param name="Stop">Stop where it is boarded.</param>
/// <param name="First">First minute that counts as this departure.</param>
/// <param name="Last">Last minute; the first again when timetabled.</param>
public readonly record struct SharedDeparture(string ServiceId, PlaceId Stop, Instant First, Instant Last)
{
    private const decimal WeekMinutes = 7 * 1440;

    /// <summary>True for a departure published with its day.</summary>
    public bool IsTimetabled => First == Last;

    internal static SharedDeparture Of(PlanContext c, Service service, PlaceId stop, Taken taken)
    {
        if (taken.Movement.Leaving.Dated is not null)
        {
            var leaves = CorridorClock.InstantOf(taken.Leaves);
            return new SharedDeparture(service.Id, stop, leaves, leaves);
        }
        var perWeek = c.Reads.Mean(service.FrequencyPerWeek!);
        var slot = decimal.Floor(taken.Leaves * perWeek / WeekMinutes);
        return new SharedDeparture(
            service.Id, stop, Begin(slot, perWeek), Begin(slot + 1, perWeek) - Duration.FromMinutes(1));
    }

    private static Instant Begin(decimal slot, decimal perWeek) =>
        CorridorClock.Epoch + Duration.FromMinutes((long)decimal.Ceiling(slot * WeekMinutes / perWeek));
}
