using System.CommandLine;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`departures`: on which day of a window to have boxes ready?</summary>
internal static class DeparturesCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions();
        var until = new Option<string>("--until") { Description = "last ready day, a date", Required = true };
        var command = new Command("departures", "fastest and cheapest plan for each ready day of a window");
        question.AddTo(command);
        command.Options.Add(until);
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            DeparturesAnswer? answer;
            using (var progress = new Progress(page))
                answer = DeparturesVerb.Answer(
                    outcome.Network, question.Read(p), p.GetValue(until)!, faults, progress.Step);
            if (answer is null) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? DeparturesJson.Answer(answer)
                : DeparturesText.Answer(answer, page.Width, page.IsPlain));
            return answer.Days.Any(d => d.No is null) ? Page.Found : Page.NoPlan;
        });
        return command;
    }
}
