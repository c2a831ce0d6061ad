using System.CommandLine;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`consolidate`: send all boxes together, or in parts?</summary>
internal static class ConsolidateCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions();
        var parts = new Option<string?>("--parts")
        {
            Description = "boxes a part, such as 62,31,16; all, half and a quarter when left out",
        };
        var laterDays = LaterDaysOption.New();
        var value = ValueOfTimeOption.New();
        var command = new Command("consolidate", "send all boxes together, or in parts");
        question.AddTo(command);
        foreach (var option in new Option[] { parts, laterDays, value }) command.Options.Add(option);
        command.SetAction(p => page.Answer(p, question.Json, question.Data, new Verb<ConsolidationAnswer>(
            (network, faults, step) => ConsolidateVerb.Answer(
                network, question.Read(p), p.GetValue(parts), p.GetValue(laterDays), p.GetValue(value), faults, step),
            ConsolidationJson.Answer, ConsolidationText.Answer, answer => answer.Best is not null)));
        return command;
    }
}
