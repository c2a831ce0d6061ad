using Rahdar.Movements;
using Rahdar.Network.Places;

namespace Rahdar.Indicators.Charts;

/// <summary>Makes the legs of a chart from what a unit did: a leg for each ride, a node for each stay.</summary>
public static class ChartLegs
{
    /// <summary>The chart of a unit; its money is for the whole unit.</summary>
    /// <remarks>A stop on the way is a node at the place ahead. What is done within a ride or a stay is not told
    /// apart.</remarks>
    public static TimeCostChart Of(Timeline timeline, Geography geography, Func<PlaceId, string> nameOf)
    {
        var legs = new List<ChartLeg>();
        var (first, stages) = (0, timeline.Stages);
        for (var next = 1; next <= stages.Count; next++)
        {
            if (next < stages.Count && IsOneLeg(stages[next - 1], stages[next])) continue;
            legs.Add(Leg(timeline, [.. stages.Skip(first).Take(next - first)], geography, nameOf));
            first = next;
        }
        return TimeCostChart.Of(legs);
    }

    private static bool IsOneLeg(Stage one, Stage next) =>
        one.Kind != StageKind.Moving && next.Kind != StageKind.Moving && one.From == next.From;

    private static ChartLeg Leg(
        Timeline timeline, List<Stage> stages, Geography geography, Func<PlaceId, string> nameOf)
    {
        var (one, last) = (stages[0], stages[^1]);
        var hours = Hours.Of(last.End - one.Begin);
        if (one.Kind != StageKind.Moving)
        {
            var work = timeline.Activities.Where(a => a.End > one.Begin && a.End <= last.End && a.Place == one.From
                || a.End == one.Begin && a.Begin == one.Begin && a.Place == one.From).ToList();
            return new ChartLeg(nameOf(one.From), 0, hours, work.Exists(a => a.Cents is null) ? null
                : work.Sum(a => a.Cents!.Value) / 100m);
        }
        // A ride that is interrupted has its length and price where it arrives.
        var arrived = timeline.Movements.OfType<Arrived>()
            .FirstOrDefault(a => a.At == last.End && (a.From, a.Place) == (one.From, one.To));
        return new ChartLeg(
            $"{nameOf(one.From)}-{nameOf(one.To)}",
            arrived is null ? 0 : geography.KmOf(one.From, one.To, arrived.Mode), hours,
            arrived is null ? 0 : arrived.Cents / 100m);
    }
}
