namespace Rahdar.Benchmarks.Line;

/// <summary>A train stands still for a time.</summary>
internal readonly record struct Breakdown(int Train, long At, int Seconds);
