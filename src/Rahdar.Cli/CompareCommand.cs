using System.CommandLine;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`compare`: what do scenarios change in a simulated corridor?</summary>
internal static class CompareCommand
{
    internal static Command Of(Page page)
    {
        var options = new SimulationOptions(needsFrom: false);
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Description = "scenario files, or names of shipped ones; each is compared with the corridor as it is",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("compare", "scenarios against the corridor as it is, simulated under the same luck")
        {
            scenarios,
        };
        options.AddTo(command);
        var pictures = new PictureOptions("bars-days50-1, bars-hours-1, bars-crossing-1, then -2 ...");
        pictures.AddTo(command);
        command.SetAction(p => Interrupt.Run(cancel => page.Answer(
            p, options.Json, options.Data, new Verb<ComparisonAnswer>(
                (network, faults, step) => CompareVerb.Answer(
                    network,
                    options.Read(p) with { Scenarios = p.GetValue(scenarios)!, Pictures = pictures.Read(p) },
                    faults, step, cancel),
                ComparisonJson.Answer,
                (answer, width, isPlain) => ComparisonText.Answer(answer, options.Top(p), width, isPlain),
                _ => true))));
        return command;
    }
}
