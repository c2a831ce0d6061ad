using System.Text;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Network.Gtfs;

/// <summary>Messages written by hand, and those of the conformance material.</summary>
internal static class RealtimeSamples
{
    /// <summary>CT1-1 of 5 June 2025 twenty minutes late at Rohri, from sequence on.</summary>
    internal static byte[] Late { get; } = Message(
        Part(3, Join(
            Part(1, Join(Text(1, "CT1-1"), Text(3, "20250605"))),
            Part(2, Join(Number(1, 2), Part(2, Number(1, 1200)))))));

    /// <summary>CT1-1 of 5 June 2025 cancelled.</summary>
    internal static byte[] Cancelled { get; } = Message(
        Part(3, Part(1, Join(Text(1, "CT1-1"), Text(3, "20250605"), Number(4, 3)))));

    /// <summary>An extra train of route CT1: Lahore 5 June 10:00, Karachi 6 June 10:00 UTC.</summary>
    internal static byte[] Added { get; } = Message(
        Part(3, Join(
            Part(1, Join(Text(1, "EXTRA"), Number(4, 1), Text(5, "CT1"))),
            Part(2, Join(Text(4, "PKLHE"), Part(3, Number(2, 1_749_117_600)))),
            Part(2, Join(Text(4, "PKKHI"), Part(2, Number(2, 1_749_204_000)))))));

    /// <summary>Rohri is not called at on 5 June 2025.</summary>
    internal static byte[] Skipped { get; } = Message(
        Part(3, Join(
            Part(1, Join(Text(1, "CT1-1"), Text(3, "20250605"))),
            Part(2, Join(Text(4, "PKROH"), Number(5, 1))))));

    /// <summary>No service on route CT1.</summary>
    internal static byte[] Alert { get; } = Message(
        Part(5, Join(Part(1, Number(1, 1_749_000_000)), Part(5, Text(2, "CT1")), Number(7, 1),
            Part(10, Part(1, Join(Text(1, "Line shut"), Text(2, "en")))))));

    /// <summary>No trains of CT1 from noon of 4 to noon of 6 June 2025, UTC.</summary>
    internal static byte[] AlertOfDays { get; } = Message(
        Part(5, Join(Part(1, Join(Number(1, 1_749_038_400), Number(2, 1_749_211_200))), Part(5, Text(2, "CT1")),
            Number(7, 1))));

    internal static IReadOnlyList<byte[]> All { get; } =
    [
        Late, Cancelled, Added, Skipped, Alert, AlertOfDays,
        .. Checkout.ListFiles("tests/Conformance/gtfs-journeys", ".pb")
            .Select(f => File.ReadAllBytes(Path.Combine(Checkout.Root, f))),
    ];

    private static byte[] Message(byte[] entity) =>
        Join(Part(1, Join(Text(1, "2.0"), Number(3, 1_749_100_000))), Part(2, Join(Text(1, "e1"), entity)));

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Text(int field, string text) => Part(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Part(int field, byte[] bytes) => [.. Varint(field << 3 | 2), .. Varint(bytes.Length),
        .. bytes];

    private static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value >= 128; value >>= 7) yield return (byte)(value & 127 | 128);
        yield return (byte)value;
    }
}
