using Rahdar.Simulation.Rail;

namespace Rahdar.Tests.Simulation.Rail;

/// <summary>Whether a state is safe, by the words of the rule: some order in which each train runs its hops, one after
/// the other, to the next place that always accepts, with the others standing. Tries every order.</summary>
/// <param name="layout">The tracks.</param>
internal sealed class SafetyOracle(TrackLayout layout)
{
    /// <summary>Where a train stands.</summary>
    /// <param name="Route">Its way.</param>
    /// <param name="Stop">Number of the stop.</param>
    /// <param name="Track">Number of its track there; -1 where the place always accepts.</param>
    internal readonly record struct Standing(TrainRoute Route, int Stop, int Track)
    {
        internal int Place => Route.Places[Route.Stops[Stop]];
    }

    /// <summary>Whether the trains can leave one after the other.</summary>
    internal bool IsSafe(IReadOnlyList<Standing> trains)
    {
        var hopeless = new HashSet<int>();
        return IsSafe((1 << trains.Count) - 1);

        bool IsSafe(int left)
        {
            if (left == 0) return true;
            if (hopeless.Contains(left)) return false;
            for (var t = 0; t < trains.Count; t++)
                if ((left >> t & 1) != 0 && CanRunOut(t, left) && IsSafe(left & ~(1 << t)))
                    return true;
            hopeless.Add(left);
            return false;
        }

        bool CanRunOut(int train, int left)
        {
            if (trains[train].Track < 0) return true;
            var others = Enumerable.Range(0, trains.Count).Where(o => o != train && (left >> o & 1) != 0)
                .Select(o => (trains[o].Place, trains[o].Track)).ToHashSet();
            var (route, track) = (trains[train].Route, trains[train].Track);
            for (var stop = trains[train].Stop; stop + 1 < route.Stops.Count; stop++)
            {
                // Its own track stays taken until its tail has left, that is for the whole hop.
                var taken = others.Append((route.Places[route.Stops[stop]], track)).ToHashSet();
                for (var i = route.Stops[stop] + 1; i < route.Stops[stop + 1]; i++)
                    if (FindTrack(route.Places[i], 0, taken) is not { } passed) return false;
                    else taken.Add((route.Places[i], passed));
                var target = route.Places[route.Stops[stop + 1]];
                if (layout.Places[target].AlwaysAccepts) return true;
                if (FindTrack(target, route.TrainLengthMetres, taken) is not { } found) return false;
                track = found;
            }
            return true;
        }
    }

    private int? FindTrack(int place, int length, HashSet<(int, int)> taken)
    {
        var lengths = layout.Places[place].TrackLengths;
        for (var track = 0; track < lengths.Count; track++)
            if (lengths[track] >= length && !taken.Contains((place, track)))
                return track;
        return null;
    }
}
