using System.CommandLine;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`findings`: what projects and better borders change.</summary>
internal static class FindingsCommand
{
    internal static Command Of(Page page)
    {
        var write = new Option<string?>("--write") { Description = "file to write the page to instead" };
        var json = new Option<bool>("--json") { Description = "JSON instead" };
        var command = new Command(
            "findings", "what ML-1, UAP, Rasht-Astara, a second yard and a longer opening change; a page in Markdown")
        {
            write, json,
        };
        command.SetAction(p => Interrupt.Run(cancel =>
        {
            var outcome = CorridorStore.Read();
            var isJson = p.GetValue(json);
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            string? text;
            using (var progress = new Progress(page))
                text = FindingsVerb.Answer(outcome.Network, faults, progress.Step, cancel) is { } answer
                    ? isJson ? FindingsJson.Answer(answer) : FindingsText.Of(answer)
                    : null;
            if (text is null) return page.Faults(faults.Faults, isJson);
            if (p.GetValue(write) is { } file) FindingsVerb.Write(file, text);
            else Console.Out.Write(text);
            return Page.Found;
        }));
        return command;
    }
}
