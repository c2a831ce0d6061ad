using Rahdar.Tests.House;

namespace Rahdar.Tests.Expected;

/// <summary>Text that must stay as it is, in a file that a reviewer can read.</summary>
internal static class ApprovedFile
{
    /// <summary>Compares a text with `tests/Rahdar.Tests/Expected/NAME`; UPDATE_EXPECTED=1 writes it instead.</summary>
    public static void Check(string name, string text)
    {
        var path = Path.Combine(Checkout.Root, "tests", "Rahdar.Tests", "Expected", name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1") File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"{name} is not there; UPDATE_EXPECTED=1 writes it");
        var (lines, expected) = (text.Split('\n'), File.ReadAllText(path).Split('\n'));
        for (var i = 0; i < Math.Max(lines.Length, expected.Length); i++)
        {
            var (now, then) = (i < lines.Length ? lines[i] : "(end)", i < expected.Length ? expected[i] : "(end)");
            Assert.True(
                now == then, $"{name}:{i + 1}\nexpected {then}\nis       {now}\n(UPDATE_EXPECTED=1 rewrites it)");
        }
    }
}
