using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Reports;
using Rahdar.Tower;
using Rahdar.Tower.Demo;

namespace Rahdar.Cli;

/// <summary>The command line: options in, use case, text out.</summary>
/// <param name="page">Where answers go.</param>
internal sealed class Commands(Page page)
{
    /// <summary>The command line of this process: 80 plain columns unless a terminal is there.</summary>
    internal static Commands OfConsole() => new(new Page(
        Math.Clamp(Console.IsOutputRedirected ? 80 : Console.WindowWidth, 40, 120),
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
    {
        Progress = Console.IsErrorRedirected ? ProgressKind.Lines : ProgressKind.OneLine,
    });

    /// <summary>Runs a command line; the answer is the exit code.</summary>
    /// <remarks>A disk that fails is told in one line; a fault of ours is thrown.</remarks>
    internal int Run(IReadOnlyList<string> args)
    {
        var parsed = Root().Parse(args);
        try
        {
            // Being told to end is dealt with by `Interrupt` and by the server: no one cuts their work off.
            var code = parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            return parsed.Errors.Count > 0 ? Page.BadInput : code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"rahdar: {e.Message}");
            return Page.Failure;
        }
    }

    private RootCommand Root()
    {
        var root = new RootCommand("Rahdar, the open control tower of an overland freight corridor");
        root.Subcommands.Add(PlanCommand.Of(page));
        root.Subcommands.Add(WaitOrDivertCommand.Of(page));
        root.Subcommands.Add(ArriveByCommand.Of(page));
        root.Subcommands.Add(DeparturesCommand.Of(page));
        root.Subcommands.Add(TableCommand.Of(page));
        root.Subcommands.Add(WhichCommand.Of(page));
        root.Subcommands.Add(ConsolidateCommand.Of(page));
        root.Subcommands.Add(ShareCommand.Of(page));
        root.Subcommands.Add(WhatIfCommand.Of(page));
        root.Subcommands.Add(SimulateCommand.Of(page));
        root.Subcommands.Add(CompareCommand.Of(page));
        root.Subcommands.Add(IndicatorsCommand.Of(page));
        root.Subcommands.Add(CalibrateCommand.Of(page));
        root.Subcommands.Add(ServeCommand.Of(page));
        root.Subcommands.Add(ReplayCommand.Of(page));
        root.Subcommands.Add(FindingsCommand.Of(page));
        root.Subcommands.Add(RailCommand.Of(page));
        root.Subcommands.Add(NetworkCommand());
        root.Subcommands.Add(TimetableCommands.Import(page));
        root.Subcommands.Add(TimetableCommands.Export(page));
        root.Subcommands.Add(ConformanceCommand.Of(page));
        root.Subcommands.Add(Demo());
        return root;
    }

    private Command NetworkCommand()
    {
        var command = new Command("network", "the corridor: what is known, who says so, what does not join");
        var folder = new Argument<string?>("DIR")
        {
            Description = "folder of a corridor; the shipped one when left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var asOf = Text("--as-of", "day from which ages are counted; today when left out");
        var check = new Command(
            "check", "faults; then what does not join, what is a default, what is stale, what conflicts")
        {
            folder, asOf,
        };
        check.SetAction(p => WithDate("--as-of", p.GetValue(asOf), day =>
            Page.Print(NetworkVerbs.Check(CorridorStore.Read(p.GetValue(folder)), day, page.Width, page.IsPlain))));
        var subject = new Argument<string>("SUBJECT")
        {
            Description = "place, link, border, service, port, project, closure or other id",
        };
        var known = Text("--known", "knowledge date; today when left out");
        var json = new Option<bool>("--json") { Description = "the answer as JSON" };
        var show = new Command("show", "every claim about a subject, the chosen one, and why") { subject, known, json };
        show.SetAction(p => WithDate("--known", p.GetValue(known), day => WithNetwork(n => p.GetValue(json)
            ? ShowJson(n, p.GetValue(subject)!, day)
            : Page.Print(NetworkVerbs.Show(n, p.GetValue(subject)!, day, page.Width, page.IsPlain)))));
        var text = new Argument<string>("TEXT")
        {
            Description = "a name in any script held, or an id; spelling may be off",
        };
        var find = new Command("find", "places, borders, services and ports by name or id") { text, json };
        find.SetAction(p => WithNetwork(n => Page.Print(p.GetValue(json)
            ? (NetworkVerbs.FindJson(new PlaceFinder(n), p.GetValue(text)!), Page.Found)
            : NetworkVerbs.Find(n, p.GetValue(text)!, page.Width, page.IsPlain))));
        command.Subcommands.Add(check);
        command.Subcommands.Add(show);
        command.Subcommands.Add(find);
        return command;
    }

    private int ShowJson(CorridorNetwork network, string subject, LocalDate known)
    {
        var faults = new FaultCollector();
        return NetworkVerbs.ShowJson(
            network, new ClaimBook(network), new PlaceFinder(network), subject, known, "SUBJECT", faults)
            is { } answer ? Page.Print((answer, Page.Found)) : page.Faults(faults.Faults, isJson: true);
    }

    private Command Demo()
    {
        var command = new Command("demo", "the train that never left: one question as knowledge grew");
        var html = Text("--html", "file for the story as a page with pictures; it needs no network");
        command.Options.Add(html);
        command.SetAction(p =>
        {
            var file = p.GetValue(html);
            if (file is not null && DemoVerb.CheckPage(file) is { } wrong)
                return page.Fault("--html", "query:file", wrong);
            return WithNetwork(n =>
            {
                foreach (var chapter in DemoVerb.Run(n, page.Width, page.IsPlain, file)) Console.Out.Write(chapter);
                return Page.Found;
            });
        });
        return command;
    }

    private int WithNetwork(Func<CorridorNetwork, int> run)
    {
        var outcome = CorridorStore.Read();
        return outcome.Network is null ? page.Faults(outcome.Faults, false) : run(outcome.Network);
    }

    private int WithDate(string option, string? text, Func<LocalDate, int> run)
    {
        if (text is null) return run(SystemClock.Instance.GetCurrentInstant().InUtc().Date);
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success
            ? run(parsed.Value)
            : page.Fault(option, "query:date", $"`{text}` is not a date 2025-06-11");
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };
}
