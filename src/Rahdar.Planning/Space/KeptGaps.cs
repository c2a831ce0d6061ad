namespace Rahdar.Planning.Space;

/// <summary>Gaps in time that borders cannot widen: two boxes at most so far apart stay at most so far apart, whatever
/// borders of these they pass and however often.</summary>
/// <remarks>
/// A post with daily hours keeps whole days, one that shuts at weekends whole weeks; a holiday or a closure may leave
/// none. Only whole days are looked at: storage counts started days.
/// </remarks>
/// <param name="clocks">Borders that may be passed.</param>
/// <param name="until">Last minute at which the later box comes to one.</param>
internal sealed class KeptGaps(IReadOnlyCollection<BorderClock> clocks, int until)
{
    private readonly List<bool> _isKept = [];

    /// <summary>Least kept gap that is not less than this one, minutes; when there is none, the first that is
    /// enough.</summary>
    internal int LeastFrom(int gap, int enough)
    {
        var days = (gap + 1439) / 1440;
        while (days * 1440 < enough && !IsKept(days)) days++;
        return days * 1440;
    }

    private bool IsKept(int days)
    {
        while (_isKept.Count <= days)
        {
            var minutes = _isKept.Count * 1440;
            _isKept.Add(clocks.All(c => c.GapGrowthMax(minutes, until) == 0));
        }
        return _isKept[days];
    }
}
