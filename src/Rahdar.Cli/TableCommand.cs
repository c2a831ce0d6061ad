using System.CommandLine;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`table`: days, cost and best value between many origins and many destinations.</summary>
internal static class TableCommand
{
    internal const string Origins = "origins, separated by commas";
    internal const string Destinations = "destinations, separated by commas";

    internal static Command Of(Page page)
    {
        var question = new QuestionOptions(Origins, Destinations);
        var value = new Option<string?>("--value-of-time")
        {
            Description = "what a day is worth, USD for all boxes; the data's estimate when left out",
        };
        var command = new Command("table", "days, cost and best value between many origins and destinations");
        question.AddTo(command);
        command.Options.Add(value);
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            RelationsAnswer? answer;
            using (var progress = new Progress(page))
                answer = TableVerb.Answer(
                    outcome.Network, question.Read(p), p.GetValue(value), faults, progress.Step);
            if (answer is null) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? TableJson.Answer(answer) : TableText.Answer(answer, page.Width, page.IsPlain));
            return answer.Relations.Any(r => r.No is null) ? Page.Found : Page.NoPlan;
        });
        return command;
    }
}
