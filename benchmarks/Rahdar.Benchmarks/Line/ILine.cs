namespace Rahdar.Benchmarks.Line;

/// <summary>The single-track line, written for one kernel.</summary>
internal interface ILine
{
    string Name { get; }

    /// <summary>Runs all trains from the start; can be asked again.</summary>
    LineResult Run();
}
