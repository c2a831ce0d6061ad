namespace Rahdar.Conformance;

/// <summary>One thing in which our answer is not the expected one.</summary>
/// <param name="Of">What was compared: a field, an id, a row of the answer; empty when it is the whole case.</param>
/// <param name="Expected">What the suite says.</param>
/// <param name="Found">What we say.</param>
public sealed record Difference(string Of, string Expected, string Found)
{
    /// <summary>`TFI1: expected 24, found 25`.</summary>
    public override string ToString() => $"{(Of.Length == 0 ? "" : Of + ": ")}expected {Expected}, found {Found}";
}
