using Rahdar.Benchmarks.Generated;

namespace Rahdar.Benchmarks.Line;

/// <summary>The same in the priority queue of .NET, ordered by time and sequence.</summary>
internal sealed class HeldQueue(int pending)
{
    internal const int SpanMax = 1_000_000;

    private readonly PriorityQueue<int, Due> _queue = new(pending);

    /// <summary>Runs from the start; the time reached.</summary>
    internal long Run(int steps)
    {
        var draw = new SplitMix(1);
        var (now, sequence) = (0L, 0L);
        _queue.Clear();
        for (var i = 0; i < pending; i++) _queue.Enqueue(i, new Due(draw.Below(SpanMax), sequence++));
        for (var i = 0; i < steps; i++)
        {
            _queue.TryDequeue(out var who, out var due);
            now = due.Time;
            _queue.Enqueue(who, new Due(now + draw.Below(SpanMax), sequence++));
        }
        return now;
    }
}
