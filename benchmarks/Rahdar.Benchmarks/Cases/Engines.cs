using Rahdar.Benchmarks.Generated;
using Rahdar.Benchmarks.Textbook;

namespace Rahdar.Benchmarks.Cases;

/// <summary>The searches that are measured on generated corridors, each made for one.</summary>
internal static class Engines
{
    /// <summary>Those measured against the yardstick; a new engine is one more line.</summary>
    public static readonly IReadOnlyList<Func<Corridor, IFrontSearch>> Others =
    [
        corridor => new ProductSearch(corridor, areBoundsKept: false),
        corridor => new ProductSearch(corridor, areBoundsKept: true),
    ];

    /// <summary>What the others are measured against.</summary>
    public static IFrontSearch Yardstick(Corridor corridor) => new TextbookSearch(corridor);
}
