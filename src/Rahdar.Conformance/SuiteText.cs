using System.Text;

namespace Rahdar.Conformance;

/// <summary>The result of a suite as text.</summary>
public static class SuiteText
{
    /// <summary>Every difference on a line of its own, then the notes, then `N passed, N failed`.</summary>
    public static string Of(SuiteResult result)
    {
        var text = new StringBuilder();
        foreach (var one in result.Cases)
            foreach (var difference in one.Differences)
                text.Append("FAILED ").Append(one.Name).Append(": ").Append(difference).Append('\n');
        foreach (var note in result.Notes) text.Append("note: ").Append(note).Append('\n');
        return text.Append(result.Passed).Append(" passed, ").Append(result.Failed).Append(" failed\n").ToString();
    }
}
