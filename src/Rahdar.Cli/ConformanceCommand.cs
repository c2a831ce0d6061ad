using System.CommandLine;
using Rahdar.Conformance;

namespace Rahdar.Cli;

/// <summary>`conformance`: does Rahdar give the answers of a public suite?</summary>
internal static class ConformanceCommand
{
    internal static Command Of(Page page)
    {
        var suite = new Argument<string>("SUITE")
        {
            Description = "one of " + string.Join(", ", Suites.All.Select(s => s.Name)),
        };
        var folder = new Argument<string>("DIR")
        {
            Description = "folder of the suite's form: "
                + string.Join("; ", Suites.All.Select(s => $"{s.Name}: {s.Holds}")),
        };
        var command = new Command("conformance", "the answers of Rahdar against those of a public test suite")
        {
            suite, folder,
        };
        command.SetAction(p => Suites.Find(p.GetValue(suite)!) is { } found
            ? Answer(page, found.Run(p.GetValue(folder)!))
            : page.Fault("SUITE", "query:suite",
                $"`{p.GetValue(suite)}` is not one of {string.Join(", ", Suites.All.Select(s => s.Name))}"));
        return command;
    }

    private static int Answer(Page page, SuiteResult result)
    {
        if (result.Faults.Count > 0) return page.Faults(result.Faults, false);
        Console.Out.Write(SuiteText.Of(result));
        return result.Failed == 0 ? Page.Found : Page.Failure;
    }
}
