using NodaTime;
using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Tests.Simulation.Corridor;

/// <summary>Checks movements against the network they are said to have happened on, knowing nothing of who told
/// them.</summary>
internal static class CorridorCheck
{
    /// <summary>Whatever cannot have happened, one sentence each, beginning with a code.</summary>
    internal static List<string> Faults(
        CorridorNetwork network, IReadOnlyCollection<Movement> movements, IReadOnlyDictionary<UnitId, Unit> units)
    {
        var faults = new List<string>();
        foreach (var timeline in Timeline.ListOf(movements))
            faults.AddRange(timeline.Contradictions.Select(c =>
                $"{c.Code} {c.Movement.Unit} {c.Movement}: {c.Message}"));
        var rows = network.Borders.ToDictionary(b => b.Id);
        CheckBorders(movements, units, rows, faults);
        // Boxes on a train may change gauge on their ride; trains may not.
        foreach (var run in movements.OfType<Departed>().Where(
            m => m.Mode == Mode.Rail && !(units.TryGetValue(m.Unit, out var u) && u.Kind == UnitKind.Container)))
            if (!IsOneGauge(network, run)) faults.Add($"gauge: {run.Unit} runs from {run.Place} to {run.To}");
        return faults;
    }

    private static void CheckBorders(
        IReadOnlyCollection<Movement> movements, IReadOnlyDictionary<UnitId, Unit> units,
        Dictionary<string, BorderRow> rows, List<string> faults)
    {
        var byDay = new Dictionary<(string Row, string Way, LocalDate Day), decimal>();
        foreach (var began in movements.OfType<Began>().Where(m => m.Activity == Activity.BorderOut))
        {
            if (!rows.TryGetValue(began.Resource, out var row))
            {
                faults.Add($"hours: {began.Resource} is no border row");
                continue;
            }
            if (!row.Hours.IsOpenAt(began.At)) faults.Add(
                $"hours: {began.Unit} at {row.Id} at {began.At}, {row.Hours}");
            if (row.CapacityUnit.Contains("wagons", StringComparison.Ordinal)) continue;
            var key = (row.Id, row.IsCapacityBothWays ? "" : began.Place.Value, began.At.InZone(row.Hours.Zone).Date);
            var count = units.TryGetValue(began.Unit, out var unit) && unit.Kind != UnitKind.Train ? unit.Count : 1;
            byDay[key] = byDay.GetValueOrDefault(key) + count;
        }
        foreach (var ((id, way, day), count) in byDay)
        {
            var capacity = rows[id].CapacityPerDay?.Value.Mean ?? decimal.MaxValue / 4;
            if (rows[id].CapacityUnit.Contains("pairs", StringComparison.Ordinal)) capacity *= 2;
            // The last that begin on a day may be done on the next, and they pass together.
            var together = units.Values.Where(u => u.Kind == UnitKind.Truck).Select(u =>
                u.Count).DefaultIfEmpty(1).Max();
            if (count > capacity + together + 1) faults.Add(
                $"capacity: {count} units at {id} {way} on {day}, of {capacity}");
        }
    }

    /// <summary>Whether tracks of one gauge lead from one place to another.</summary>
    private static bool IsOneGauge(CorridorNetwork network, Departed run)
    {
        foreach (var gauge in network.LinksAt(run.Place, Mode.Rail).Select(l => l.Gauge).Distinct())
        {
            var seen = new HashSet<PlaceId> { run.Place };
            var queue = new Queue<PlaceId>([run.Place]);
            while (queue.TryDequeue(out var place))
            {
                if (place == run.To) return true;
                foreach (var link in network.LinksAt(place, Mode.Rail).Where(l => l.Gauge == gauge))
                    if (seen.Add(link.Opposite(place))) queue.Enqueue(link.Opposite(place));
            }
        }
        return false;
    }
}
