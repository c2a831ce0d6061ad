namespace Rahdar.Benchmarks.Generated;

/// <summary>One movement from a node to another.</summary>
/// <param name="To">Node it leads to.</param>
/// <param name="Minutes">Minutes from leaving to arriving, above 0; after the clearance where there is one.</param>
/// <param name="Cents">Price.</param>
/// <param name="Nepers">Risk of disruption, nanonepers.</param>
/// <param name="Grams">Emissions, g CO2e.</param>
/// <param name="Hours">The border met first on the way; null when there is none.</param>
/// <param name="Departures">Minutes at which it leaves, ascending; null when it leaves on request.</param>
internal sealed record Arc(
    int To, int Minutes, long Cents, long Nepers, long Grams, DailyHours? Hours = null, int[]? Departures = null)
{
    /// <summary>Minute of arriving for who leaves at a minute.</summary>
    public int Arrive(int leaves) => (Hours is null ? leaves : Hours.End(leaves)) + Minutes;

    /// <summary>Latest minute to leave, on request, to have arrived by a given one; below 0 when there is
    /// none.</summary>
    public int LatestStart(int arrives) =>
        Hours is null ? arrives - Minutes : Hours.LatestStart(arrives - Minutes);
}
