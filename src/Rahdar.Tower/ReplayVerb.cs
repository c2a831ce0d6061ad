using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Simulation.Corridor;

namespace Rahdar.Tower;

/// <summary>Use case: run closures again whose backlog was reported, and say where the simulation misses.</summary>
public static class ReplayVerb
{
    /// <summary>Runs of each closure, when nothing else is asked.</summary>
    public const int Replications = 40;

    /// <summary>Reported backlogs beside simulated ones; null with every fault when it cannot be asked.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="replications">Runs of each closure.</param>
    /// <param name="seed">Same seed, same answer.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is worked on; null when nobody listens.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<ReplayedBacklog>? Answer(
        CorridorNetwork network, int replications, long seed, FaultCollector faults, Action<string>? step = null,
        CancellationToken cancel = default)
    {
        if (replications is < 1 or > SimulationLimits.ReplicationsMax)
        {
            faults.Add(PlanVerb.QuestionFile, 0, "--replications", "query:replications",
                $"{replications}: 1 to {SimulationLimits.ReplicationsMax} can be asked");
            return null;
        }
        return BacklogReplay.Run(
            network, replications, seed, (closure, done) => step?.Invoke($"{closure}: run {done} of {replications}"),
            cancel);
    }
}
