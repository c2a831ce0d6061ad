namespace Rahdar.Planning;

/// <summary>What a plan can be first in, of those that people pick by.</summary>
public enum Criterion
{
    /// <summary>Arrives first.</summary>
    Fastest,

    /// <summary>Costs least.</summary>
    Cheapest,

    /// <summary>Least generalised cost: cost and time as one.</summary>
    BestValue,
}
