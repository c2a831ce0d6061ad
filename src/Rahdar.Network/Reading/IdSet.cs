namespace Rahdar.Network.Reading;

/// <summary>Ids that an input defines, also in rows faulty otherwise, so that one bad cell is told once.</summary>
/// <param name="ids">The ids that were seen.</param>
/// <param name="isComplete">False when some row could not be read: any id might have stood there.</param>
internal sealed class IdSet(IEnumerable<string> ids, bool isComplete)
{
    private readonly HashSet<string> _ids = [.. ids];

    /// <summary>False only when the id certainly stands nowhere.</summary>
    internal bool MayHold(string id) => !isComplete || _ids.Contains(id);

    /// <summary>Ids of two inputs together.</summary>
    internal IdSet With(IdSet other) => new(_ids.Union(other._ids), isComplete && other.IsComplete);

    private bool IsComplete => isComplete;
}
