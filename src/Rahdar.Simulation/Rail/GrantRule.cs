namespace Rahdar.Simulation.Rail;

/// <summary>When a hop is granted.</summary>
internal enum GrantRule
{
    /// <summary>What it needs is free now, and where the trains stand after it is safe.</summary>
    SafeAfter,

    /// <summary>What it needs is free now. Railways jam under this rule; it is here to be compared with.</summary>
    FreeNow,
}
