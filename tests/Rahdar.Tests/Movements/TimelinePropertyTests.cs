using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Tests.Movements;

/// <summary>
/// Goal: the fold keeps what must always hold. Method: random histories by seed, true ones with the times known from
/// their making, and mere noise; the seeds are drawn by FsCheck from a fixed start, so that a run is replayed.
/// </summary>
public sealed class TimelinePropertyTests(ITestOutputHelper output)
{
    private const int Histories = 1_000;

    [Fact]
    public void True_history_in_any_order_gives_its_own_times_and_no_contradiction()
    {
        var atOnce = 0;
        ForAll(seed =>
        {
            var made = new MadeHistory(seed);
            var told = made.Movements.Concat(made.Movements.Where((_, i) => i % 3 == 0)).ToArray();
            new Random(seed).Shuffle(told);
            var timeline = Timeline.Of(told);
            Assert.Empty(timeline.Contradictions);
            Assert.True(timeline.IsDelivered);
            foreach (var kind in Enum.GetValues<StageKind>())
                Assert.Equal((kind, made.Times.GetValueOrDefault(kind)), (kind, timeline.TimeIn(kind)));
            Assert.Equal(made.Activities, timeline.Activities.ToHashSet());
            atOnce += made.Movements.Count - made.Movements.Select(m => m.At).Distinct().Count();
        });
        output.WriteLine($"{atOnce} movements at an instant told before");
        Assert.True(atOnce > Histories, "hardly anything happens at one instant");
    }

    [Fact]
    public void Noise_is_folded_alike_in_any_order_and_its_stages_join()
    {
        var contradictions = new Dictionary<string, int>();
        ForAll(seed =>
        {
            var noise = Noise(new Random(seed));
            var timeline = Timeline.Of(noise);
            var mixed = noise.Concat(noise.Take(5)).ToArray();
            new Random(seed + 1).Shuffle(mixed);
            var again = Timeline.Of(mixed);
            Assert.Equal(timeline.Movements, again.Movements);
            Assert.Equal(timeline.Stages, again.Stages);
            Assert.Equal(timeline.Activities, again.Activities);
            Assert.Equal(timeline.Contradictions, again.Contradictions);

            Assert.Equal(noise.ToHashSet(), [.. timeline.Movements]);
            Assert.Equal(timeline.Movements.Count, timeline.Movements.Distinct().Count());
            Assert.Equal(timeline.Movements.OrderBy(m => m.At), timeline.Movements);
            Assert.All(timeline.Stages, s => Assert.True(s.Begin <= s.End));
            foreach (var (one, next) in timeline.Stages.Zip(timeline.Stages.Skip(1)))
                Assert.Equal(one.End, next.Begin);
            var end = timeline.Movements.FirstOrDefault(m => m is Delivered) ?? timeline.Movements[^1];
            Assert.Equal(
                end.At - timeline.Movements[0].At,
                timeline.Stages.Aggregate(Duration.Zero, (sum, s) => sum + s.Length));
            foreach (var crossing in timeline.ListCrossings())
                Assert.True(crossing.Queued <= crossing.Total && crossing.Stages.Count > 0);
            foreach (var code in timeline.Contradictions.Select(c => c.Code))
                contradictions[code] = contradictions.GetValueOrDefault(code) + 1;
        });
        foreach (var (code, count) in contradictions.OrderBy(c => c.Key)) output.WriteLine($"{count,6} {code}");
        Assert.Equal(9, contradictions.Count);
    }

    private static void ForAll(Action<int> property)
    {
        var seeds = Gen.Choose(100_000, 999_999).ToArbitrary();
        Prop.ForAll(seeds, property).Check(Config.QuickThrowOnFailure.WithMaxTest(Histories).WithReplay(20250622, 11));
    }

    private static List<Movement> Noise(Random random)
    {
        var unit = new UnitId("noise");
        var list = new List<Movement>();
        for (var n = random.Next(1, 40); n > 0; n--)
        {
            var at = History.At("1", "00:00") + Duration.FromHours(random.Next(12));
            var (place, other) = (AnyPlace(), AnyPlace());
            var activity = random.Next(2) == 0
                ? Activity.BorderOut
                : (Activity)random.Next(MovementNames.Activities.Count);
            var resource = random.Next(2) == 0 ? "R1" : "R2";
            list.Add(random.Next(25) switch
            {
                < 5 => new Departed(unit, at, place, other, Mode.Rail, ""),
                < 10 => new Arrived(unit, at, place, other, Mode.Rail, ""),
                < 14 => new Queued(unit, at, place, activity, resource),
                < 18 => new Began(unit, at, place, activity, resource),
                < 22 => new Ended(unit, at, place, activity, resource, random.Next(3)),
                22 => new Loaded(unit, at, place, new UnitId(resource)),
                23 => new Unloaded(unit, at, place, new UnitId(resource)),
                _ => random.Next(4) > 0 ? new Loaded(unit, at, place, new UnitId("W")) : new Delivered(unit, at, place),
            });
        }
        return list;

        PlaceId AnyPlace() => new("ABC"[random.Next(3)].ToString());
    }

    /// <summary>A history that can have happened, with its times: waits, work, rides with stops, storage. A third of
    /// all stretches take no time, so that much is told of one instant.</summary>
    private sealed class MadeHistory
    {
        private readonly Random _random;
        private readonly UnitId _unit = new("made");
        private readonly string[] _places;
        private Instant _now = History.At("1", "00:00");
        private int _place;
        private int _steps;

        public MadeHistory(int seed)
        {
            _random = new Random(seed);
            _places = [.. Enumerable.Range(0, 40).Select(n => $"P{n:00}")];
            _random.Shuffle(_places);
            Work(Here);
            for (var n = _random.Next(25); n > 0; n--) Step();
            Movements.Add(new Delivered(_unit, _now, Here));
        }

        public List<Movement> Movements { get; } = [];

        public Dictionary<StageKind, Duration> Times { get; } = [];

        public HashSet<ActivityTime> Activities { get; } = [];

        private PlaceId Here => new(_places[_place]);

        private void Step()
        {
            switch (_random.Next(4))
            {
                case 0: Pass(StageKind.Standing); break;
                case 1: Work(Here); break;
                case 2: Ride(); break;
                default: StoreAndRide(); break;
            }
        }

        private Instant Pass(StageKind kind)
        {
            var length = Duration.FromMinutes(_random.Next(3) == 0 ? 0 : _random.Next(1, 3_000));
            Times[kind] = Times.GetValueOrDefault(kind) + length;
            return _now += length;
        }

        private void Work(PlaceId place)
        {
            var (activity, resource) = (_random.Next(2) == 0 ? Activity.Customs : Activity.Handling, $"R{_steps++}");
            if (_random.Next(3) > 0)
            {
                Movements.Add(new Queued(_unit, _now, place, activity, resource));
                Pass(StageKind.Waiting);
            }
            Movements.Add(new Began(_unit, _now, place, activity, resource));
            var begin = _now;
            Movements.Add(new Ended(_unit, Pass(StageKind.Working), place, activity, resource, _steps));
            Activities.Add(new ActivityTime(activity, resource, place, begin, _now, _steps));
        }

        private void Ride()
        {
            var (from, to, by) = (Here, new PlaceId(_places[++_place]), $"T{_steps++}");
            Movements.Add(new Departed(_unit, _now, from, to, Mode.Rail, by));
            Pass(StageKind.Moving);
            if (_random.Next(3) == 0)
            {
                Work(to);
                Pass(StageKind.Moving);
            }
            Movements.Add(new Arrived(_unit, _now, to, from, Mode.Rail, by));
        }

        private void StoreAndRide()
        {
            var (place, resource, begin) = (Here, $"R{_steps++}", _now);
            Movements.Add(new Began(_unit, _now, place, Activity.Storage, resource));
            Pass(StageKind.Standing);
            Movements.Add(new Queued(_unit, _now, place, Activity.Boarding, resource));
            Pass(StageKind.Waiting);
            Movements.Add(new Ended(_unit, _now, place, Activity.Storage, resource, null));
            Activities.Add(new ActivityTime(Activity.Storage, resource, place, begin, _now, null));
            Ride();
        }
    }
}
