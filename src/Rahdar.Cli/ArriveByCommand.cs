using System.CommandLine;
using Rahdar.Network.Reading;
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
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            ArriveByAnswer? answer;
            using (var progress = new Progress(page))
                answer = ArriveByVerb.Answer(
                    outcome.Network, question.Read(p), p.GetValue(chance)!, ahead.Read(p) with { By = p.GetValue(by) },
                    faults, progress.Step);
            if (answer is null) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? ArriveByJson.Answer(answer)
                : ArriveByText.Answer(answer, page.Width, page.IsPlain));
            return answer.Outcome is ArriveByOutcome.NotFound ? Page.NoPlan : Page.Found;
        });
        return command;
    }
}
