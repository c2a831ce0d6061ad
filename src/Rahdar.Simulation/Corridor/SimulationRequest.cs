using NodaTime;
using Rahdar.Planning;

namespace Rahdar.Simulation.Corridor;

/// <summary>What is to be simulated.</summary>
/// <param name="From">First day measured, UTC.</param>
/// <param name="Days">Days measured, 1 to <see cref="SimulationLimits.DaysMax"/>.</param>
public sealed record SimulationRequest(LocalDate From, int Days)
{
    /// <summary>What was known of closures and services; null means on the first day.</summary>
    public LocalDate? Known { get; init; }

    /// <summary>Days before the first that fill the corridor and are not measured.</summary>
    public int WarmUpDays { get; init; } = 60;

    /// <summary>Runs, each under luck of its own.</summary>
    public int Replications { get; init; } = 10;

    /// <summary>Same seed, same result.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Given boxes, each on a plan.</summary>
    public IReadOnlyList<GivenConsignment> Consignments { get; init; } = [];
}

/// <summary>Boxes that set out on a plan.</summary>
/// <param name="Id">Name.</param>
/// <param name="Plan">Their way.</param>
/// <param name="Teu">How many.</param>
public sealed record GivenConsignment(string Id, Itinerary Plan, int Teu);

/// <summary>Every cap of the simulation of the corridor, in one place; those of the railway are in
/// <see cref="Rail.RailLimits"/>.</summary>
public static class SimulationLimits
{
    /// <summary>Days measured at most.</summary>
    public const int DaysMax = 3660;

    /// <summary>Days of warm-up at most.</summary>
    public const int WarmUpDaysMax = 730;

    /// <summary>Replications at most.</summary>
    public const int ReplicationsMax = 1000;

    /// <summary>Days times replications at most: each day of each is kept for the queues.</summary>
    public const int RunDaysMax = 200_000;

    /// <summary>Relations planned at one time while a corridor is laid out.</summary>
    public const int PlansAtOnce = 2;

    /// <summary>Blocks of one link at most.</summary>
    public const int BlocksMax = 60;

    /// <summary>Scenarios compared at one time.</summary>
    public const int ScenariosMax = 12;
}
