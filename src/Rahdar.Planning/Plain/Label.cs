using Rahdar.Planning.Space;

namespace Rahdar.Planning.Plain;

/// <summary>One way to stand in a state.</summary>
/// <param name="at">Where and on what.</param>
/// <param name="a">Minute ready to leave.</param>
/// <param name="sigma">Minute the storage clock started.</param>
/// <param name="cents">Cost so far.</param>
/// <param name="nepers">Risk so far, nanonepers.</param>
/// <param name="grams">Emissions so far.</param>
/// <param name="before">Label it came from; null at the origin.</param>
/// <param name="by">Movement it came by.</param>
internal sealed class Label(Node at, int a, int sigma, long cents, long nepers, long grams, Label? before, Taken by)
{
    internal readonly int A = a;
    internal readonly int Sigma = sigma;
    internal readonly long Cents = cents;
    internal readonly long Nepers = nepers;
    internal readonly long Grams = grams;

    internal Node At => at;

    internal Label? Before => before;

    internal Taken By => by;

    internal bool IsDropped { get; set; }
}
