namespace Rahdar.Conformance;

/// <summary>One case of a suite: passed when nothing differs.</summary>
/// <param name="Name">By which a reader finds it in the folder: file, and row or id.</param>
/// <param name="Differences">In the order of comparing; empty when it passed.</param>
public sealed record SuiteCase(string Name, IReadOnlyList<Difference> Differences)
{
    /// <summary>True when nothing differs.</summary>
    public bool IsPassed => Differences.Count == 0;

    /// <summary>Runs one case.</summary>
    /// <remarks>An exception of ours is a difference of this case: one broken case must not hide those after
    /// it.</remarks>
    /// <param name="name">By which a reader finds it.</param>
    /// <param name="compare">Compares, and gives what differs.</param>
    public static SuiteCase Of(string name, Func<IEnumerable<Difference>> compare)
    {
        try
        {
            return new SuiteCase(name, [.. compare()]);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return new SuiteCase(name, [new Difference("", "an answer", $"{e.GetType().Name}: {e.Message}")]);
        }
    }
}
