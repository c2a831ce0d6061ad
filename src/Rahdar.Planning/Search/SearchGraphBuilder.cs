using Rahdar.Planning.Space;

namespace Rahdar.Planning.Search;

/// <summary>Collects states and arcs and lays them out.</summary>
internal sealed class SearchGraphBuilder
{
    private readonly List<StorageTariff> _tariffs = [];
    private readonly List<int[]> _justInTime = [];
    private readonly List<List<SearchArc>> _arcs = [];

    internal int AddState(StorageTariff tariff, int[] justInTime)
    {
        _tariffs.Add(tariff);
        _justInTime.Add(justInTime);
        _arcs.Add([]);
        return _tariffs.Count - 1;
    }

    internal void AddArc(int from, SearchArc arc) => _arcs[from].Add(arc);

    /// <summary>Lays them out.</summary>
    /// <param name="start">First minute of any departure.</param>
    internal SearchGraph Build(int start)
    {
        var count = _tariffs.Count;
        var first = new int[count + 1];
        for (var s = 0; s < count; s++) first[s + 1] = first[s] + _arcs[s].Count;
        var isFixed = new bool[count];
        for (var s = 0; s < count; s++)
            isFixed[s] = !_tariffs[s].IsFree && (_justInTime[s].Length > 0 || _arcs[s].Exists(a => !a.IsUndated));
        var guards = Guards(isFixed, start);
        var isSensitive = new bool[count];
        for (var s = 0; s < count; s++) isSensitive[s] = isFixed[s] || guards[s] is not null;
        return new SearchGraph
        {
            FirstArc = first,
            Arcs = [.. _arcs.SelectMany(a => a)],
            Tariffs = [.. _tariffs],
            JustInTime = [.. _justInTime],
            Guards = guards,
            IsSensitive = isSensitive,
            HasFixedLeaving = isFixed,
        };
    }

    /// <summary>A guard for each state from which boxes come at once to a place where they may meet.</summary>
    private StorageGuard?[] Guards(bool[] isFixed, int start)
    {
        var guards = new StorageGuard?[_tariffs.Count];
        if (!isFixed.Contains(true)) return guards;
        var atOnceInto = _arcs
            .SelectMany((arcs, from) => arcs.Where(a => a.IsUndated).Select(a => (a.To, From: from, a)))
            .ToLookup(x => x.To, x => new AtOnce<int>(
                x.From, x.a.MinutesMin, x.a.Steps is null ? [] : AtOnce<int>.UnevenIn(x.a.Steps)));
        var before = new Dictionary<int, List<Meeting<int>>>();
        for (var state = 0; state < guards.Length; state++)
        {
            if (!isFixed[state]) continue;
            var latest = _arcs[state].SelectMany(a => a.Dated ?? []).Select(d => d.LatestStart)
                .Concat(_justInTime[state]).Max();
            var meeting = new Meeting<int>(state, _tariffs[state], latest, start, atOnceInto);
            foreach (var from in meeting.Before)
                (before.TryGetValue(from, out var list) ? list : before[from] = []).Add(meeting);
        }
        foreach (var (state, meetings) in before) guards[state] = new StorageGuard(state, meetings);
        return guards;
    }
}
