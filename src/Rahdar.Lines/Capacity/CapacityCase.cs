namespace Rahdar.Lines.Capacity;

/// <summary>One question of a file of capacity cases.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Method">The method, as the file names it.</param>
/// <param name="Answer">Values by name, each a number or a list of numbers; empty when there is a fault.</param>
/// <param name="Expected">What the file expects, by name; empty when it expects nothing.</param>
public sealed record CapacityCase(
    string Id, string Method, IReadOnlyList<CapacityValue> Answer, IReadOnlyList<CapacityValue> Expected)
{
    /// <summary>Difference that the file allows; null is half a unit of the last figure it prints.</summary>
    public double? Tolerance { get; init; }
}

/// <summary>A named value: one number, or several in order.</summary>
/// <param name="Name">Name in the file, such as `perDay`.</param>
/// <param name="Numbers">At least one.</param>
public sealed record CapacityValue(string Name, IReadOnlyList<double> Numbers)
{
    internal static CapacityValue Of(string name, double number) => new(name, [number]);
}
