using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Network.Services;
using Rahdar.Planning.Space;

namespace Rahdar.Planning;

/// <summary>Way of one hop of a service over the network.</summary>
/// <param name="Links">Links with the ends they are run between, in running order; none by air and where the straight
/// line stands in at sea.</param>
/// <param name="Km">Route kilometres.</param>
public sealed record ServiceHop(IReadOnlyList<(Link Link, PlaceId From, PlaceId To)> Links, decimal Km);

/// <summary>Ways of services as the planner takes them, for who moves the same services otherwise.</summary>
public static class ServiceWays
{
    /// <summary>Way of each hop of each service, in the order of its stops; null where the network does not join two
    /// stops.</summary>
    /// <param name="network">The network.</param>
    /// <param name="day">Day whose open links count.</param>
    /// <param name="services">Services; at least two stops each.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<ServiceHop?>> Of(
        CorridorNetwork network, LocalDate day, IEnumerable<Service> services)
    {
        var result = new Dictionary<string, IReadOnlyList<ServiceHop?>>();
        HopWays? ways = null;
        foreach (var service in services)
        {
            ways ??= new HopWays(new PlanContext(
                network, new PlanQuery(
                    service.Stops[0], service.Stops[^1], day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), day,
                    new Cargo(1, 20, 10)), new FigureReads()));
            result[service.Id] = [.. service.HopModes.Select((_, hop) =>
                ways.Find(service, hop) is { } way ? new ServiceHop(way.Links, way.Km) : null)];
        }
        return result;
    }
}
