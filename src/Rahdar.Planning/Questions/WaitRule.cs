using Rahdar.Network;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>Plays policies out for a day of reopening.</summary>
/// <remarks>
/// The news is read once a day, at 00:00 at the crossing. Who reaches a stopping point after the reopening goes
/// through without waiting, whatever the policy.
/// </remarks>
internal sealed class WaitRule(
    CorridorNetwork network, PlanContext context, ShutCrossing crossing, ValueOfTime value)
{
    private readonly Dictionary<int, int> _startOfDay = [];

    /// <summary>The policy over all days of reopening; null when in some case it cannot be carried out.</summary>
    internal WaitPolicy? Policy(StoppingPoint point, int? lastDay)
    {
        var runs = new List<(WaitRun, decimal)>();
        foreach (var (day, weight) in crossing.Remaining!.Days)
        {
            if (Run(point, lastDay, day) is not { } run) return null;
            runs.Add((run, weight));
        }
        return new WaitPolicy(point, lastDay, lastDay > 0 ? context.Query.Known.PlusDays(lastDay.Value) : null, runs);
    }

    /// <summary>Days of waiting that differ in what comes of them: none, up to each possible reopening, and without
    /// end.</summary>
    internal IEnumerable<int?> LastDays(StoppingPoint point) =>
    [
        0,
        .. crossing.Remaining!.Days.SkipLast(1).Where(d => StartOf(d.Day) > point.ReachedMinute)
            .Select(d => (int?)d.Day),
        null,
    ];

    /// <summary>One policy for one day of reopening; null when no way leads on, the stay would be longer than
    /// allowed or the wait than the horizon.</summary>
    internal WaitRun? Run(StoppingPoint point, int? lastDay, int reopening)
    {
        var opens = StartOf(reopening);
        var deadline = lastDay switch { null => int.MaxValue, 0 => int.MinValue, { } day => StartOf(day) };
        var isThrough = opens <= Math.Max(point.ReachedMinute, deadline);
        if ((isThrough ? point.Through : point.Divert) is not { } onward) return null;
        var leaves = Math.Max(point.ReachedMinute, isThrough ? opens : deadline);
        if (leaves > context.EndMinute) return null;
        var planned = isThrough ? point.PlannedStay : 0;
        if (point.Standing.Extra(planned, leaves - point.ReachedMinute) is not { } waiting) return null;
        var arrival = leaves + onward.Minutes;
        var minutes = arrival - context.StartMinute;
        var standing = point.StandingBefore + waiting + onward.Standing;
        var cents = point.CentsBefore + standing + onward.Cents + (context.Box.Detention.Charge(minutes) ?? 0);
        return new WaitRun(cents, arrival, value.GeneralisedCents(cents, minutes), isThrough, standing);
    }

    private int StartOf(int day) => _startOfDay.TryGetValue(day, out var minute) ? minute
        : _startOfDay[day] = crossing.StartOfDay(network, context.Query.Known, day);
}
