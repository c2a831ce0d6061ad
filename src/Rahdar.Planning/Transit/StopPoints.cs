using Rahdar.Network.Gtfs;

namespace Rahdar.Planning.Transit;

/// <summary>The places where trips are boarded and left. A stop is one point, or several where transfers.txt has rules
/// for certain trips or routes: then trips under the same rules share a point, and each rule becomes a walk between
/// points.</summary>
/// <remarks>So the search itself knows no rule of trips. Source: GTFS Schedule reference, transfers.txt: the rule that
/// names most wins (trips before routes, both sides before one).</remarks>
internal sealed class StopPoints
{
    private readonly WalkGraph _walks;
    private readonly List<GtfsTransfer> _rules;
    private readonly List<int>[] _fromRules;
    private readonly List<int>[] _toRules;
    private readonly Dictionary<(int Stop, string Signature), int> _points = [];
    private readonly List<(int Stop, string Signature)> _list = [];
    private readonly Dictionary<(int Stop, string Trip), int> _ofTrip = [];

    internal StopPoints(GtfsFeed feed, WalkGraph walks, Dictionary<string, int> index, int stops)
    {
        _walks = walks;
        _rules =
        [
            .. feed.Transfers.Where(t => t.Type is >= 0 and <= 3
                && t.FromRoute.Length + t.ToRoute.Length + t.FromTrip.Length + t.ToTrip.Length > 0),
        ];
        _fromRules = [.. Enumerable.Range(0, stops).Select(_ => new List<int>())];
        _toRules = [.. Enumerable.Range(0, stops).Select(_ => new List<int>())];
        for (var i = 0; i < _rules.Count; i++)
        {
            if (index.TryGetValue(_rules[i].FromStop, out var from))
                foreach (var stop in walks.WithChildren(from)) _fromRules[stop].Add(i);
            if (index.TryGetValue(_rules[i].ToStop, out var to))
                foreach (var stop in walks.WithChildren(to)) _toRules[stop].Add(i);
        }
        // Each stop has its plain point first, for journeys that begin or end there on foot.
        for (var stop = 0; stop < stops; stop++) Point(stop, "");
    }

    /// <summary>Stop of each point.</summary>
    internal int[] StopOf => [.. _list.Select(p => p.Stop)];

    /// <summary>The point at which a trip is boarded and left at a stop.</summary>
    internal int Of(int stop, GtfsTrip trip)
    {
        if (_fromRules[stop].Count + _toRules[stop].Count == 0) return stop;
        if (_ofTrip.TryGetValue((stop, trip.Id), out var known)) return known;
        var from = _fromRules[stop].Where(i => Names(_rules[i].FromTrip, _rules[i].FromRoute, trip));
        var to = _toRules[stop].Where(i => Names(_rules[i].ToTrip, _rules[i].ToRoute, trip));
        var signature = string.Join(',', from) + ">" + string.Join(',', to);
        return _ofTrip[(stop, trip.Id)] = signature == ">" ? stop : Point(stop, signature);
    }

    private int Point(int stop, string signature)
    {
        if (_points.TryGetValue((stop, signature), out var point)) return point;
        _list.Add((stop, signature));
        return _points[(stop, signature)] = _list.Count - 1;
    }

    private static bool Names(string trip, string route, GtfsTrip one) =>
        (trip.Length == 0 || trip == one.Id) && (route.Length == 0 || route == one.RouteId);

    /// <summary>All walks by point, the change at the point itself among them, and which of them the feed
    /// prefers.</summary>
    /// <param name="times">The question's rule on change times.</param>
    internal (List<(int To, int Seconds)>[] Walks, Dictionary<(int, int), int> Preferred) Walk(ChangeTimes times)
    {
        var points = _list.Select((p, i) => (p.Stop, p.Signature, Index: i)).ToLookup(p => p.Stop);
        var walks = new List<(int, int)>[_list.Count];
        var preferred = new Dictionary<(int, int), int>();
        var count = 0;
        for (var a = 0; a < _list.Count; a++)
        {
            walks[a] = [];
            var plain = _walks.ListFrom(_list[a].Stop);
            var reached = plain.Keys.Concat(RuledStops(_list[a])).Distinct().Order();
            foreach (var b in reached.SelectMany(stop => points[stop]))
            {
                var rule = Best(_list[a], (b.Stop, b.Signature)) ?? _walks.FindRule(_list[a].Stop, b.Stop);
                int? seconds = rule is not null ? _walks.Seconds(rule)
                    : plain.TryGetValue(b.Stop, out var found) ? found : null;
                if (seconds is not { } told) continue;
                if (++count > Limits.WalksMax) throw new TransitLimitException($"more than {Limits.WalksMax} walks");
                walks[a].Add((b.Index, times.Apply(told)));
                if (rule?.Type is 0 or 1) preferred[(a, b.Index)] = rule!.Type + 1;
            }
        }
        return (walks, preferred);
    }

    private IEnumerable<int> RuledStops((int Stop, string Signature) point)
    {
        if (point.Signature.Length == 0) return [];
        var named = Numbers(point.Signature, 0).ToHashSet();
        return Enumerable.Range(0, _toRules.Length).Where(s => _toRules[s].Any(named.Contains));
    }

    private GtfsTransfer? Best((int, string Signature) from, (int, string Signature) to)
    {
        if (from.Signature.Length == 0 && to.Signature.Length == 0) return null;
        var both = Numbers(from.Signature, 0).Intersect(Numbers(to.Signature, 1));
        return both.Select(i => _rules[i]).MaxBy(r => Weight(r.FromTrip, r.FromRoute) + Weight(r.ToTrip, r.ToRoute));
    }

    private static int Weight(string trip, string route) => trip.Length > 0 ? 3 : route.Length > 0 ? 1 : 0;

    private static IEnumerable<int> Numbers(string signature, int side) => signature.Length == 0 ? []
        : signature.Split('>')[side].Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture));
}
