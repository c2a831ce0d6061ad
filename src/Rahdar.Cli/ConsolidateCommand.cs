using System.CommandLine;
using Rahdar.Network;
using Rahdar.Network.Reading;
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
        var value = new Option<string?>("--value-of-time")
        {
            Description = "what a day is worth, USD for all boxes; the data's estimate when left out",
        };
        var command = new Command("consolidate", "send all boxes together, or in parts");
        question.AddTo(command);
        foreach (var option in new Option[] { parts, laterDays, value }) command.Options.Add(option);
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            if (Answer(page, outcome.Network, (question.Read(p), p.GetValue(parts), p.GetValue(laterDays),
                    p.GetValue(value)), faults) is not { } answer) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? ConsolidationJson.Answer(answer)
                : ConsolidationText.Answer(answer, page.Width, page.IsPlain));
            return answer.Best is null ? Page.NoPlan : Page.Found;
        });
        return command;
    }

    private static ConsolidationAnswer? Answer(
        Page page, CorridorNetwork network, (PlanRequest Request, string? Parts, int LaterDays, string? Value) asked,
        FaultCollector faults)
    {
        using var progress = new Progress(page);
        return ConsolidateVerb.Answer(
            network, asked.Request, asked.Parts, asked.LaterDays, asked.Value, faults, progress.Step);
    }
}
