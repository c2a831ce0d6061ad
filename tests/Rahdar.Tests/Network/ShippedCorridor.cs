using Rahdar.Network;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Network;

/// <summary>
/// The shipped corridor, read once from the copy beside the tests for all tests that look at real data.
/// </summary>
internal static class ShippedCorridor
{
    private static readonly Lazy<ReadOutcome> Read = new(() =>
        CorridorReader.Read(new CorridorFiles("data/corridor", Open)));

    /// <summary>Network of the shipped data.</summary>
    public static CorridorNetwork Network => Outcome.Network
        ?? throw new InvalidOperationException(string.Join('\n', Outcome.Faults));

    /// <summary>What the reader gave.</summary>
    public static ReadOutcome Outcome => Read.Value;

    private static Stream? Open(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "corridor", file);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }
}
