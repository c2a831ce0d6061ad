using Rahdar.Planning;
using Rahdar.Tower;

namespace Rahdar.Server;

/// <summary>The last answers about ways with all they were made from, for what is asked of them next.</summary>
/// <remarks>Few: each holds its whole front.</remarks>
internal sealed class PlanShelf
{
    private readonly Lock _lock = new();
    private readonly List<(string Key, PlanAnswer Answer)> _held = [];

    /// <summary>The answer to a question held, or asked now; null when it cannot be asked.</summary>
    internal PlanAnswer? Find((PlanRequest Plan, AheadRequest Ahead) question, Func<PlanAnswer?> ask)
    {
        var key = KeyOf(question);
        lock (_lock)
            if (_held.FindIndex(h => h.Key == key) is >= 0 and var at)
            {
                var held = _held[at];
                _held.RemoveAt(at);
                _held.Add(held);
                return held.Answer;
            }
        if (ask() is not { } answer) return null;
        lock (_lock)
        {
            if (!_held.Exists(h => h.Key == key)) _held.Add((key, answer));
            if (_held.Count > ServeLimits.PlansHeld) _held.RemoveAt(0);
        }
        return answer;
    }

    private static string KeyOf((PlanRequest Plan, AheadRequest Ahead) question)
    {
        var (p, a) = question;
        string?[] words =
        [
            p.From, p.To, p.Ready, p.Cargo, p.Known, p.Scenario, p.Box, $"{a.Draws}", $"{a.Seed}", a.By, a.ValueOfTime,
            $"{a.ListsUnseen}", "avoid", .. p.Avoid, "only", .. p.Only, "via", .. p.Via,
        ];
        return string.Concat(words.Select(w => w is null ? "-;" : $"{w.Length}:{w}"));
    }
}
