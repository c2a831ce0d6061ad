using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Rail;

/// <summary>A break of gauge with its yard, or the road head of a railway (second gauge null).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Place">Where.</param>
/// <param name="Name">Name of the yard.</param>
/// <param name="From">One gauge; the row holds both ways.</param>
/// <param name="To">The other gauge; null means to road.</param>
/// <param name="Method">Bogie exchange, transshipment ...</param>
/// <param name="CapacityPerDay">Units a day.</param>
/// <param name="CapacityUnit">wagons or TEU.</param>
/// <param name="Work">Hours of work a train.</param>
/// <param name="WaitForWagons">Hours before.</param>
/// <param name="Cost">USD a box lifted.</param>
/// <param name="Status">operating, proposed or idea.</param>
public sealed record GaugeBreak(
    string Id, PlaceId Place, string Name, Gauge From, Gauge? To, string Method, Figure? CapacityPerDay,
    string CapacityUnit, Figure? Work, Figure? WaitForWagons, Figure? Cost, string Status)
{
    /// <summary>Whether the yard joins two gauges, in either direction.</summary>
    public bool Joins(Gauge a, Gauge b) => From == a && To == b || From == b && To == a;
}
