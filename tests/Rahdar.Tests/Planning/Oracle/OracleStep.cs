namespace Rahdar.Tests.Planning.Oracle;

/// <summary>One stretch of time on the way: so many minutes, or a clearance at a border.</summary>
internal sealed record OracleStep(int Minutes, BorderClock? Clearance)
{
    /// <summary>A stretch that always takes the same time.</summary>
    public static OracleStep Take(int minutes) => new(minutes, null);

    /// <summary>A clearance.</summary>
    public static OracleStep Clear(BorderClock clock) => new(0, clock);

    /// <summary>End of a row of steps that starts at this minute; null when a border on it is never passed.</summary>
    public static int? FindEnd(IEnumerable<OracleStep> steps, int start)
    {
        int? at = start;
        foreach (OracleStep step in steps)
        {
            at = step.Clearance is null ? at + step.Minutes : step.Clearance.FindEnd(at.Value);
            if (at is null)
            {
                return null;
            }
        }

        return at;
    }

    /// <summary>Latest start of a row of steps that ends by this minute; null when there is none.</summary>
    public static int? FindLatestStart(IReadOnlyList<OracleStep> steps, int end)
    {
        int? at = end;
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            OracleStep step = steps[i];
            at = step.Clearance is null ? at - step.Minutes : step.Clearance.FindLatestArrival(at.Value);
            if (at is null)
            {
                return null;
            }
        }

        return at;
    }
}

/// <summary>Boxes at a place, landed by a carrier or ready for it. Gauge is 0 but for rail.</summary>
internal readonly record struct Ground(string Place, string Carrier, int Gauge)
{
    /// <summary>As a clerk writes it: rail 1520, road, sea.</summary>
    public string CarrierText => Carrier == "rail" ? $"rail {Gauge}" : Carrier;
}

/// <summary>What a piece of way takes, costs and emits, and the crossings it passes. Rows of these add up.</summary>
internal sealed record OracleWay(
    IReadOnlyList<OracleStep> Steps, long Cents, long Grams, IReadOnlyList<string> Crossings, string Text)
{
    /// <summary>No way at all.</summary>
    public static OracleWay Empty { get; } = new([], 0, 0, [], "");

    /// <summary>This way and then the next.</summary>
    public OracleWay Then(OracleWay next) => new(
        [.. Steps, .. next.Steps], Cents + next.Cents, Grams + next.Grams, [.. Crossings, .. next.Crossings],
        Text + next.Text);
}
