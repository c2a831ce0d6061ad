using System.Text;
using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Goal: whatever the trains' speeds and whoever is asked first, no state is reached in which nothing can
/// move. Method: on tiny railways all interleavings are searched: any train that waits may be granted its hop, any
/// train under way may come a piece further. Without looking ahead, many of the same railways can get stuck.</summary>
[Trait("Category", "Slow")]
public sealed class InterleavingTests
{
    private const int Railways = 80;

    [Fact]
    public void No_interleaving_gets_stuck()
    {
        var (states, stuckWithout) = (0, 0);
        for (var seed = 1UL; seed <= Railways; seed++)
        {
            var (layout, routes) = TinyRailway.Draw(seed);
            var found = new Search(layout, routes, GrantRule.SafeAfter).Run();
            Assert.True(found.Stuck is null, $"seed {seed}: stuck after {found.Stuck}");
            states += found.States;
            if (new Search(layout, routes, GrantRule.FreeNow).Run().Stuck is not null) stuckWithout++;
        }
        Assert.True(states > 10_000, $"only {states} states");
        Assert.True(stuckWithout > Railways / 10, $"only {stuckWithout} can get stuck without looking ahead");
    }

    [Fact]
    public void Two_trains_that_face_each_other_are_searched_whole()
    {
        var drawn = DrawnRailway.Draw("""
            A =6km= L(600m) =6km= M(600m) =6km= B
            train T1 A>L>M>B
            train T2 B>M>L>A
            """);
        var routes = drawn.Runs.Select(r => r.Route).ToList();
        Assert.Null(new Search(drawn.Layout, routes, GrantRule.SafeAfter).Run().Stuck);
        Assert.NotNull(new Search(drawn.Layout, routes, GrantRule.FreeNow).Run().Stuck);
    }

    /// <summary>All states that can be reached. A state is reached by a row of steps from the start; it is built again
    /// by taking them again.</summary>
    private sealed class Search(TrackLayout layout, List<TrainRoute> routes, GrantRule rule)
    {
        private readonly HashSet<string> _seen = [];
        private Dispatcher _dispatcher = new(layout, rule, RailLimits.WaitSecondsMax);
        private int[] _tail = [];

        internal (int States, string? Stuck) Run()
        {
            var open = new Stack<int[]>();
            open.Push([]);
            while (open.TryPop(out var steps))
            {
                Build(steps);
                if (!_seen.Add(State())) continue;
                var (isOver, canMove) = (true, false);
                for (var train = 0; train < routes.Count; train++)
                {
                    if (IsOut(train)) continue;
                    isOver = false;
                    Build(steps);
                    if (!TryStep(train)) continue;
                    canMove = true;
                    open.Push([.. steps, train]);
                }
                if (!isOver && !canMove) return (_seen.Count, string.Join(' ', steps));
            }
            return (_seen.Count, null);
        }

        private void Build(int[] steps)
        {
            _dispatcher = new Dispatcher(layout, rule, RailLimits.WaitSecondsMax);
            _dispatcher.Reserve(routes.Count);
            _tail = new int[routes.Count];
            for (var train = 0; train < routes.Count; train++) _dispatcher.Add(train, routes[train]);
            foreach (var train in steps) Assert.True(TryStep(train), "a step that was taken once can be taken again");
        }

        /// <summary>One step of a train: its next hop is granted, or its tail clears one more place.</summary>
        private bool TryStep(int train)
        {
            var route = routes[train];
            var stop = _dispatcher.Stop(train);
            if (_tail[train] == route.Stops[stop]) return _dispatcher.TryGrant(train, 0);
            if (_tail[train] > route.Stops[stop - 1]) ReleaseSection(_tail[train] - 1);
            _dispatcher.ReleaseTrack(route.Places[_tail[train]], train, 0);
            if (++_tail[train] == route.Stops[stop]) ReleaseSection(_tail[train] - 1);
            return true;

            void ReleaseSection(int position) => _dispatcher.ReleaseSection(
                layout.SectionTrack(route.Sections[position], route.Places[position]), 0);
        }

        private bool IsOut(int train) => _tail[train] == routes[train].Places.Count - 1;

        private string State()
        {
            var text = new StringBuilder();
            for (var train = 0; train < routes.Count; train++)
                text.Append(_dispatcher.Stop(train)).Append(',').Append(_dispatcher.Track(train)).Append(',')
                    .Append(_tail[train]).Append(';');
            return text.ToString();
        }
    }
}
