namespace Rahdar.Tests.Planning.Oracle;

/// <summary>Counts the steps of one brute force and ends it when there are too many.</summary>
internal sealed class OracleBudget(int stepsMax)
{
    /// <summary>Steps taken so far.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether a step was refused; the result is then worthless.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Takes one step; false when none is left.</summary>
    public bool TryTake()
    {
        IsSpent |= Taken == stepsMax;
        Taken += IsSpent ? 0 : 1;
        return !IsSpent;
    }
}
