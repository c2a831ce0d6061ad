using System.CommandLine;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Simulation.Corridor;
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
        var json = new Option<bool>("--json") { Description = "JSON instead" };
        var command = new Command(
            "replay", "closures whose backlog was reported, simulated and compared; a section in Markdown")
        {
            runs, seed, data, json,
        };
        command.SetAction(p => Interrupt.Run(cancel =>
        {
            var outcome = CorridorStore.Read(p.GetValue(data));
            var isJson = p.GetValue(json);
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            IReadOnlyList<ReplayedBacklog>? replays;
            using (var progress = new Progress(page))
                replays = ReplayVerb.Answer(
                    outcome.Network, p.GetValue(runs), p.GetValue(seed), faults, progress.Step, cancel);
            if (replays is null) return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? ReplayJson.Answer(replays) : ReplayText.Of(outcome.Network, replays));
            return Page.Found;
        }));
        return command;
    }
}
