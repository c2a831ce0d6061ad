using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Reports;
using Rahdar.Tower;
using Rahdar.Tower.Demo;

namespace Rahdar.Cli;

/// <summary>The command line: options in, use case, text out.</summary>
/// <param name="width">Columns of the page.</param>
/// <param name="isPlain">True for no colour.</param>
internal sealed class Commands(int width, bool isPlain)
{
    private const int Found = 0;
    private const int Failure = 1;
    private const int BadInput = 2;
    private const int NoPlan = 3;

    /// <summary>The command line of this process: 80 plain columns unless a terminal is there.</summary>
    internal static Commands OfConsole() => new(
        Math.Clamp(Console.IsOutputRedirected ? 80 : Console.WindowWidth, 40, 120),
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 });

    /// <summary>Runs a command line; the answer is the exit code.</summary>
    /// <remarks>A disk that fails is told in one line; a fault of ours is thrown.</remarks>
    internal int Run(IReadOnlyList<string> args)
    {
        var parsed = Root().Parse(args);
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? BadInput : code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"rahdar: {e.Message}");
            return Failure;
        }
    }

    private RootCommand Root()
    {
        var root = new RootCommand("Rahdar, the open control tower of an overland freight corridor");
        root.Subcommands.Add(Plan());
        root.Subcommands.Add(NetworkCommand());
        root.Subcommands.Add(Demo());
        return root;
    }

    private Command Plan()
    {
        var from = Needed("--from", "origin terminal: UN/LOCODE or name in any script held");
        var to = Needed("--to", "destination terminal");
        var ready = Needed("--ready", "date (00:00 at the origin), local time or instant");
        var cargo = Needed("--cargo", "boxes x size : gross tonnes a box, for example 16x20ft:20t");
        var known = Text("--known", "knowledge date; only what was known by then is used");
        var scenario = Text("--scenario", "scenario file, or name of a shipped one");
        var avoid = Words("--avoid", "modes, countries, places, borders, links, services, trucks, block-trains");
        var only = Words("--only", "rail, road, sea, air, or services (nothing unscheduled)");
        var json = new Option<bool>("--json") { Description = "the whole front as JSON (docs/formats/plan-json.md)" };
        var explain = new Option<int?>("--explain") { Description = "list every figure behind plan N of the list" };
        var details = new Option<int>("--details")
        {
            Description = "how many plans are written out leg by leg",
            DefaultValueFactory = _ => 2,
        };
        var data = Text("--data", "folder of another corridor");
        var command = new Command("plan", "which way, when, at what cost, how sure")
        {
            from, to, ready, cargo, known, scenario, avoid, only, json, explain, details, data,
        };
        command.SetAction(p =>
        {
            var isJson = p.GetValue(json);
            var outcome = CorridorStore.Read(p.GetValue(data));
            if (outcome.Network is null) return Faults(outcome.Faults, isJson);
            var faults = new FaultCollector();
            var request = new PlanRequest(p.GetValue(from)!, p.GetValue(to)!, p.GetValue(ready)!, p.GetValue(cargo)!)
            {
                Known = p.GetValue(known),
                Scenario = p.GetValue(scenario),
                Avoid = p.GetValue(avoid) ?? [],
                Only = p.GetValue(only) ?? [],
            };
            if (PlanVerb.Answer(outcome.Network, request, faults) is not { } answer)
                return Faults(faults.Faults, isJson);
            if (p.GetValue(explain) is { } number && answer.Outcome is PlanOutcome.Found found)
                return isJson ? Fault("--explain", "query:explain", "gives text: leave out --json", isJson: true)
                    : Explain(answer, found, number);
            Console.Out.Write(
                isJson ? PlanJson.Answer(answer) : PlanText.Answer(answer, p.GetValue(details), width, isPlain));
            return answer.Outcome is PlanOutcome.Found ? Found : NoPlan;
        });
        return command;
    }

    private int Explain(PlanAnswer answer, PlanOutcome.Found found, int number)
    {
        var shown = ShortList.Choose(found.Plans);
        if (number < 1 || number > shown.Count)
            return Fault("--explain", "query:explain", $"{number} is not a plan of the list: 1 to {shown.Count}");
        var index = shown[number - 1].Index;
        Console.Out.Write(PlanText.One(answer, number, width, isPlain));
        Console.Out.Write(PlanText.Figures(Planner.Explain(answer.Network, answer.Query, index), width, isPlain));
        return Found;
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
            Print(NetworkVerbs.Check(CorridorStore.Read(p.GetValue(folder)), day, width, isPlain))));
        var subject = new Argument<string>("SUBJECT")
        {
            Description = "place, link, border, service, port, project, closure or other id",
        };
        var known = Text("--known", "knowledge date; today when left out");
        var show = new Command("show", "every claim about a subject, the chosen one, and why") { subject, known };
        show.SetAction(p => WithDate("--known", p.GetValue(known), day =>
            WithNetwork(n => Print(NetworkVerbs.Show(n, p.GetValue(subject)!, day, width, isPlain)))));
        var text = new Argument<string>("TEXT")
        {
            Description = "a name in any script held, or an id; spelling may be off",
        };
        var find = new Command("find", "places, borders, services and ports by name or id") { text };
        find.SetAction(p => WithNetwork(n => Print(NetworkVerbs.Find(n, p.GetValue(text)!, width, isPlain))));
        command.Subcommands.Add(check);
        command.Subcommands.Add(show);
        command.Subcommands.Add(find);
        return command;
    }

    private Command Demo()
    {
        var command = new Command("demo", "the train that never left: one question as knowledge grew");
        command.SetAction(_ => WithNetwork(n =>
        {
            foreach (var chapter in DemoVerb.Run(n, width, isPlain)) Console.Out.Write(chapter);
            return Found;
        }));
        return command;
    }

    private int WithNetwork(Func<CorridorNetwork, int> run)
    {
        var outcome = CorridorStore.Read();
        return outcome.Network is null ? Faults(outcome.Faults, false) : run(outcome.Network);
    }

    private int WithDate(string option, string? text, Func<LocalDate, int> run)
    {
        if (text is null) return run(SystemClock.Instance.GetCurrentInstant().InUtc().Date);
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? run(parsed.Value) : Fault(option, "query:date", $"`{text}` is not a date 2025-06-11");
    }

    private static int Print((string Text, int ExitCode) answer)
    {
        Console.Out.Write(answer.Text);
        return answer.ExitCode;
    }

    private int Fault(string option, string code, string message, bool isJson = false) =>
        Faults([new InputFault(PlanVerb.QuestionFile, 0, option, code, message)], isJson);

    private int Faults(IReadOnlyList<InputFault> faults, bool isJson)
    {
        if (isJson) Console.Out.Write(PlanJson.Faults(faults));
        else Console.Error.Write(NetworkText.Faults(faults, width, isPlain));
        return BadInput;
    }

    private static Option<string> Needed(string name, string description) =>
        new(name) { Description = description, Required = true };

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private static Option<string[]> Words(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
