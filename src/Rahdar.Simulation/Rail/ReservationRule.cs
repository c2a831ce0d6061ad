using System.Numerics;

namespace Rahdar.Simulation.Rail;

/// <summary>Where all trains stand when every hop under way has ended, and whether that is safe: whether the trains can
/// run out of their district one after the other, each with the rest standing.</summary>
/// <remarks>A train's hop is granted only if what it leads to is safe; docs/decisions/0006-reservation-rule.md has the
/// rule, its proof, and why the two quick answers in <see cref="TryMove"/> are right. Shape: a place is one bit of its
/// district's words; for each class of track length there is a row of words that says at which places no free track of
/// that class or longer is left ("full").</remarks>
internal sealed class ReservationRule
{
    private const int None = TrackLayout.None;

    private readonly TrackLayout _layout;
    private readonly int _words;
    private readonly int _classes;

    private readonly ulong[] _free; // by place: tracks, one bit each
    private readonly ulong[] _full; // by district, class, word
    private readonly int[][] _standing; // by district: trains, in the order in which they last were found to get out
    private readonly int[] _standingCount;

    private readonly int[] _left; // for one check: the trains that are not out yet
    private readonly int[] _order; // and those that are
    private readonly ulong[] _fullThen;
    private readonly ulong[] _stuck;

    // By train: where it stands, and what its way ahead needs.
    private int[] _place = [];
    private int[] _track = [];
    private int[] _class = [];
    private ulong[] _stops = [];
    private ulong[] _passes = [];

    internal ReservationRule(TrackLayout layout)
    {
        (_layout, _words, _classes) = (layout, layout.Words, layout.Classes);
        _free = new ulong[layout.Places.Count];
        _full = new ulong[layout.Districts * _classes * _words];
        _standing = [.. layout.TracksOfDistrict.Select(tracks => new int[tracks + 1])];
        _standingCount = new int[layout.Districts];
        var most = layout.TracksOfDistrict.Append(0).Max() + 1;
        (_left, _order) = (new int[most], new int[most]);
        (_fullThen, _stuck) = (new ulong[_classes * _words], new ulong[_words]);
        Reset();
    }

    /// <summary>After a refusal: the places of the district at which trains stand that could not get out. As long as
    /// none of them is left, the refusal stands.</summary>
    internal ReadOnlySpan<ulong> Stuck => _stuck;

    /// <summary>Empties the railway.</summary>
    internal void Reset()
    {
        for (var p = 0; p < _free.Length; p++) _free[p] = _layout.Fits[p * (_classes + 1)];
        Array.Clear(_full);
        Array.Clear(_standingCount);
        Array.Fill(_place, None);
    }

    /// <summary>Makes room for trains up to a number.</summary>
    internal void Reserve(int trains)
    {
        var before = _place.Length;
        if (trains <= before) return;
        Array.Resize(ref _place, trains);
        Array.Resize(ref _track, trains);
        Array.Resize(ref _class, trains);
        Array.Resize(ref _stops, trains * _words);
        Array.Resize(ref _passes, trains * _words);
        Array.Fill(_place, None, before, trains - before);
    }

    /// <summary>Lets a train stand at a stop of its route instead of where it stands now, if that is safe.</summary>
    /// <param name="train">The train.</param>
    /// <param name="route">Its route.</param>
    /// <param name="stop">Number of the stop.</param>
    /// <param name="track">Number of a free track there; of no meaning where the place always accepts.</param>
    /// <returns>Whether it stands there now; if not, nothing has changed.</returns>
    internal bool TryMove(int train, TrainRoute route, int stop, int track)
    {
        var (place, trackBefore) = (_place[train], _track[train]);
        var target = route.PlaceAt[route.StopAt[stop]];
        var district = _layout.DistrictOfPlace[target];
        if (place != None) Free(place, trackBefore);
        if (district == None)
        {
            // One train less obstructs nobody.
            if (place != None) Strike(train, _layout.DistrictOfPlace[place]);
            _place[train] = None;
            return true;
        }
        var fullBefore = TopClass(target, _free[target]);
        Take(target, track);
        if (place == None) Append(train, district);
        Stand(train, route, stop, target, track);
        // Quick: who found a track at the target before finds one still.
        if (TopClass(target, _free[target]) == fullBefore) return true;
        // Quick: the train itself gets out, and without it everything is as safe as it was.
        if (GetsOut(train, _full, district * _classes * _words))
        {
            MoveToFront(train, district);
            return true;
        }
        if (AllGetOut(district)) return true;
        Free(target, track);
        if (place == None) Strike(train, district);
        else Take(place, trackBefore);
        if (place != None) Stand(train, route, stop - 1, place, trackBefore);
        else _place[train] = None;
        return false;
    }

    /// <summary>Whether all trains of a district can get out one after the other; notes the order, or who is stuck.
    /// </summary>
    internal bool AllGetOut(int district)
    {
        var standing = _standing[district].AsSpan(0, _standingCount[district]);
        var left = _left.AsSpan(0, standing.Length);
        standing.CopyTo(left);
        _full.AsSpan(district * _fullThen.Length, _fullThen.Length).CopyTo(_fullThen);
        var outCount = 0;
        while (true)
        {
            var kept = 0;
            foreach (var train in left)
                if (GetsOut(train, _fullThen, 0))
                {
                    _order[outCount++] = train;
                    var place = _place[train];
                    Unmark(_fullThen, place, _track[train]);
                }
                else left[kept++] = train;
            if (kept == 0) break;
            if (kept == left.Length)
            {
                NoteStuck(left);
                return false;
            }
            left = left[..kept];
        }
        _order.AsSpan(0, outCount).CopyTo(standing);
        return true;
    }

    private void NoteStuck(ReadOnlySpan<int> trains)
    {
        Array.Clear(_stuck);
        foreach (var train in trains)
            _stuck[_layout.BitOfPlace[_place[train]] / 64] |= 1UL << (_layout.BitOfPlace[_place[train]] % 64);
    }

    /// <summary>Whether a train can run to the end of its district with all others standing: no place at which it will
    /// stop is full for its length, and none that it passes is full for any.</summary>
    private bool GetsOut(int train, ulong[] full, int first)
    {
        var forStops = first + _class[train] * _words;
        var own = train * _words;
        for (var w = 0; w < _words; w++)
            if (((_stops[own + w] & full[forStops + w]) | (_passes[own + w] & full[first + w])) != 0) return false;
        return true;
    }

    private void Stand(int train, TrainRoute route, int stop, int place, int track)
    {
        (_place[train], _track[train], _class[train]) = (place, track, route.Class);
        for (var w = 0; w < _words; w++)
        {
            _stops[train * _words + w] = route.StopsAhead[stop * _words + w];
            _passes[train * _words + w] = route.PassesAhead[stop * _words + w];
        }
    }

    private void Free(int place, int track)
    {
        _free[place] |= 1UL << track;
        Unmark(_full.AsSpan(_layout.DistrictOfPlace[place] * _fullThen.Length, _fullThen.Length), place, track);
    }

    private void Take(int place, int track)
    {
        _free[place] &= ~(1UL << track);
        var full = _full.AsSpan(_layout.DistrictOfPlace[place] * _fullThen.Length, _fullThen.Length);
        var bit = _layout.BitOfPlace[place];
        for (var c = TopClass(place, _free[place]) + 1; c < _classes; c++)
            full[c * _words + bit / 64] |= 1UL << (bit % 64);
    }

    /// <summary>With a track free, a place is full for no train that fits on it.</summary>
    private void Unmark(Span<ulong> full, int place, int track)
    {
        var (bit, trackClass) = (_layout.BitOfPlace[place], _layout.TrackClass[_layout.FirstTrack[place] + track]);
        for (var c = 0; c <= trackClass; c++) full[c * _words + bit / 64] &= ~(1UL << (bit % 64));
    }

    /// <summary>Class of the longest of some tracks of a place; below all classes when there is none.</summary>
    private int TopClass(int place, ulong tracks) =>
        tracks == 0 ? None : _layout.TrackClass[_layout.FirstTrack[place] + BitOperations.Log2(tracks)];

    private void Append(int train, int district) => _standing[district][_standingCount[district]++] = train;

    private void Strike(int train, int district)
    {
        var standing = _standing[district].AsSpan(0, _standingCount[district]--);
        var at = standing.IndexOf(train);
        standing[(at + 1)..].CopyTo(standing[at..]);
    }

    private void MoveToFront(int train, int district)
    {
        var standing = _standing[district].AsSpan(0, _standingCount[district]);
        var at = standing.IndexOf(train);
        standing[..at].CopyTo(standing[1..]);
        standing[0] = train;
    }
}
