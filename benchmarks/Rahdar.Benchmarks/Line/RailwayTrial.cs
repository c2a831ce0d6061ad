using Rahdar.Simulation.Calendar;
using Rahdar.Simulation.Rail;

namespace Rahdar.Benchmarks.Line;

/// <summary>One run of a random railway under a rule, until nothing more happens.</summary>
/// <param name="Trains">Trains there were.</param>
/// <param name="Gone">Trains that left; the others are jammed.</param>
/// <param name="Faults">What the check of the log found.</param>
internal sealed record RailwayTrial(int Trains, int Gone, IReadOnlyList<RailwayFault> Faults)
{
    internal bool IsJammed => Gone < Trains;

    internal static RailwayTrial Run(RandomRailway drawn, GrantRule rule)
    {
        var calendar = new EventCalendar();
        var log = new List<RailwayEntry>();
        var railway = new Railway(drawn.Layout, calendar, 0, drawn.WaitSecondsMax, rule) { Log = log };
        foreach (var run in drawn.Runs) railway.Add(run);
        foreach (var (section, from, until) in drawn.Closures) railway.Shut(section, from, until);
        foreach (var (train, at, seconds) in drawn.Breakdowns) railway.BreakDown(train, at, seconds);
        while (calendar.TryNext(out var due)) railway.Handle(due);
        var isOver = railway.TrainsGone == railway.Trains;
        return new RailwayTrial(
            railway.Trains, railway.TrainsGone,
            LogCheck.FindFaults(drawn.Layout, drawn.Runs, drawn.Closures, log, isOver));
    }
}
