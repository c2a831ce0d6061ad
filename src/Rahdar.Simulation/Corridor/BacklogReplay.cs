using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Borders;

namespace Rahdar.Simulation.Corridor;

/// <summary>A reported backlog beside the simulated one.</summary>
/// <param name="Reported">What was reported.</param>
/// <param name="Day">Days since the closure began.</param>
/// <param name="Mean">Units that wait at the end of the day, UTC, mean of the runs.</param>
/// <param name="Least">Least of any run.</param>
/// <param name="Greatest">Greatest of any run.</param>
/// <param name="Runs">How many runs.</param>
public sealed record ReplayedBacklog(
    ReportedBacklog Reported, int Day, double Mean, int Least, int Greatest, int Runs)
{
    /// <summary>Whether some run came to a figure that was reported, or passed it on either side.</summary>
    public bool IsWithin => Least <= Reported.Units.Value.Max && Greatest >= Reported.Units.Value.Min;
}

/// <summary>Closures whose backlog was reported, run again from what was known on their first day.</summary>
public static class BacklogReplay
{
    private const int WarmUpDays = 60;

    /// <summary>All reported backlogs of posts that are simulated, by closure and day.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="replications">Runs of each closure.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="done">Told how many runs of a closure are done.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<ReplayedBacklog> Run(
        CorridorNetwork network, int replications, long seed, Action<string, int>? done = null,
        CancellationToken cancel = default)
    {
        var list = new List<ReplayedBacklog>();
        foreach (var group in network.Backlogs.GroupBy(b => b.ClosureId).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (network.Closures.First(c => c.Id == group.Key).From is not { } from) continue;
            var days = Period.DaysBetween(from, group.Max(b => b.On)) + 1;
            var result = CorridorSimulation.Run(
                network,
                new SimulationRequest(from, days)
                {
                    WarmUpDays = WarmUpDays,
                    Replications = replications,
                    Seed = seed,
                },
                count => done?.Invoke(group.Key, count), cancel);
            list.AddRange(group.OrderBy(b => b.On).Select(b => Compare(result, b, from)).OfType<ReplayedBacklog>());
        }
        return list;
    }

    private static ReplayedBacklog? Compare(SimulationResult result, ReportedBacklog reported, LocalDate from)
    {
        // A gate is named by its row, and by the post ahead where each direction has one of its own.
        if (result.Resources.FirstOrDefault(r => r.Kind == ResourceKind.Post
            && r.Id.Split('>')[0] == reported.BorderId) is not { Queue.Count: > 0 } post) return null;
        var day = Period.DaysBetween(from, reported.On);
        var (least, greatest) = post.QueueRange[day + 1];
        return new ReplayedBacklog(
            reported, day + 1, post.Queue[day + 1], least, greatest, result.Request.Replications);
    }
}
