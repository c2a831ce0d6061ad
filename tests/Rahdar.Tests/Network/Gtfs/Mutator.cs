using System.Text;

namespace Rahdar.Tests.Network.Gtfs;

/// <summary>Changes bytes as mistakes and attackers do: flips, cuts, doubled lines, swapped fields, nasty
/// words.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Words =
    [
        "", "0", "-1", "1", "99", "2147483647", "-2147483648", "99999999999999999999", "1e308", "NaN", "24:00:00",
        "1999:59:59", "25:61:00", "00:00:00", "20250230", "20250601", "21991231", "19000101", "\"", "\"\"", "\n", "\r",
        ",,,,,", "\0", "ÿ", "PKLHE", "CT1", "CT1-1", "MT", "../../etc/passwd", "=1+1", " ",
    ];

    private readonly Random _random = new(seed);

    internal byte[] Change(byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var i = _random.Next(1, 6); i > 0; i--) Once(changed);
        return [.. changed];
    }

    internal int Next(int count) => _random.Next(count);

    private void Once(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, _random.Next(20)));
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                var length = Math.Min(bytes.Count - at, _random.Next(200));
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 5:
                bytes.Insert(at, (byte)_random.Next(256));
                break;
            default:
                ReplaceField(bytes, at);
                break;
        }
    }

    private void ReplaceField(List<byte> bytes, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && bytes[start - 1] is not ((byte)',' or (byte)'\n')) start--;
        while (end < bytes.Count && bytes[end] is not ((byte)',' or (byte)'\n')) end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Words[_random.Next(Words.Length)]));
    }
}
