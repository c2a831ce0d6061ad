using Rahdar.Planning.Space;


namespace Rahdar.Planning.Search;

/// <summary>The most that a box that is ready earlier in a state can pay more in storage before it leaves together with
/// the later one.</summary>
/// <remarks>Source: condition (5) of docs/decisions, "The plan space, written down to the minute".</remarks>
internal sealed class StorageGuard
{
    private readonly (Meeting<int> Meeting, (int? Uneven, int? Even) Least)[] _meetings;

    /// <param name="state">The state.</param>
    /// <param name="meetings">Where the two may leave together.</param>
    internal StorageGuard(int state, IEnumerable<Meeting<int>> meetings) =>
        _meetings = [.. meetings.Select(m => (m, m.LeastMinutesFrom(state)))];

    /// <summary>Cents that the earlier of two boxes can pay more; huge when a longest stay may be passed.</summary>
    /// <param name="one">Minute the first is ready.</param>
    /// <param name="two">Minute the second is ready, not before the first.</param>
    internal long Extra(int one, int two)
    {
        if (one == two) return 0;
        var most = 0L;
        foreach (var (meeting, least) in _meetings)
            if (meeting.MostApart(least, one, two) is { } apart)
                most = Math.Max(most, meeting.Tariff.MostExtra(apart) ?? long.MaxValue / 4);
        return most;
    }
}
