using System.Diagnostics;
using System.Text;
using Rahdar.Network.Reading;

namespace Rahdar.Tests.Network;

/// <summary>Goal: no input makes the reader throw, hang or grow, and whatever it does not accept it explains. Method:
/// one to three seeded mutations of one file of the tiny corridor, as a slip of the hand, a cut transfer or an enemy
/// would make them; the seed of a failing round is printed and replays it alone.</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    private const ulong FirstSeed = 20_250_621;
    private const int Rounds = 2_000;
    private const int BytesMax = 256 * 1024 * 1024;
    private static readonly TimeSpan RoundMax = TimeSpan.FromSeconds(5);

    private static readonly string[] Extremes =
    [
        "-1", "0", "1e400", "NaN", "-Infinity", "79228162514264337593543950335", "-79228162514264337593543950335",
        "0.0000000000000000000000000001", "99999999999999999999999999999999", "2147483648", "1,5", "0x7f", "9999-12-31",
        "0001-01-01", "2025-02-30", "mon-sun", "24:00-24:00", "\\ud800", "null", "[]", "\u202e\u0661\u0662", " ",
    ];

    private static readonly string[] Files = [.. TinyCorridor.Texts.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    [Trait("Category", "Slow")]
    public void Mutated_files_never_throw_and_what_is_not_read_is_told() => Run(Rounds);

    [Fact]
    public void The_first_mutated_files_never_throw_and_what_is_not_read_is_told() => Run(Rounds / 10);

    private void Run(int rounds)
    {
        output.WriteLine($"seeds {FirstSeed} to {FirstSeed + (ulong)rounds - 1}");
        var (read, told, codes) = (0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var round = 0; round < rounds; round++)
        {
            var outcome = ReadMutated(FirstSeed + (ulong)round);
            if (outcome.Network is not null) read++;
            else told++;
            foreach (var code in outcome.Faults.Select(f => f.Code).Distinct())
                codes[code] = codes.GetValueOrDefault(code) + 1;
        }
        output.WriteLine($"{read} read, {told} told, {codes.Count} codes");
        foreach (var (code, count) in codes) output.WriteLine($"{count,5} {code}");
        Assert.True(told > rounds / 4, "the mutations do too little");
        Assert.True(read > rounds / 20, "the mutations do too much");
    }

    private static ReadOutcome ReadMutated(ulong seed)
    {
        var random = new SplitMix64(seed);
        var file = random.OneOf(Files);
        var bytes = Encoding.UTF8.GetBytes(TinyCorridor.Texts[file]);
        for (var n = random.Below(3); n >= 0; n--) bytes = Mutate(bytes, random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        try
        {
            var tiny = TinyCorridor.With();
            var outcome = CorridorReader.Read(
                tiny with { Open = name => name == file ? new MemoryStream(bytes) : tiny.Open(name) });
            Assert.True(clock.Elapsed < RoundMax, $"seed {seed}, {file}: {clock.Elapsed}");
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < BytesMax, $"seed {seed}, {file}: {allocated} bytes");
            Assert.True(outcome.Network is null == outcome.Faults.Count > 0, $"seed {seed}, {file}: neither nor");
            return outcome;
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"seed {seed}, {file}: {e.GetType().Name}", e);
        }
    }

    private static byte[] Mutate(byte[] bytes, SplitMix64 random)
    {
        if (bytes.Length == 0) return bytes;
        var at = random.Below(bytes.Length);
        switch (random.Below(20))
        {
            case 0:
                return [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Below(8))), .. bytes[(at + 1)..]];
            case 1:
                return random.Below(4) == 0
                    ? bytes[..at]
                    : [.. bytes[..at], .. bytes[random.Between(at, bytes.Length)..]];
            case 2:
                return [.. bytes[..at], (byte)'"', .. bytes[at..]];
            case 3:
                return [.. bytes[..at], (byte)(random.Below(2) == 0 ? 0 : random.Below(256)), .. bytes[at..]];
            case 4:
                return [.. bytes[..at], .. Enumerable.Repeat(bytes[at], random.Below(60_000)), .. bytes[at..]];
            default:
                return Encoding.UTF8.GetBytes(MutateText(Encoding.UTF8.GetString(bytes), random));
        }
    }

    private static string MutateText(string text, SplitMix64 random)
    {
        var lines = text.Split('\n').ToList();
        // Mostly below the header: without its columns, nothing of a table is looked at.
        var line = random.Below(8) == 0 ? 0 : random.Between(Math.Min(1, lines.Count - 1), lines.Count - 1);
        switch (random.Below(4))
        {
            case 0: // a line twice
                lines.Insert(random.Between(Math.Min(1, lines.Count), lines.Count), lines[line]);
                break;
            case 1: // a line away
                lines.RemoveAt(line);
                break;
            case 2: // two fields swapped
                var swapped = lines[line].Split(',');
                var (a, b) = (random.Below(swapped.Length), random.Below(swapped.Length));
                (swapped[a], swapped[b]) = (swapped[b], swapped[a]);
                lines[line] = string.Join(',', swapped);
                break;
            default: // a field, or the value of a property, to an extreme
                var fields = lines[line].Split(',');
                var field = random.Below(fields.Length);
                var colon = fields[field].LastIndexOf(':');
                fields[field] = (colon < 0 ? "" : fields[field][..(colon + 1)]) + random.OneOf(Extremes);
                lines[line] = string.Join(',', fields);
                break;
        }
        return string.Join('\n', lines);
    }

    /// <summary>The generator of Steele, Lea and Flood (2014): one seed, the same numbers everywhere.</summary>
    private sealed class SplitMix64(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int limit) => (int)(Next() % (ulong)limit);

        public int Between(int least, int most) => least + Below(most - least + 1);

        public string OneOf(string[] items) => items[Below(items.Length)];

        // Wrapping round 2^64 is what the generator is made of.
        private ulong Next()
        {
            unchecked
            {
                var z = _state += 0x9E37_79B9_7F4A_7C15UL;
                z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
                z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
                return z ^ (z >> 31);
            }
        }
    }
}
