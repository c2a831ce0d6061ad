using System.CommandLine;
using Rahdar.Network.Reading;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`replay`: closures whose backlog was reported, simulated again.</summary>
internal static class ReplayCommand
{
    internal static Command Of(Page page)
    {
        var runs = SimulationOptions.Whole("--replications", "runs of each closure", ReplayVerb.Replications);
        var seed = new Option<long>("--seed")
        {
            Description = "seed: same seed, same answer",
            DefaultValueFactory = _ => 1,
        };
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var command = new Command(
            "replay", "closures whose backlog was reported, simulated and compared; a section in Markdown")
        {
            runs, seed, data,
        };
        command.SetAction(p => Interrupt.Run(cancel =>
        {
            var outcome = CorridorStore.Read(p.GetValue(data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, false);
            var faults = new FaultCollector();
            string? section;
            using (var progress = new Progress(page))
                section = ReplayVerb.Answer(
                    outcome.Network, p.GetValue(runs), p.GetValue(seed), faults, progress.Step, cancel);
            if (section is null) return page.Faults(faults.Faults, false);
            Console.Out.Write(section);
            return Page.Found;
        }));
        return command;
    }
}
