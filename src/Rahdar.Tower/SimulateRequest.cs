namespace Rahdar.Tower;

/// <summary>What is to be simulated, as a user types it.</summary>
/// <param name="From">First day measured, a date (UTC); null takes the latest day that a scenario names.</param>
public sealed record SimulateRequest(string? From)
{
    /// <summary>Days measured.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Knowledge date; null means the `as-of` of a scenario, else the first day.</summary>
    public string? Known { get; init; }

    /// <summary>Days before the first that fill the corridor and are not measured.</summary>
    public int WarmUpDays { get; init; } = 60;

    /// <summary>Runs, each under luck of its own.</summary>
    public int Replications { get; init; } = 20;

    /// <summary>Same seed, same answer.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Scenario files or names of shipped ones: applied one after the other, or compared one by one.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Consignments to send along, each `16x20ft:20t PKLHE RUASF 2025-06-21`.</summary>
    public IReadOnlyList<string> Consignments { get; init; } = [];

    /// <summary>How many of the resources most waited for are tried with a little more.</summary>
    public int Marginal { get; init; }

    /// <summary>File for the movements of the first run; null for none.</summary>
    public string? Movements { get; init; }

    /// <summary>Page and picture to write.</summary>
    public PictureRequest Pictures { get; init; } = new();

    /// <summary>Railway line whose trains are drawn: a section such as `PK-05`, or places; null for none.</summary>
    public string? Line { get; init; }

    /// <summary>Rows a table at most.</summary>
    public int Top { get; init; } = 12;
}

/// <summary>Every cap on what a user may ask of a simulation beside those of the simulation itself.</summary>
public static class SimulateLimits
{
    /// <summary>Consignments sent along at most.</summary>
    public const int ConsignmentsMax = 20;

    /// <summary>Resources tried with a little more at most: each is a whole simulation.</summary>
    public const int MarginalMax = 50;

    /// <summary>Rows a table at most.</summary>
    public const int TopMax = 10_000;
}
