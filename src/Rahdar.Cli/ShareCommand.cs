using System.CommandLine;
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
        command.SetAction(p => page.Answer(p, json, data, new Verb<SharedCapacityAnswer>(
            (network, faults, step) => ShareVerb.Answer(
                network, p.GetValue(file)!, p.GetValue(laterDays), faults, step),
            SharedCapacityJson.Answer, SharedCapacityText.Answer,
            answer => answer.Allotments.Any(a => a.Taken is not null))));
        return command;
    }
}
