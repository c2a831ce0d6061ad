namespace Rahdar.Benchmarks.Line;

/// <summary>Order of events in a priority queue: by time, then in the order in which they were put down.</summary>
internal readonly record struct Due(long Time, long Sequence) : IComparable<Due>
{
    public int CompareTo(Due other) =>
        Time != other.Time ? Time.CompareTo(other.Time) : Sequence.CompareTo(other.Sequence);
}
