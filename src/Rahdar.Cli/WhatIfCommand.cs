using System.CommandLine;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`what-if`: what do scenarios change?</summary>
internal static class WhatIfCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions();
        var ahead = new AheadOptions(asksBy: false);
        var scenarios = new Option<string[]>("--scenario")
        {
            Description = "scenario file, or name of a shipped one; may be given several times",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("what-if", "the same question under several scenarios, and what each changes");
        question.AddTo(command, hasScenario: false);
        ahead.AddTo(command);
        command.Options.Add(scenarios);
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            if (Answer(page, outcome.Network, (question.Read(p), p.GetValue(scenarios)!, ahead.Read(p)), faults)
                is not { } answer) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? WhatIfJson.Answer(answer)
                : WhatIfText.Answer(answer, page.Width, page.IsPlain));
            return answer.Cases.Any(c => c.Reason is null) ? Page.Found : Page.NoPlan;
        });
        return command;
    }

    private static WhatIfAnswer? Answer(
        Page page, CorridorNetwork network, (PlanRequest Request, string[] Scenarios, AheadRequest Ahead) asked,
        FaultCollector faults)
    {
        using var progress = new Progress(page);
        return WhatIfVerb.Answer(network, asked.Request, asked.Scenarios, asked.Ahead, faults, progress.Step);
    }
}
