using Rahdar.Benchmarks.Generated;
using Rahdar.Simulation.Calendar;

namespace Rahdar.Benchmarks.Line;

/// <summary>A number of events in the product's calendar, each put down again when it has been handed out.</summary>
internal sealed class HeldCalendar(int pending)
{
    private readonly EventCalendar _calendar = new(pending);

    /// <summary>Runs from the start; the time reached.</summary>
    internal long Run(int steps)
    {
        var draw = new SplitMix(1);
        _calendar.Reset();
        for (var i = 0; i < pending; i++) _calendar.Schedule(draw.Below(HeldQueue.SpanMax), 0, i);
        for (var i = 0; i < steps; i++)
        {
            _calendar.TryNext(out var due);
            _calendar.Schedule(due.Time + draw.Below(HeldQueue.SpanMax), 0, due.First);
        }
        return _calendar.Now;
    }
}
