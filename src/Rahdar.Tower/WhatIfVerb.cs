using System.Globalization;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: the same question under several scenarios.</summary>
public static class WhatIfVerb
{
    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question as typed, without a scenario.</param>
    /// <param name="scenarios">Scenario files, or names of shipped ones, in any order.</param>
    /// <param name="ahead">How to draw, and what a day is worth.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static WhatIfAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, IReadOnlyList<string> scenarios, AheadRequest ahead,
        FaultCollector faults, Action<string>? step = null)
    {
        OutlookReader.Check(ahead, faults);
        if (ahead.Draws == 0)
            faults.Add(PlanVerb.QuestionFile, 0, "--draws", "query:draws", "a difference needs draws: 1 or more");
        if (scenarios.Count > Limits.ScenariosMax)
        {
            Fault(faults, "query:too-many-scenarios",
                $"{scenarios.Count}: at most {Limits.ScenariosMax} can be compared");
            return null;
        }
        var asked = PlanVerb.Ask(shipped, request, faults);
        // All cases know the same: a scenario's own `as-of` would compare days as well as scenarios.
        var known = asked?.Query.Known.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? request.Known;
        var others = scenarios
            .Select(name => PlanVerb.Ask(shipped, request with { Scenario = name, Known = known }, faults))
            .OfType<(CorridorNetwork Network, PlanQuery Query, IReadOnlyList<string> Notes)>()
            .OrderBy(o => o.Network.ScenarioName, StringComparer.Ordinal).ToList();
        foreach (var twice in others.GroupBy(o => o.Network.ScenarioName).Where(g => g.Count() > 1))
            Fault(faults, "query:duplicate-scenario", $"`{twice.Key}` stands {twice.Count()} times");
        if (asked is not var (network, query, notes) || !faults.IsClean) return null;
        var value = ValueOfTimeReader.Of(ahead.ValueOfTime, network, query.Cargo);
        var draw = new DrawRequest(ahead.Seed, ahead.Draws);
        step?.Invoke("without a scenario");
        var baseline = WhatIf.Ask(network, query, value, draw);
        var cases = others.Select(o =>
        {
            step?.Invoke($"scenario {o.Network.ScenarioName}");
            return WhatIf.Ask(o.Network, o.Query, value, draw, baseline);
        }).ToList();
        return new WhatIfAnswer(network, query, value, draw, baseline, cases, notes);
    }

    private static void Fault(FaultCollector faults, string code, string message) =>
        faults.Add(PlanVerb.QuestionFile, 0, "--scenario", code, message);
}
