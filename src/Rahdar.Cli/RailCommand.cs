using System.CommandLine;
using Rahdar.Lines.Running;
using Rahdar.Lines.Studies;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Tower.Rail;

namespace Rahdar.Cli;

/// <summary>`rail`: how fast a train runs and how many pass.</summary>
internal static class RailCommand
{
    internal static Command Of(Page page)
    {
        var command = new Command("rail", "how fast a train runs over a line, and how many trains pass it");
        command.Subcommands.Add(RunTime(page));
        command.Subcommands.Add(Capacity(page));
        command.Subcommands.Add(Line(page));
        return command;
    }

    private static Command RunTime(Page page)
    {
        var what = new Argument<string[]>("WHAT")
        {
            Description = "files and folders of railway forms; every train in them runs over every path in them",
            Arity = ArgumentArity.OneOrMore,
        };
        var step = new Option<double?>("--step") { Description = "metres of a step; 20 when left out, as the form" };
        var json = Json();
        var command = new Command("runtime", "running times, and the state of the train at points of interest")
        {
            what, step, json,
        };
        command.SetAction(p =>
        {
            var (isJson, faults) = (p.GetValue(json), new FaultCollector());
            if (RunTimeVerb.Answer(p.GetValue(what)!, p.GetValue(step), faults) is not { } table)
                return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson ? RunTableJson.Of(table) : RunTableText.Of(table, page.Width, page.IsPlain));
            return table.Runs.Any(r => r.Outcome is RunOutcome.Refused) ? Page.NoPlan : Page.Found;
        });
        return command;
    }

    private static Command Capacity(Page page)
    {
        var file = new Argument<string>("FILE") { Description = "a JSON list of cases: id, method, input" };
        var json = Json();
        var command = new Command("capacity", "line capacity by UIC 406, 1520 and South Asian practice; resistances")
        {
            file, json,
        };
        command.SetAction(p =>
        {
            var (isJson, faults, name) = (p.GetValue(json), new FaultCollector(), p.GetValue(file)!);
            if (LineCapacityVerb.Answer(name, name, faults) is not { } cases)
                return page.Faults(faults.Faults, isJson);
            Console.Out.Write(isJson
                ? CapacityReport.Json(cases)
                : CapacityReport.Text(cases, page.Width, page.IsPlain));
            return Page.Found;
        });
        return command;
    }

    private static Command Line(Page page)
    {
        var line = new Argument<string>("LINE") { Description = "a line such as ML1, or the id of a project" };
        var json = Json();
        var data = new Option<string?>("--data") { Description = "folder of another corridor" };
        var command = new Command("line", "running time and trains a day of a line's sections, before and after")
        {
            line, json, data,
        };
        command.SetAction(p => page.Answer(p, json, data, new Verb<LineStudy>(
            (network, faults, _) => LineStudyVerb.Answer(network, p.GetValue(line)!, faults),
            LineStudyReport.Json, LineStudyReport.Text, _ => true)));
        return command;
    }

    private static Option<bool> Json() => new("--json") { Description = "the answer as JSON" };
}
