using System.Numerics;

namespace Rahdar.Simulation.Rail;

/// <summary>Grants hops: what a hop needs is seized together or not at all, and only if the state after it is safe.
/// </summary>
/// <remarks>Knows which track is held by whom, which section is shut, which train waits for what; knows nothing of how
/// trains move. A train that cannot go is tried again only when what stood in its way has changed, which gives the same
/// grants as trying all trains at every change (a test tries them all).</remarks>
internal sealed class Dispatcher
{
    private const int None = TrackLayout.None;

    // What stood in the way of a train, besides the number of a section track or, from there on, of a place.
    private const int NotTried = -1;
    private const int Unsafe = -2;
    private const int NotLetIn = -3;

    private readonly TrackLayout _layout;
    private readonly GrantRule _grantRule;
    private readonly ReservationRule _safety;
    private readonly WaitingTrains _waiting;
    private readonly int _words;

    private readonly ulong[] _free; // by place: tracks, one bit each
    private readonly int[] _trackHolder;
    private readonly SectionTrack[] _sectionTracks;
    private readonly List<SectionClosure>[] _closures; // by section, those that are not over
    private readonly int[] _awaited; // by section track, then by place: trains for which it stood in the way
    private readonly District[] _districts;
    private readonly Queue<int> _toServe; // districts in which something has changed
    private readonly Queue<int> _toWake; // section tracks whose headway somebody waits for
    private readonly Queue<int> _granted = new();

    // By train.
    private Client[] _clients = [];
    private ulong[] _stuck = []; // of one whose hop was not safe: places of which one must be left before it is

    internal Dispatcher(TrackLayout layout, GrantRule grantRule, long waitSecondsMax)
    {
        (_layout, _grantRule, _words) = (layout, grantRule, layout.Words);
        _safety = new ReservationRule(layout);
        _waiting = new WaitingTrains(layout.Districts, waitSecondsMax, IsBeforeClosure);
        _free = new ulong[layout.Places.Count];
        _trackHolder = new int[layout.FirstTrack[^1]];
        _sectionTracks = new SectionTrack[layout.FirstSectionTrack[^1]];
        _closures = [.. layout.Sections.Select(_ => new List<SectionClosure>())];
        _awaited = new int[_sectionTracks.Length + layout.Places.Count];
        _districts = new District[layout.Districts];
        (_toServe, _toWake) = (new Queue<int>(layout.Districts), new Queue<int>(_sectionTracks.Length));
        SectionUse = new BusyClock(_sectionTracks.Length);
        TrackUse = new BusyClock(_trackHolder.Length);
        Reset();
    }

    /// <summary>Use of section tracks.</summary>
    internal BusyClock SectionUse { get; }

    /// <summary>Use of tracks.</summary>
    internal BusyClock TrackUse { get; }

    internal void Reset()
    {
        for (var p = 0; p < _free.Length; p++) _free[p] = _layout.Fits[p * (_layout.Classes + 1)];
        Array.Fill(_trackHolder, None);
        Array.Fill(_sectionTracks, new SectionTrack { Holder = None, FreeFrom = long.MinValue });
        foreach (var closures in _closures) closures.Clear();
        Array.Clear(_awaited);
        Array.Clear(_districts);
        Array.Clear(_clients);
        _toServe.Clear();
        _toWake.Clear();
        _granted.Clear();
        _safety.Reset();
        _waiting.Reset();
        SectionUse.Reset();
        TrackUse.Reset();
    }

    /// <summary>Makes room for trains up to a number.</summary>
    internal void Reserve(int trains)
    {
        Array.Resize(ref _clients, trains);
        Array.Resize(ref _stuck, trains * _words);
        _safety.Reserve(trains);
        _waiting.Reserve(trains);
    }

    /// <summary>Makes a train known that stands outside, before its first place; at it, if that always accepts.
    /// </summary>
    internal void Add(int train, TrainRoute route)
    {
        _clients[train].Route = route;
        _clients[train].Obstacle = NotTried;
        SetStop(train, _layout.DistrictOfPlace[route.PlaceAt[0]] == None ? 0 : None, None);
    }

    /// <summary>Lets go of what is kept for a train that has left.</summary>
    internal void Drop(int train) => _clients[train].Route = null!;

    /// <summary>Stop at which a train stands or to which it runs; none before it has a track at its first place.
    /// </summary>
    internal int Stop(int train) => _clients[train].Stop;

    /// <summary>Track on which it stands or to which it runs; none where the place always accepts.</summary>
    internal int Track(int train) => _clients[train].Track;

    /// <summary>A train wants its next hop.</summary>
    /// <remarks>If nothing else has changed in its district, all who wait there would be refused again, so it is tried
    /// alone; unless somebody waits for the same section, whose headway may be over just now.</remarks>
    /// <returns>Whether it was granted at once; else it waits.</returns>
    internal bool Request(int train, int priority, long now)
    {
        ref var client = ref _clients[train];
        var district = client.District;
        client.Obstacle = NotTried;
        if (IsAwaited(train)) MarkToServe(district);
        if (!_districts[district].IsToServe && Grant(train, now))
        {
            if (_districts[district].HasMore) MarkToServe(district);
            return true;
        }
        _waiting.Add(train, district, client.Route, client.Stop, client.IsOutside, priority, now);
        return false;
    }

    /// <summary>A train that waits no longer wants its hop.</summary>
    internal void Withdraw(int train)
    {
        ForgetObstacle(train);
        RemoveFromRow(train, _clients[train].District);
        MarkToServe(_clients[train].District);
    }

    /// <summary>A train that has waited and is granted its hop now; false when there is none.</summary>
    internal bool TryGrantNext(long now, out int train)
    {
        while (!_granted.TryDequeue(out train))
        {
            if (!_toServe.TryDequeue(out var district)) return false;
            Serve(district, now);
            _districts[district].IsToServe = false;
        }
        return true;
    }

    /// <summary>For tests: grants the next hop of a train out of its turn, if the rule allows it now.</summary>
    internal bool TryGrant(int train, long now)
    {
        ForgetObstacle(train);
        return Grant(train, now);
    }

    /// <summary>A section track whose headway somebody waits for, and when it is over; false when there is none.
    /// </summary>
    internal bool TryTakeWake(out int sectionTrack, out long time)
    {
        var isSome = _toWake.TryDequeue(out sectionTrack);
        time = isSome ? _sectionTracks[sectionTrack].FreeFrom : 0;
        return isSome;
    }

    /// <summary>The headway of a section track is over.</summary>
    internal void EndHeadway(int sectionTrack)
    {
        _sectionTracks[sectionTrack].IsToWake = false;
        MarkToServe(_layout.DistrictOfSection[_layout.SectionOfTrack[sectionTrack]]);
    }

    /// <summary>A train has cleared a section track.</summary>
    internal void ReleaseSection(int sectionTrack, long now)
    {
        var section = _layout.SectionOfTrack[sectionTrack];
        ref var state = ref _sectionTracks[sectionTrack];
        (state.Holder, state.FreeFrom) = (None, now + _layout.Sections[section].HeadwaySeconds);
        SectionUse.End(sectionTrack, now);
        if (_awaited[sectionTrack] == 0) return;
        if (state.FreeFrom == now) MarkToServe(_layout.DistrictOfSection[section]);
        else Wake(sectionTrack);
    }

    /// <summary>A train has cleared the track it held at a place.</summary>
    /// <returns>The number of that track; none where the place always accepts.</returns>
    internal int ReleaseTrack(int place, int train, long now)
    {
        if (_layout.DistrictOfPlace[place] == None) return None;
        var track = TrackHeld(place, train);
        _trackHolder[_layout.FirstTrack[place] + track] = None;
        _free[place] |= 1UL << track;
        TrackUse.End(_layout.FirstTrack[place] + track, now);
        if (_awaited[_sectionTracks.Length + place] > 0) MarkToServe(_layout.DistrictOfPlace[place]);
        return track;
    }

    /// <summary>Number of the track that a train holds at a place that has tracks.</summary>
    internal int TrackHeld(int place, int train)
    {
        var (first, end) = (_layout.FirstTrack[place], _layout.FirstTrack[place + 1]);
        var at = _trackHolder.AsSpan(first, end - first).IndexOf(train);
        return at >= 0 ? at : throw new InvalidOperationException($"train {train} holds nothing at place {place}");
    }

    /// <summary>No train may enter a section for a time.</summary>
    internal void Shut(SectionClosure closure) => _closures[closure.Section].Add(closure);

    /// <summary>A closure of a section begins or has ended.</summary>
    internal void NoteClosure(int section, long now)
    {
        var closures = _closures[section];
        for (var i = closures.Count - 1; i >= 0; i--)
            if (closures[i].Until <= now)
                closures.RemoveAt(i);
        _waiting.NoteClosure(_layout.DistrictOfSection[section]);
        MarkToServe(_layout.DistrictOfSection[section]);
    }

    /// <summary>Until when a section is shut; null when it is open.</summary>
    internal long? ShutUntil(int section, long now)
    {
        long? end = null;
        foreach (var (_, from, until) in _closures[section])
            if (from <= now && now < until) end = Math.Max(until, end ?? until);
        return end;
    }

    /// <summary>Grants, one after the other, the hop of the first train in order that can have it.</summary>
    private void Serve(int district, long now)
    {
        _districts[district].HasMore = false;
        var train = _waiting.First(district);
        while (train != None)
        {
            var next = _waiting.After(train);
            if (IsWorthTrying(train, now))
            {
                ForgetObstacle(train);
                if (Grant(train, now))
                {
                    _granted.Enqueue(train);
                    RemoveFromRow(train, district);
                    if (_districts[district].HasMore) next = _waiting.First(district);
                    _districts[district].HasMore = false;
                }
            }
            train = next;
        }
    }

    private bool IsWorthTrying(int train, long now)
    {
        ref var client = ref _clients[train];
        var obstacle = client.Obstacle;
        if (obstacle >= _sectionTracks.Length)
            return (_free[obstacle - _sectionTracks.Length] & client.Wanted) != 0;
        if (obstacle >= 0) return _sectionTracks[obstacle].Holder == None && IsFree(obstacle, now);
        if (obstacle == Unsafe) return client.IsRetried || ShortestFree(Target(train), client.Wanted) != client.Chosen;
        return obstacle == NotTried || _waiting.MayEnter(train, client.District, now);
    }

    /// <summary>Grants the next hop of a train, or notes what stands in its way.</summary>
    private bool Grant(int train, long now)
    {
        ref var client = ref _clients[train];
        var route = client.Route;
        var next = client.Stop + 1;
        var (first, last) = (next == 0 ? 0 : route.StopAt[next - 1], route.StopAt[next]);
        for (var i = first; i < last; i++)
            if (!IsFree(route.TrackAt[i], now))
                return Refuse(train, route.TrackAt[i], 0);
        for (var i = first + 1; i < last; i++)
            if (_free[route.PlaceAt[i]] == 0)
                return Refuse(train, _sectionTracks.Length + route.PlaceAt[i], ulong.MaxValue);
        var target = route.PlaceAt[last];
        var track = None;
        if (_layout.DistrictOfPlace[target] != None)
        {
            var fitting = Fitting(target, route);
            track = ShortestFree(target, fitting);
            if (track == None) return Refuse(train, _sectionTracks.Length + target, fitting);
        }
        if (client.IsOutside && !_waiting.MayEnter(train, client.District, now)) return RefuseEntry(train);
        if (_grantRule == GrantRule.SafeAfter && !_safety.TryMove(train, route, next, track))
            return RefuseAsUnsafe(train, target, track);
        Seize(train, route, first, last, track, now);
        NoteWhoMayGoNow(train, route.PlaceAt[first]);
        SetStop(train, next, track);
        return true;
    }

    /// <summary>A grant takes, so who was refused before it is refused again: but for those whose hop was unsafe
    /// because of who stood where this train leaves, and those not let in because it waited.</summary>
    private void NoteWhoMayGoNow(int train, int place)
    {
        ref var client = ref _clients[train];
        ref var district = ref _districts[client.District];
        if (district.NotLetIn > 0) district.HasMore = true;
        if (district.Unsafe == 0 || client.IsOutside) return;
        var bit = _layout.BitOfPlace[place];
        for (var other = _waiting.First(client.District); other != None; other = _waiting.After(other))
            if (_clients[other].Obstacle == Unsafe && (_stuck[other * _words + bit / 64] >> (bit % 64) & 1) != 0)
                district.HasMore = _clients[other].IsRetried = true;
    }

    private bool Refuse(int train, int obstacle, ulong wanted)
    {
        (_clients[train].Obstacle, _clients[train].Wanted) = (obstacle, wanted);
        _awaited[obstacle]++;
        return false;
    }

    private bool RefuseEntry(int train)
    {
        _clients[train].Obstacle = NotLetIn;
        _districts[_clients[train].District].NotLetIn++;
        return false;
    }

    private bool RefuseAsUnsafe(int train, int target, int track)
    {
        ref var client = ref _clients[train];
        (client.Obstacle, client.IsRetried) = (Unsafe, false);
        (client.Wanted, client.Chosen) = (Fitting(target, client.Route), track);
        _safety.Stuck.CopyTo(_stuck.AsSpan(train * _words, _words));
        _awaited[_sectionTracks.Length + target]++;
        _districts[client.District].Unsafe++;
        return false;
    }

    private void ForgetObstacle(int train)
    {
        ref var client = ref _clients[train];
        var obstacle = client.Obstacle;
        client.Obstacle = NotTried;
        if (obstacle >= 0) _awaited[obstacle]--;
        else if (obstacle == NotLetIn) _districts[client.District].NotLetIn--;
        else if (obstacle == Unsafe)
        {
            _awaited[_sectionTracks.Length + Target(train)]--;
            _districts[client.District].Unsafe--;
        }
    }

    private void RemoveFromRow(int train, int district)
    {
        var inItsStead = _waiting.Remove(train, district);
        if (inItsStead == None) return;
        ForgetObstacle(inItsStead);
        _districts[district].HasMore = true;
    }

    private void Seize(int train, TrainRoute route, int first, int last, int track, long now)
    {
        for (var i = first; i < last; i++)
        {
            _sectionTracks[route.TrackAt[i]].Holder = train;
            SectionUse.Begin(route.TrackAt[i], now);
        }
        for (var i = first + 1; i < last; i++)
            SeizeTrack(route.PlaceAt[i], ShortestFree(route.PlaceAt[i], ulong.MaxValue), train, now);
        if (track != None) SeizeTrack(route.PlaceAt[last], track, train, now);
    }

    private void SeizeTrack(int place, int track, int train, long now)
    {
        _free[place] &= ~(1UL << track);
        _trackHolder[_layout.FirstTrack[place] + track] = train;
        TrackUse.Begin(_layout.FirstTrack[place] + track, now);
    }

    private void SetStop(int train, int stop, int track)
    {
        ref var client = ref _clients[train];
        var route = client.Route;
        (client.Stop, client.Track) = (stop, track);
        var place = stop == None ? None : _layout.DistrictOfPlace[route.PlaceAt[route.StopAt[stop]]];
        client.IsOutside = place == None;
        client.District = stop == None ? _layout.DistrictOfPlace[route.PlaceAt[0]]
            : stop + 1 == route.StopAt.Length ? None
            : _layout.DistrictOfSection[route.SectionAt[route.StopAt[stop]]];
    }

    private bool IsFree(int sectionTrack, long now)
    {
        ref var state = ref _sectionTracks[sectionTrack];
        if (state.Holder != None) return false;
        var section = _layout.SectionOfTrack[sectionTrack];
        if (_closures[section].Count > 0 && ShutUntil(section, now) is not null) return false;
        if (state.FreeFrom <= now) return true;
        Wake(sectionTrack);
        return false;
    }

    private void Wake(int sectionTrack)
    {
        if (_sectionTracks[sectionTrack].IsToWake) return;
        _sectionTracks[sectionTrack].IsToWake = true;
        _toWake.Enqueue(sectionTrack);
    }

    private void MarkToServe(int district)
    {
        if (_districts[district].IsToServe) return;
        _districts[district].IsToServe = true;
        _toServe.Enqueue(district);
    }

    /// <summary>The shortest free one of some tracks of a place, the first among equals; none when none is free.
    /// </summary>
    private int ShortestFree(int place, ulong wanted)
    {
        var tracks = _free[place] & wanted;
        return tracks == 0 ? None : BitOperations.TrailingZeroCount(tracks);
    }

    private ulong Fitting(int place, TrainRoute route) => _layout.Fits[place * (_layout.Classes + 1) + route.Class];

    private bool IsBeforeClosure(int train, long now)
    {
        ref var client = ref _clients[train];
        var route = client.Route;
        for (var i = client.Stop == None ? 0 : route.StopAt[client.Stop]; i < route.StopAt[client.Stop + 1]; i++)
            if (_closures[route.SectionAt[i]].Count > 0 && ShutUntil(route.SectionAt[i], now) is not null)
                return true;
        return false;
    }

    private bool IsAwaited(int train)
    {
        ref var client = ref _clients[train];
        return client.Stop != None && _awaited[client.Route.TrackAt[client.Route.StopAt[client.Stop]]] > 0;
    }

    private int Target(int train)
    {
        ref var client = ref _clients[train];
        return client.Route.PlaceAt[client.Route.StopAt[client.Stop + 1]];
    }

    /// <summary>A track of a section.</summary>
    private struct SectionTrack
    {
        internal int Holder;
        internal long FreeFrom; // when the headway after the last train is over
        internal bool IsToWake; // somebody waits for that
    }

    /// <summary>What is known of who waits in a district.</summary>
    private struct District
    {
        internal int Unsafe;
        internal int NotLetIn;
        internal bool IsToServe;
        internal bool HasMore; // somebody refused before may go after the grant just made
    }

    /// <summary>What is known of a train.</summary>
    private struct Client
    {
        internal TrainRoute Route;
        internal int Stop;
        internal int Track;
        internal int District; // of its next hop
        internal bool IsOutside; // stands where it is in nobody's way
        internal bool IsRetried; // one of the places it waits for was left
        internal int Obstacle;
        internal int Chosen; // track it would have taken, had that been safe
        internal ulong Wanted; // tracks that would do, of the place that stands in its way or that it leads to
    }
}
