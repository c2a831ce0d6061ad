namespace Rahdar.Simulation.Corridor;

/// <summary>What the model leaves out or takes for granted; shown with every result.</summary>
internal static class ModelLimits
{
    internal static readonly IReadOnlyList<string> Sentences =
    [
        "frequency services leave at even distances from a drawn first day; their days are not published",
        "trucks that came in the same four hours pass a post together, and boxes of the same six hours travel together",
        "both posts of a crossing have one gate of the published units a day; inside it trucks are not told apart",
        "wagons belong to the yard that loads them and come back after a drawn time; yards do not lend to each other",
        "demands keep to the way of best value on the first day, whatever queues they meet",
        "handling at terminals and ports takes the planning value of its row, queue included: no crane of theirs is "
            + "simulated",
        "trains of others run from end to end of their section where its used paths are known, and nowhere else",
    ];
}
