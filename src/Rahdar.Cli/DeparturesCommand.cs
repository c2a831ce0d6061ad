using System.CommandLine;
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
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<DeparturesAnswer>(
            (network, faults, step) => DeparturesVerb.Answer(
                network, question.Read(p), p.GetValue(until)!, faults, step),
            DeparturesJson.Answer, DeparturesText.Answer, answer => answer.Days.Any(d => d.No is null))));
        return command;
    }
}
