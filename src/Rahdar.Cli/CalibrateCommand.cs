using System.CommandLine;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`calibrate`: the planner's figures against what was published.</summary>
internal static class CalibrateCommand
{
    internal static Command Of(Page page)
    {
        var write = new Option<string?>("--write") { Description = "file to write the report to instead" };
        var json = new Option<bool>("--json") { Description = "the report as JSON" };
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var command = new Command(
            "calibrate", "border times, speeds and service times against what was published; a report in Markdown")
        {
            write, json, data,
        };
        command.SetAction(p =>
        {
            var isJson = p.GetValue(json);
            var outcome = CorridorStore.Read(p.GetValue(data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            string report;
            using (var progress = new Progress(page))
            {
                progress.Step("setting figures against what was published");
                report = CalibrateVerb.Answer(outcome.Network, isJson);
            }
            if (p.GetValue(write) is { } file) CalibrateVerb.Write(file, report);
            else Console.Out.Write(report);
            return Page.Found;
        });
        return command;
    }
}
