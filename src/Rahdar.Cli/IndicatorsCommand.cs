using System.CommandLine;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`indicators`: what do movements say of borders and ways, measured as ministries do?</summary>
internal static class IndicatorsCommand
{
    internal static Command Of(Page page)
    {
        var paths = new Argument<string[]>("FILE")
        {
            Description = "movements as CSV, or a folder of such files; several may be given",
            Arity = ArgumentArity.OneOrMore,
        };
        var by = new Option<string>("--by")
        {
            Description = "post, country, direction, mode, week, corridor; several separated by commas",
            DefaultValueFactory = _ => "post,direction",
        };
        var corridor = Text("--corridor", "only what is counted to this corridor of the monitoring, such as C5");
        var planned = Text("--planned", "file of planned movements of the same units: punctuality");
        var tolerance = new Option<decimal>("--tolerance")
        {
            Description = "hours after the planned arrival that are on time",
            DefaultValueFactory = _ => 24,
        };
        var chart = Text("--chart", "unit whose time and cost over distance is shown");
        var csv = Text("--csv", "file for the sheet, one value a row");
        var judge = new Option<bool>("--judge")
        {
            Description = "border times against those published for 2022, and against \"last year again\"",
        };
        var json = new Option<bool>("--json") { Description = "the answer as JSON" };
        var data = Text("--data", "folder of another corridor");
        var command = new Command(
            "indicators", "border times and costs, speeds and costs of ways (CPMM TFI1 to TFI4) from movements")
        {
            paths, by, corridor, planned, tolerance, chart, csv, judge, json, data,
        };
        int Judge(ParseResult p, CancellationToken cancel)
        {
            if (new[] { corridor, planned, chart, csv }.FirstOrDefault(o => p.GetValue(o) is not null) is { } other)
                return page.Fault(other.Name, "query:judge", "with --judge nothing else is measured", p.GetValue(json));
            return page.Answer(p, json, data, new Verb<JudgementAnswer>(
                (network, faults, step) => JudgeVerb.Answer(network, p.GetValue(paths)!, faults, step, cancel),
                JudgementJson.Answer, JudgementText.Answer, answer => answer.Judged.Count > 0));
        }
        IndicatorRequest Request(ParseResult p) => new(p.GetValue(paths)!)
        {
            By = p.GetValue(by)!,
            Corridor = p.GetValue(corridor),
            Planned = p.GetValue(planned),
            ToleranceHours = p.GetValue(tolerance),
            Chart = p.GetValue(chart),
            Csv = p.GetValue(csv),
        };
        command.SetAction(p => Interrupt.Run(cancel => p.GetValue(judge)
            ? Judge(p, cancel)
            : page.Answer(p, json, data, new Verb<IndicatorAnswer>(
                (network, faults, step) => IndicatorsVerb.Answer(network, Request(p), faults, step, cancel),
                IndicatorJson.Answer, IndicatorText.Answer, _ => true))));
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
