using NodaTime;
using Rahdar.Network.Places;

namespace Rahdar.Movements;

/// <summary>One pass over the movements of a unit, in order of time.</summary>
/// <remarks>What began last and has not ended names the stage: a repair begun on the way stops the ride, an escort that
/// was begun before it goes along. Storage names a stage only where nothing else does.</remarks>
internal sealed class TimelineFold
{
    private readonly List<Movement> _movements = [];
    private readonly List<Stage> _stages = [];
    private readonly List<ActivityTime> _activities = [];
    private readonly List<Contradiction> _contradictions = [];

    // What goes on, by when it began; its last entry names the stage, standing if there is none.
    private readonly List<Stage> _open = [];
    private Stage? _standing;
    private Stage? _named;
    private Instant _namedSince;
    private PlaceId? _place;
    private Departed? _ride;
    private UnitId? _carrier;
    private bool _isCarrierTold;
    private bool _isDelivered;

    /// <summary>Folds movements of one unit, sorted and each once; never empty.</summary>
    internal Timeline Run(List<Movement> sorted, Instant? until)
    {
        for (int begin = 0, end; begin < sorted.Count; begin = end)
        {
            for (end = begin + 1; end < sorted.Count && sorted[end].At == sorted[begin].At;) end++;
            TakeAtOnce(sorted, begin, end);
        }
        Name(null, until ?? sorted[^1].At);
        return new Timeline(sorted[0].Unit, _movements, _stages, _activities, _contradictions, _isDelivered);
    }

    private void TakeAtOnce(List<Movement> sorted, int begin, int end)
    {
        var ahead = Math.Min(end, begin + Limits.AtOnceMax);
        var atOnce = sorted[begin..ahead];
        if (begin == 0 && FindStart(atOnce) is { } start) Stand(start);
        while (atOnce.Count > 0)
        {
            var next = Next(atOnce);
            atOnce.Remove(next);
            if (ahead < end) atOnce.Add(sorted[ahead++]);
            Take(next);
        }
    }

    // A place of the first instant to which the unit did not go in that instant.
    private static PlaceId? FindStart(List<Movement> atOnce)
    {
        var places = atOnce.Select(m => m.Place).Except(atOnce.OfType<Arrived>().Select(a => a.Place))
            .Except(atOnce.OfType<Departed>().Select(d => d.To)).ToList();
        return places.Count == 0 ? null : places.Min();
    }

    private Movement Next(List<Movement> atOnce)
    {
        var possible = atOnce.Where(IsPossible).ToList();
        return (possible.Count > 0 ? possible : atOnce).MinBy(m => Turn(m, atOnce))!;
    }

    // The usual order of what is told of one instant. What begins and ends in it comes before what goes on after it.
    private static int Turn(Movement movement, List<Movement> atOnce) => movement switch
    {
        Ended => 0,
        Arrived => 1,
        Unloaded => 2,
        Queued wait when atOnce.OfType<Began>().Any(b => IsSame(b, wait.Activity, wait.Resource)) => 3,
        Began work when atOnce.OfType<Ended>().Any(e => IsSame(e, work.Activity, work.Resource)) => 4,
        Queued => 5,
        Began => 6,
        Loaded => 7,
        Departed => 8,
        _ => 9,
    };

    private static bool IsSame(Began begin, Activity activity, string resource) =>
        begin.Activity == activity && begin.Resource == resource;

    private static bool IsSame(Ended end, Activity activity, string resource) =>
        end.Activity == activity && end.Resource == resource;

    private bool IsPossible(Movement movement) =>
        !_isDelivered && (_place is null || IsThere(movement))
        && (movement is not Ended end || FindWork(end.Activity, end.Resource) is not null);

    private bool IsThere(Movement movement) => movement switch
    {
        Arrived a => _ride is not null && (_ride.Place, _ride.To) == (a.From, a.Place),
        Departed or Delivered => _ride is null && _place == movement.Place,
        _ => (_ride?.To ?? _place) == movement.Place,
    };

    private Stage? FindWork(Activity activity, string resource) =>
        _open.Find(s => IsWork(s) && s.Activity == activity && s.Resource == resource);

    private static bool IsWork(Stage stage) => stage.Kind is StageKind.Working or StageKind.Standing;

    private void Take(Movement movement)
    {
        _movements.Add(movement);
        if (_isDelivered)
        {
            Contradict(Contradiction.AfterDelivery, movement, "after it was delivered");
            return;
        }
        if (_place is null) Stand(movement.Place);
        else if (!IsThere(movement)) Jump(movement);
        switch (movement)
        {
            case Departed ride: Depart(ride); break;
            case Arrived ride: Arrive(ride); break;
            case Queued wait:
                EndWait();
                Open(StageKind.Waiting, wait, wait.Resource, wait.Activity);
                break;
            case Began work: Begin(work); break;
            case Ended work: End(work); break;
            case Loaded load: Load(load); break;
            case Unloaded load: Unload(load); break;
            case Delivered:
                LeaveWork(movement, _ => true);
                _isDelivered = true;
                break;
            default: throw new InvalidOperationException($"{movement} is of no known kind");
        }
        Name(_isDelivered ? null : _open.Count > 0 ? _open[^1] : _standing, movement.At);
    }

    /// <summary>Ends the stage that has a name and begins the one with this name.</summary>
    private void Name(Stage? name, Instant at)
    {
        if (ReferenceEquals(name, _named)) return;
        if (_named is not null && (_namedSince < at || _named.Kind is StageKind.Moving or StageKind.Working))
            _stages.Add(_named with { Begin = _namedSince, End = at });
        (_named, _namedSince) = (name, at);
    }

    private void Stand(PlaceId place)
    {
        _place = place;
        _standing = new Stage(StageKind.Standing, place, place, default, default, "", null);
    }

    private void Jump(Movement movement)
    {
        var code = movement switch
        {
            Arrived when _ride is null => Contradiction.NotDeparted,
            Departed or Delivered when _ride is not null => Contradiction.NotArrived,
            _ => Contradiction.InTwoPlaces,
        };
        Contradict(
            code, movement, _ride is { } ride ? $"while on the way {ride.Place} to {ride.To}" : $"while at {_place}");
        _open.Clear();
        _ride = null;
        Stand(movement.Place);
    }

    private void Depart(Departed ride)
    {
        LeaveWork(ride, activity => activity != Activity.Escort);
        _ride = ride;
        _open.Add(new Stage(
            StageKind.Moving, ride.Place, ride.To, ride.At, ride.At, ride.By, null, ride.Mode));
    }

    private void Arrive(Arrived ride)
    {
        EndWait();
        _open.RemoveAll(s => s.Kind == StageKind.Moving);
        for (var i = 0; i < _open.Count; i++) _open[i] = _open[i] with { From = ride.Place, To = ride.Place };
        _ride = null;
        Stand(ride.Place);
    }

    private void Begin(Began work)
    {
        if (FindWork(work.Activity, work.Resource) is not null)
        {
            Contradict(Contradiction.BegunTwice, work, $"{MovementNames.Of(work.Activity)} had begun and not ended");
            return;
        }
        if (work.Activity == Activity.Storage)
        {
            Open(StageKind.Standing, work, work.Resource, work.Activity, 0);
            return;
        }
        EndWait();
        Open(StageKind.Working, work, work.Resource, work.Activity);
    }

    private void End(Ended end)
    {
        if (FindWork(end.Activity, end.Resource) is not { } work)
        {
            Contradict(Contradiction.NotBegun, end, $"{MovementNames.Of(end.Activity)} had not begun");
            return;
        }
        _open.Remove(work);
        _activities.Add(
            new ActivityTime(end.Activity, end.Resource, end.Place, work.Begin, end.At, end.Cents));
    }

    private void Open(StageKind kind, Movement movement, string resource, Activity activity, int? at = null) =>
        _open.Insert(at ?? _open.Count, new Stage(
            kind, movement.Place, movement.Place, movement.At, movement.At, resource, activity));

    private void EndWait() => _open.RemoveAll(s => s.Kind == StageKind.Waiting);

    private void Load(Loaded load)
    {
        if (_carrier is { } carrier)
            Contradict(Contradiction.StillLoaded, load, $"on {load.Onto}, while it stood on {carrier}");
        (_carrier, _isCarrierTold) = (load.Onto, true);
    }

    private void Unload(Unloaded load)
    {
        if (_isCarrierTold && _carrier != load.From)
            Contradict(Contradiction.NotLoaded, load, $"from {load.From}, on which it did not stand");
        (_carrier, _isCarrierTold) = (null, true);
    }

    // What waits is over too.
    private void LeaveWork(Movement movement, Predicate<Activity> isLeft)
    {
        foreach (var work in _open.Where(s => IsWork(s) && isLeft(s.Activity!.Value)))
            Contradict(Contradiction.NotEnded, movement,
                $"while {MovementNames.Of(work.Activity!.Value)} at {work.From} had not ended");
        _open.RemoveAll(s => !IsWork(s) || isLeft(s.Activity!.Value));
    }

    private void Contradict(string code, Movement movement, string against) =>
        _contradictions.Add(new Contradiction(code, movement, $"{movement}: {against}"));
}
