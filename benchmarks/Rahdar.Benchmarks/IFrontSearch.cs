using Rahdar.Benchmarks.Generated;

namespace Rahdar.Benchmarks;

/// <summary>A relation to plan.</summary>
/// <param name="From">Place where the boxes stand.</param>
/// <param name="To">Place they are wanted at.</param>
/// <param name="Start">Minute at which they are ready.</param>
internal readonly record struct FrontQuery(int From, int To, int Start);

/// <summary>What a search gave.</summary>
/// <param name="Plans">Arrival minute, cents, nanonepers and grams of each plan that no other beats; distinct, in
/// order of these figures.</param>
/// <param name="Labels">Labels made on the way.</param>
internal sealed record Front(long[][] Plans, long Labels);

/// <summary>A search that is measured: it is made for one corridor, and each answers alike.</summary>
internal interface IFrontSearch
{
    /// <summary>Name in tables.</summary>
    string Name { get; }

    /// <summary>The exact front of a relation.</summary>
    Front Find(FrontQuery query);
}
