using Rahdar.Benchmarks.Generated;
using Rahdar.Benchmarks.Line;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: the quick test of safety says what the words of the rule say. Method: on random railways trains stand
/// here and there and try to move on; each answer is compared with an oracle that tries every order in which they could
/// leave. On tiny ones all states are searched that trains can come to one hop at a time.</summary>
[Trait("Category", "Slow")]
public sealed class ReservationRuleTests
{
    private const int Railways = 500;
    private const int MovesPerRailway = 60;
    private const int TinyRailways = 300;

    [Fact]
    public void Quick_answers_are_those_of_trying_every_order()
    {
        var (safe, unsafeMoves) = (0, 0);
        for (var seed = 1UL; seed <= Railways; seed++)
        {
            var drawn = RandomRailway.Draw(seed);
            var (draw, oracle) = (new SplitMix(seed), new SafetyOracle(drawn.Layout));
            var rule = new ReservationRule(drawn.Layout);
            rule.Reserve(drawn.Runs.Count);
            var trains = drawn.Runs.Select(r => new SafetyOracle.Standing(r.Route, 0, -1)).ToArray();
            for (var move = 0; move < MovesPerRailway; move++)
            {
                var t = draw.Below(trains.Length);
                if (Next(drawn.Layout, trains, t) is not { } next) continue;
                var after = trains.ToArray();
                after[t] = next;
                var expected = oracle.IsSafe(after);
                var found = rule.TryMove(t, next.Route, next.Stop, next.Track);
                Assert.True(found == expected, $"seed {seed}, move {move}: {found}, the oracle says {expected}");
                if (found) trains = after;
                if (found) safe++;
                else unsafeMoves++;
            }
        }
        Assert.True(safe > 5_000 && unsafeMoves > 500, $"too little was tried: {safe} safe, {unsafeMoves} unsafe");
    }

    [Fact]
    public void From_a_safe_state_all_trains_can_leave()
    {
        var (safe, unsafeButNotLost, lost) = (0, 0, 0);
        for (var seed = 1UL; seed <= TinyRailways; seed++)
        {
            var (layout, routes) = TinyRailway.Draw(seed);
            var (oracle, states) = (new SafetyOracle(layout), new Dictionary<string, bool>());
            CanLeave([.. routes.Select(r => new SafetyOracle.Standing(r, 0, -1))]);

            bool CanLeave(SafetyOracle.Standing[] trains)
            {
                var key = string.Join(' ', trains.Select(t => (t.Stop, t.Track)));
                if (states.TryGetValue(key, out var known)) return known;
                var canLeave = trains.All(t => t.Stop + 1 == t.Route.Stops.Count);
                for (var t = 0; t < trains.Length; t++)
                    if (Next(layout, trains, t) is { } next)
                        canLeave |= CanLeave([.. trains.Select((other, o) => o == t ? next : other)]);
                var isSafe = oracle.IsSafe(trains);
                Assert.True(canLeave || !isSafe, $"seed {seed}: {key} is called safe and is lost");
                if (isSafe) safe++;
                else if (canLeave) unsafeButNotLost++;
                else lost++;
                return states[key] = canLeave;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"states: {safe} safe, {unsafeButNotLost} refused though not lost, {lost} lost");
        Assert.True(safe > 1_000 && lost > 100, $"too little was tried: {safe} safe, {lost} lost");
    }

    /// <summary>Where a train would stand after its next hop, on the first track that takes it; null when it is out or
    /// no track is free.</summary>
    private static SafetyOracle.Standing? Next(TrackLayout layout, SafetyOracle.Standing[] trains, int t)
    {
        var (route, stop, _) = trains[t];
        if (stop + 1 == route.Stops.Count) return null;
        var place = route.Places[route.Stops[stop + 1]];
        if (layout.Places[place].AlwaysAccepts) return new(route, stop + 1, -1);
        var taken = trains.Where(o => o.Place == place).Select(o => o.Track).ToHashSet();
        var lengths = layout.Places[place].TrackLengths;
        for (var track = 0; track < lengths.Count; track++)
            if (lengths[track] >= route.TrainLengthMetres && !taken.Contains(track))
                return new(route, stop + 1, track);
        return null;
    }
}
