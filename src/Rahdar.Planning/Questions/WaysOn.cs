using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>The ways on from each stopping point: through the crossing and around it. How long the closure lasts
/// makes no difference to them.</summary>
/// <param name="Through">Best plan with the closure looked past.</param>
/// <param name="Points">Stopping points with both ways; empty when the best plan does not use the crossing.</param>
/// <param name="IsTruncated">True when a search met a limit.</param>
internal sealed record WaysOn(BestPlan Through, IReadOnlyList<StoppingPoint> Points, bool IsTruncated)
{
    /// <param name="network">The network with the closure.</param>
    /// <param name="query">The question.</param>
    /// <param name="through">Best plan with the closure looked past.</param>
    /// <param name="rows">Border rows that are shut.</param>
    /// <param name="value">What a day is worth.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    internal static WaysOn Find(
        CorridorNetwork network, PlanQuery query, BestPlan through, IReadOnlySet<string> rows, ValueOfTime value,
        Action<string>? step = null)
    {
        var isTruncated = through.IsTruncated;
        var points = new List<StoppingPoint>();
        foreach (var point in StoppingPoint.Along(through, rows))
        {
            step?.Invoke($"the best other way from {network.GetPlace(point.Place)}");
            var diversion = BestPlan.Find(network, From(query, point, rows), value);
            isTruncated |= diversion?.IsTruncated ?? false;
            points.Add(diversion is null ? point : point with
            {
                Diversion = diversion.Itinerary,
                Divert = new Onward(
                    diversion.Arrival - point.ReachedMinute, diversion.CentsBeforeDetention, diversion.Standing),
            });
        }
        return new WaysOn(through, points, isTruncated);
    }

    /// <summary>Compares all policies under a closure; null when none can be carried out.</summary>
    internal WaitOrDivertOutcome.Weighed? Weigh(CorridorNetwork network, ShutCrossing crossing, ValueOfTime value) =>
        WaitOrDivertOutcome.Weighed.Of(
            crossing, Through.Itinerary, Points, new WaitRule(network, Through.Context, crossing, value), IsTruncated);

    /// <summary>The question from a stopping point on, without the crossing.</summary>
    private static PlanQuery From(PlanQuery query, StoppingPoint point, IReadOnlySet<string> rows) => query with
    {
        From = point.Place,
        Ready = point.Reached,
        Avoid = query.Avoid.Concat(rows).ToHashSet(),
        Via = [.. query.Via.Skip(point.ViasPassed)],
    };
}
