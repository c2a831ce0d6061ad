using System.CommandLine;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`what-if`: what do scenarios change?</summary>
internal static class WhatIfCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions(asksScenario: false);
        var ahead = new AheadOptions(asksBy: false);
        var scenarios = new Option<string[]>("--scenario")
        {
            Description = "scenario file, or name of a shipped one; may be given several times",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command("what-if", "the same question under several scenarios, and what each changes");
        question.AddTo(command);
        ahead.AddTo(command);
        command.Options.Add(scenarios);
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<WhatIfAnswer>(
            (network, faults, step) => WhatIfVerb.Answer(
                network, question.Read(p), p.GetValue(scenarios)!, ahead.Read(p), faults, step),
            WhatIfJson.Answer, WhatIfText.Answer, answer => answer.Cases.Any(c => c.Reason is null))));
        return command;
    }
}
