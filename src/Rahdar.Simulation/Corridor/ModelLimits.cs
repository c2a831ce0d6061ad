namespace Rahdar.Simulation.Corridor;

/// <summary>Something that the model leaves out or takes for granted.</summary>
/// <param name="Code">Stable code, by which it is told in other languages.</param>
/// <param name="Text">The same in a sentence, English.</param>
public sealed record ModelLimit(string Code, string Text);

/// <summary>What the model leaves out or takes for granted; shown with every result.</summary>
public static class ModelLimits
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelLimit> All { get; } =
    [
        new("services-even",
            "frequency services leave at even distances from a drawn first day; their days are not published"),
        new("convoys",
            "trucks that came in the same four hours pass a post together, and boxes of the same six hours travel "
            + "together"),
        new("one-gate",
            "both posts of a crossing have one gate of the published units a day; inside it trucks are not told apart"),
        new("wagons-of-yard",
            "wagons belong to the yard that loads them and come back after a drawn time; yards do not lend to each "
            + "other"),
        new("first-way", "demands keep to the way of best value on the first day, whatever queues they meet"),
        new("terminals",
            "handling at terminals and ports takes the planning value of its row, queue included: no crane of theirs "
            + "is simulated"),
        new("other-trains",
            "trains of others run from end to end of their section where its used paths are known, and nowhere else"),
    ];
}
