namespace Rahdar.Server.Asking;

/// <summary>A question that may be asked over HTTP: a verb of the command line.</summary>
/// <param name="Name">Name: the last part of its address.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Parameters">What it is asked with.</param>
/// <param name="Ask">Asks it; null with every fault when it cannot be asked.</param>
internal sealed record Question(
    string Name, string Summary, IReadOnlyList<Parameter> Parameters, Func<Asked, string?> Ask)
{
    /// <summary>True when it takes so long that it is only asked as a job.</summary>
    internal bool IsJobOnly { get; init; }

    /// <summary>True when it is answered at once, so that it needs no place among the questions.</summary>
    internal bool IsQuick { get; init; }

    /// <summary>True when it is only sent with a body: it holds a text of many lines.</summary>
    internal bool NeedsBody { get; init; }

    /// <summary>Name of the schema of its answer.</summary>
    internal string Schema { get; init; } = Name;

    /// <summary>Media type of its answer.</summary>
    internal string MediaType { get; init; } = "application/json";

    /// <summary>The schema's name; null where the answer is no JSON.</summary>
    internal string? SchemaOrNone => MediaType.EndsWith("json", StringComparison.Ordinal) ? Schema : null;

    internal Parameter? Find(string name) => Parameters.FirstOrDefault(p => p.Name == name);
}
