using System.CommandLine;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`simulate`: what is waited for, and how long do borders and ways take?</summary>
internal static class SimulateCommand
{
    internal static Command Of(Page page)
    {
        var options = new SimulationOptions();
        var scenarios = new Option<string[]>("--scenario")
        {
            Description = "scenario file, or name of a shipped one; several are applied one after the other",
            AllowMultipleArgumentsPerToken = true,
        };
        var marginal = SimulationOptions.Whole(
            "--marginal", "try a little more of the N resources most waited for; each is a whole simulation", 0);
        var movements = new Option<string?>("--movements")
        {
            Description = "file for the movements of the first run (CSV)",
        };
        var line = new Option<string?>("--line")
        {
            Description = "railway line whose trains are drawn: a section such as PK-05, or places PKKHI,PKLHE",
        };
        var pictures = new PictureOptions("queues, map, string-line, time-cost");
        var command = new Command("simulate", "queues, use and waiting of the whole corridor over some days");
        options.AddTo(command);
        foreach (var option in new Option[] { scenarios, marginal, movements, line }) command.Options.Add(option);
        pictures.AddTo(command);
        command.SetAction(p => Interrupt.Run(cancel => page.Answer(
            p, options.Json, options.Data, new Verb<SimulationAnswer>(
                (network, faults, step) => SimulateVerb.Answer(
                    network,
                    options.Read(p) with
                    {
                        Scenarios = p.GetValue(scenarios) ?? [],
                        Marginal = p.GetValue(marginal),
                        Movements = p.GetValue(movements),
                        Line = p.GetValue(line),
                        Pictures = pictures.Read(p),
                    },
                    faults, step, cancel),
                SimulationJson.Answer,
                (answer, width, isPlain) => SimulationText.Answer(answer, options.Top(p), width, isPlain),
                _ => true))));
        return command;
    }
}
