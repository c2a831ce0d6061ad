namespace Rahdar.Planning.Transit;

/// <summary>A place where the search may begin or end: a point, the stops already gone by, and the time between the
/// door
/// and the point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Layer">Stops to go by that are behind it (at the start), or must be behind it (at the end).</param>
/// <param name="Seconds">Between the door and readiness at the point: access, walk, stays.</param>
/// <param name="End">Number of the origin or destination it belongs to.</param>
internal readonly record struct Gate(int Point, int Layer, int Seconds, int End);

/// <summary>A ride found: run of a pattern from one position to another, and how many stops to go by are behind it when
/// it
/// is boarded and left.</summary>
internal readonly record struct RideTaken(
    int Pattern, int Run, int Board, int Alight, int BoardLayer, int AlightLayer);

/// <summary>A journey found: its rides, and the gates it begins and ends at.</summary>
/// <param name="Ready">Seconds at the door of the start.</param>
/// <param name="Arrival">Seconds at the door of the end.</param>
/// <param name="Start">Gate of the start.</param>
/// <param name="End">Number of the destination.</param>
/// <param name="Rides">In order.</param>
internal sealed record JourneyFound(int Ready, int Arrival, Gate Start, int End, IReadOnlyList<RideTaken> Rides);

/// <summary>Searches a timetable in rounds: after round k, the earliest arrivals with k rides are known. From later
/// departures to earlier ones it keeps what it found, so that only better journeys are looked at.</summary>
/// <remarks>Source: Delling, Pajor, Werneck, "Round-Based Public Transit Routing" (2012), RAPTOR and rRAPTOR, here with
/// layers for stops to go by. One object serves one search at a time, and many one after the other.</remarks>
internal sealed class RaptorSearch
{
    private const int Never = int.MaxValue;

    private struct Arrived
    {
        internal int At;
        internal int Pattern;
        internal int Run;
        internal int Board;
        internal int Alight;
        internal int BoardLayer;
    }

    private struct Ready
    {
        internal int At;
        internal int From;
        internal int FromLayer;
    }

    private readonly TransitTimetable _t;
    private readonly int _points;
    private readonly int[] _firstPosition;
    private readonly List<int> _queue = [];
    private readonly List<Arrived[]> _arrived = [];
    private readonly List<Ready[]> _ready = [];
    private int[] _best = [];
    private int[] _bestReady = [];
    private int[] _limit = [];
    private bool[] _isMarked = [];
    private readonly List<int> _marked = [];
    private readonly List<int> _improved = [];
    private bool[] _isImproved = [];
    private int _layers;

    // What is gone by: for each layer, the points at which the next stop to go by is met, and the stay there.
    private bool[][] _meets = [];
    private int[] _stays = [];
    private (int Run, int Board, int BoardLayer)[] _aboard = [];

    // Where the search ends: entries by point.
    private readonly Dictionary<int, List<(int Seconds, int Point, int End)>> _ends = [];
    private bool[] _isEnd = [];
    private int[] _target = [];
    private (int Point, int Layer, int End, bool IsImproved)[] _targetAt = [];
    private int _bound;

    internal RaptorSearch(TransitTimetable timetable)
    {
        _t = timetable;
        _points = timetable.StopOf.Length;
        _firstPosition = new int[timetable.Patterns.Length];
        Array.Fill(_firstPosition, Never);
    }

    /// <summary>Prepares a question.</summary>
    /// <param name="meets">For each stop to go by, the points at which it is met.</param>
    /// <param name="stays">Stay at each, seconds.</param>
    /// <param name="ends">Where it may end: point, seconds from there to the door, number of the destination.</param>
    internal void Prepare(bool[][] meets, int[] stays, IEnumerable<(int Point, int Seconds, int End)> ends)
    {
        (_meets, _stays, _layers) = (meets, stays, meets.Length + 1);
        var size = _points * _layers;
        if (_best.Length != size)
        {
            (_best, _bestReady, _limit) = (new int[size], new int[size], new int[size]);
            (_isMarked, _isImproved) = (new bool[size], new bool[size]);
            _arrived.Clear();
            _ready.Clear();
        }
        _aboard = new (int, int, int)[_layers];
        foreach (var round in _arrived) Clear(round);
        foreach (var round in _ready) Clear(round);
        Array.Fill(_limit, int.MinValue);
        _ends.Clear();
        if (_isEnd.Length != _points) _isEnd = new bool[_points];
        else Array.Clear(_isEnd);
        foreach (var end in ends)
        {
            AddEnd(end.Point, end.Seconds, end.Point, end.End);
            // The walk to an end is made from wherever a ride ends: walks are looked at from their far side.
        }
        foreach (var end in _ends.Values.SelectMany(e => e).ToList()) AddWalksTo(end);
        _target = new int[Limits.TransitRidesMax + 1];
        _targetAt = new (int, int, int, bool)[_target.Length];
        Array.Fill(_target, Never);
    }

    private Dictionary<int, List<(int From, int Seconds)>>? _walksTo;

    private void AddWalksTo((int Seconds, int Point, int End) end)
    {
        if (_t.WalkTo.Length == 0) return;
        if (_walksTo is null)
        {
            _walksTo = [];
            for (var from = 0; from < _points; from++)
                for (var w = _t.WalkStart[from]; w < _t.WalkStart[from + 1]; w++)
                    (_walksTo.TryGetValue(_t.WalkTo[w], out var list) ? list : _walksTo[_t.WalkTo[w]] = [])
                        .Add((from, _t.WalkSeconds[w]));
        }
        foreach (var (from, seconds) in _walksTo.GetValueOrDefault(end.Point) ?? [])
            AddEnd(from, seconds + end.Seconds, end.Point, end.End);
    }

    private void AddEnd(int at, int seconds, int point, int end)
    {
        _isEnd[at] = true;
        if (!_ends.TryGetValue(at, out var list)) _ends[at] = list = [];
        list.Add((seconds, point, end));
    }

    private static void Clear(Arrived[] round)
    {
        for (var i = 0; i < round.Length; i++) round[i].At = Never;
    }

    private static void Clear(Ready[] round)
    {
        for (var i = 0; i < round.Length; i++) round[i].At = Never;
    }

    /// <summary>Runs the rounds for one departure. Called with later departures first.</summary>
    /// <param name="ready">Seconds at which one is ready at the door.</param>
    /// <param name="starts">Where it may begin.</param>
    /// <param name="before">First seconds at the door that are too late to leave; for windows.</param>
    /// <param name="latest">No arrival after it.</param>
    /// <param name="rides">Most rides.</param>
    /// <returns>Journeys better than all found since <see cref="Prepare"/>, by rides.</returns>
    internal List<JourneyFound> Run(int ready, IReadOnlyList<Gate> starts, int before, int latest, int rides)
    {
        Array.Fill(_best, Never);
        Array.Fill(_bestReady, Never);
        for (var k = 0; k < _targetAt.Length; k++) _targetAt[k].IsImproved = false;
        Round(0);
        foreach (var gate in starts)
        {
            var at = gate.Layer * _points + gate.Point;
            if (ready + gate.Seconds >= _ready[0][at].At) continue;
            _ready[0][at] = new Ready { At = ready + gate.Seconds, From = -1 };
            _limit[at] = before == Never ? Never : before + gate.Seconds;
            Mark(at);
        }
        for (var k = 1; k <= rides && _marked.Count > 0; k++)
        {
            Round(k);
            _bound = latest == Never ? _target[k] : Math.Min(_target[k], latest + 1);
            Collect();
            foreach (var pattern in _queue)
            {
                if (_layers == 1) Scan(_t.Patterns[pattern], pattern, k);
                else ScanLayers(_t.Patterns[pattern], pattern, k);
                _firstPosition[pattern] = Never;
            }
            _queue.Clear();
            Walk(k);
        }
        foreach (var at in _marked) _isMarked[at] = false;
        _marked.Clear();
        var found = new List<JourneyFound>();
        for (var k = 1; k < _targetAt.Length; k++)
            if (_targetAt[k].IsImproved && _target[k] < _target[k - 1]) found.Add(Rebuild(ready, starts, k));
        return found;
    }

    private void Round(int k)
    {
        if (k < _ready.Count) return;
        var (arrived, ready) = (new Arrived[_best.Length], new Ready[_best.Length]);
        Clear(arrived);
        Clear(ready);
        _arrived.Add(arrived);
        _ready.Add(ready);
    }

    private void Mark(int at)
    {
        if (_isMarked[at]) return;
        _isMarked[at] = true;
        _marked.Add(at);
    }

    // Each pattern is scanned once a round, from the first of its calls that was reached better.
    private void Collect()
    {
        foreach (var at in _marked)
        {
            _isMarked[at] = false;
            var point = _layers == 1 ? at : at % _points;
            for (var c = _t.CallStart[point]; c < _t.CallStart[point + 1]; c++)
            {
                var pattern = _t.CallPattern[c];
                if (_firstPosition[pattern] == Never) _queue.Add(pattern);
                if (_t.CallPosition[c] < _firstPosition[pattern]) _firstPosition[pattern] = _t.CallPosition[c];
            }
        }
        _marked.Clear();
    }

    private void Scan(Pattern p, int pattern, int k)
    {
        var (ready, arrived, n, m) = (_ready[k - 1], _arrived[k], p.Points.Length, p.Runs);
        var (run, board, row) = (-1, 0, 0);
        for (var i = _firstPosition[pattern]; i < n; i++)
        {
            var point = p.Points[i];
            if (run >= 0 && p.CanAlight[i])
            {
                var time = p.Arrivals[row + i];
                if (time < _bound && time < _best[point] && time < arrived[point].At)
                {
                    arrived[point] = new Arrived { At = time, Pattern = pattern, Run = run, Board = board, Alight = i };
                    Improve(point, time);
                }
            }
            if (!p.CanBoard[i]) continue;
            var at = ready[point].At;
            if (at == Never || run >= 0 && at > p.Departures[i * m + run]) continue;
            var first = FirstRun(p.Departures, i * m, run < 0 ? m : run, at);
            if (first >= (run < 0 ? m : run) || k == 1 && p.Departures[i * m + first] >= _limit[point]) continue;
            (run, board, row) = (first, i, first * n);
        }
    }

    // The first run that leaves at or after the time; the count when there is none.
    private static int FirstRun(int[] departures, int start, int count, int time)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (departures[start + middle] >= time) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void Improve(int at, int time)
    {
        _best[at] = time;
        if (_isImproved[at]) return;
        _isImproved[at] = true;
        _improved.Add(at);
    }

    private void ScanLayers(Pattern p, int pattern, int k)
    {
        var (ready, arrived, n, m) = (_ready[k - 1], _arrived[k], p.Points.Length, p.Runs);
        Array.Fill(_aboard, (-1, 0, 0));
        for (var i = _firstPosition[pattern]; i < n; i++)
        {
            var point = p.Points[i];
            for (var layer = 0; layer < _layers; layer++)
            {
                var (run, board, from) = _aboard[layer];
                if (run < 0) continue;
                // Passing in the vehicle is enough where no stay is wanted.
                if (layer < _layers - 1 && _stays[layer] == 0 && _meets[layer][point]
                    && (_aboard[layer + 1].Run < 0 || _aboard[layer + 1].Run > run))
                    _aboard[layer + 1] = (run, board, from);
                if (!p.CanAlight[i]) continue;
                var (time, at) = (p.Arrivals[run * n + i], layer * _points + point);
                if (time >= _bound || time >= _best[at] || time >= arrived[at].At) continue;
                arrived[at] = new Arrived
                {
                    At = time,
                    Pattern = pattern,
                    Run = run,
                    Board = board,
                    Alight = i,
                    BoardLayer = from,
                };
                Improve(at, time);
            }
            if (!p.CanBoard[i]) continue;
            for (var layer = 0; layer < _layers; layer++)
            {
                var (at, run) = (layer * _points + point, _aboard[layer].Run);
                var time = ready[at].At;
                if (time == Never || run >= 0 && time > p.Departures[i * m + run]) continue;
                var first = FirstRun(p.Departures, i * m, run < 0 ? m : run, time);
                if (first >= (run < 0 ? m : run) || k == 1 && p.Departures[i * m + first] >= _limit[at]) continue;
                _aboard[layer] = (first, i, layer);
            }
        }
    }

    // After the rides of a round: ends are reached, stays stood, changes made, walks walked.
    private void Walk(int k)
    {
        foreach (var at in _improved)
        {
            _isImproved[at] = false;
            var (layer, point) = _layers == 1 ? (0, at) : (at / _points, at % _points);
            var time = _arrived[k][at].At;
            for (var stayed = layer; ; stayed++)
            {
                if (_isEnd[point]) Reach(k, point, layer, stayed, time);
                if (_t.Change[point] != Never) Arrive(k, point, stayed, time + _t.Change[point], point, layer);
                for (var w = _t.WalkStart[point]; w < _t.WalkStart[point + 1]; w++)
                    Arrive(k, _t.WalkTo[w], stayed, time + _t.WalkSeconds[w], point, layer);
                if (stayed == _layers - 1 || !_meets[stayed][point]) break;
                time += _stays[stayed];
            }
        }
        _improved.Clear();
    }

    private void Arrive(int k, int point, int layer, int time, int from, int fromLayer)
    {
        for (; ; layer++)
        {
            var at = layer * _points + point;
            if (time < _bestReady[at] && time < _ready[k][at].At)
            {
                _bestReady[at] = time;
                _ready[k][at] = new Ready { At = time, From = from, FromLayer = fromLayer };
                Mark(at);
            }
            if (layer == _layers - 1 || !_meets[layer][point]) return;
            time += _stays[layer];
        }
    }

    private void Reach(int k, int point, int layer, int stayed, int time)
    {
        foreach (var (seconds, end, number) in _ends[point])
        {
            // What is still to go by may be met, and stayed at, at the end itself.
            var (total, gone) = (time + seconds, stayed);
            for (; gone < _layers - 1 && _meets[gone][end]; gone++) total += _stays[gone];
            if (gone < _layers - 1 || total >= _target[k] || total >= _bound) continue;
            for (var rides = k; rides < _target.Length && _target[rides] > total; rides++)
            {
                _target[rides] = total;
                _targetAt[rides].IsImproved = false;
            }
            _targetAt[k] = (point, layer, number, true);
            _bound = total;
        }
    }

    private JourneyFound Rebuild(int ready, IReadOnlyList<Gate> starts, int k)
    {
        var rides = new RideTaken[k];
        var (point, layer, end, _) = _targetAt[k];
        for (var round = k; round > 0; round--)
        {
            ref var ride = ref _arrived[round][layer * _points + point];
            rides[round - 1] = new RideTaken(
                ride.Pattern, ride.Run, ride.Board, ride.Alight, ride.BoardLayer, layer);
            var at = ride.BoardLayer * _points + _t.Patterns[ride.Pattern].Points[ride.Board];
            ref var before = ref _ready[round - 1][at];
            if (round == 1)
            {
                var gate = starts.Where(g => g.Layer * _points + g.Point == at).MinBy(g => g.Seconds);
                return new JourneyFound(ready, _target[k], gate, end, rides);
            }
            (point, layer) = (before.From, before.FromLayer);
        }
        throw new InvalidOperationException("a journey without a first ride");
    }
}
