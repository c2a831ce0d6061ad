using Rahdar.Network;
using Rahdar.Network.Reading;

namespace Rahdar.Cli;

/// <summary>A question of the command line: how it is asked and how its answer is shown.</summary>
/// <typeparam name="TAnswer">What comes back.</typeparam>
/// <param name="Ask">Asks it of a network; null when there are faults. It may tell what is being searched.</param>
/// <param name="Json">The answer as JSON.</param>
/// <param name="Text">The answer as text, for so many columns, plain or not.</param>
/// <param name="IsFound">False when the answer is no.</param>
internal sealed record Verb<TAnswer>(
    Func<CorridorNetwork, FaultCollector, Action<string>, TAnswer?> Ask, Func<TAnswer, string> Json,
    Func<TAnswer, int, bool, string> Text, Func<TAnswer, bool> IsFound)
    where TAnswer : class;
