using System.CommandLine;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`arrive-by`: how late may boxes be ready and still arrive by then?</summary>
internal static class ArriveByCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions(asksReady: false);
        var ahead = new AheadOptions(asksBy: false, asksValue: false);
        var by = new Option<string>("--by")
        {
            Description = "date (its end at the destination) or instant by which to arrive",
            Required = true,
        };
        var chance = new Option<string>("--chance")
        {
            Description = "chance of arriving by then, above 0 and below 1",
            DefaultValueFactory = _ => "0.9",
        };
        var command = new Command("arrive-by", "how late boxes may be ready to arrive by a date");
        question.AddTo(command);
        ahead.AddTo(command);
        command.Options.Add(by);
        command.Options.Add(chance);
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<ArriveByAnswer>(
            (network, faults, step) => ArriveByVerb.Answer(
                network, question.Read(p), p.GetValue(chance)!, ahead.Read(p) with { By = p.GetValue(by) }, faults,
                step),
            ArriveByJson.Answer, ArriveByText.Answer, answer => answer.Outcome is not ArriveByOutcome.NotFound)));
        return command;
    }
}
