using Rahdar.Network.Reading;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Network;

/// <summary>The corridor of tiny-corridor.sample: every table with its header and a few rows, valid as it stands, so
/// that a test can read a whole corridor in a millisecond.</summary>
internal static class TinyCorridor
{
    /// <summary>Text of every file by relative name.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } =
        BrokenSample.Parse(Checkout.ReadText("tests/Rahdar.Tests/Network/tiny-corridor.sample")).Texts;

    /// <summary>The corridor with some files changed; a null text takes the file away.</summary>
    public static CorridorFiles With(params (string File, string? Text)[] changes)
    {
        var texts = Texts.ToDictionary();
        foreach (var (file, text) in changes)
            if (text is null) texts.Remove(file);
            else texts[file] = text;
        return CorridorFiles.InMemory("the tiny corridor", texts);
    }
}
