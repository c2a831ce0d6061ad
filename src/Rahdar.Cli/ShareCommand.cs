using System.CommandLine;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`share`: who gets room on which departure when many consignments want it?</summary>
internal static class ShareCommand
{
    internal static Command Of(Page page)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "CSV file of consignments: id,from,to,ready,cargo,priority[,known]",
        };
        var laterDays = LaterDaysOption.New();
        var json = new Option<bool>("--json") { Description = "the answer as JSON" };
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var command = new Command("share", "room on departures for many consignments, by priority")
        {
            file, laterDays, json, data,
        };
        command.SetAction(p =>
        {
            var isJson = p.GetValue(json);
            var outcome = CorridorStore.Read(p.GetValue(data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            if (Answer(page, outcome.Network, p.GetValue(file)!, p.GetValue(laterDays), faults) is not { } answer)
                return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? SharedCapacityJson.Answer(answer)
                : SharedCapacityText.Answer(answer, page.Width, page.IsPlain));
            return answer.Allotments.Any(a => a.Taken is not null) ? Page.Found : Page.NoPlan;
        });
        return command;
    }

    private static SharedCapacityAnswer? Answer(
        Page page, CorridorNetwork network, string file, int laterDays, FaultCollector faults)
    {
        using var progress = new Progress(page);
        return ShareVerb.Answer(network, file, laterDays, faults, progress.Step);
    }
}
