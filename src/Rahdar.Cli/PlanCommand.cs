using System.CommandLine;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>`plan`: which way, when, at what cost, how sure.</summary>
internal static class PlanCommand
{
    internal static Command Of(Page page)
    {
        var question = new QuestionOptions();
        var explain = new Option<int?>("--explain") { Description = "list every figure behind plan N of the list" };
        var papers = new Option<int?>("--papers")
        {
            Description = "papers, permits, customs and questions of plan N of the list",
        };
        var details = new Option<int>("--details")
        {
            Description = "number of plans written out leg by leg",
            DefaultValueFactory = _ => 2,
        };
        var sensitivity = new Option<int?>("--sensitivity")
        {
            Description = "what moves plan N of the list, and what better information would be worth",
        };
        var whyNot = new Option<string?>("--why-not")
        {
            Description = "why no plan goes this way: rail, road, sea, air, a place, border, service, link or project",
        };
        var isShort = new Option<bool>("--short")
        {
            Description = "with --json: the plans of the list alone, and the figures of the front",
        };
        var ahead = new AheadOptions();
        var pictures = new PictureOptions("gantt, time-cost, map");
        var drawn = new Option<int?>("--plan")
        {
            Description = "plan of the list that page and picture show; the one of best value when left out",
        };
        var feeds = new Option<string[]>("--feed")
        {
            Description = "GTFS feed of a railway, folder or zip: its services are on offer too",
        };
        var live = new Option<string[]>("--live") { Description = "GTFS-Realtime message about trips of the feeds" };
        var command = new Command("plan", "which way, when, at what cost, how sure");
        question.AddTo(command);
        ahead.AddTo(command);
        pictures.AddTo(command);
        foreach (var option in new Option[]
        {
            explain, papers, sensitivity, whyNot, details, drawn, feeds, live, isShort,
        })
            command.Options.Add(option);
        command.SetAction(p =>
        {
            var isJson = p.GetValue(question.Json);
            var outcome = CorridorStore.Read(p.GetValue(question.Data));
            if (outcome.Network is null) return page.Faults(outcome.Faults, isJson);
            var misread = new FaultCollector();
            if (GtfsVerbs.With(
                outcome.Network, p.GetValue(feeds) ?? [], p.GetValue(live) ?? [], TimetableCommands.Today(), misread)
                is not { } all) return page.Faults(misread.Faults, isJson);
            // The line of progress is wiped before the answer is written.
            Func<int> print;
            using (var progress = new Progress(page)) print = Work(all, progress);
            return print();

            Func<int> Work(CorridorNetwork network, Progress progress)
            {
                var faults = new FaultCollector();
                progress.Step("searching");
                var request = ahead.Read(p);
                OutlookReader.Check(request, faults);
                var wanted = pictures.Read(p);
                if (wanted.IsAsked) PictureFiles.Check(wanted, faults);
                if (wanted.IsAsked && new Option[] { explain, papers, sensitivity, whyNot }
                    .FirstOrDefault(o => p.GetResult(o) is { Implicit: false }) is { } other)
                    faults.Add(
                        PlanVerb.QuestionFile, 0, other.Name, "query:picture", "is text: leave --html and --svg out");
                var guesses = new List<string>();
                var way = p.GetValue(whyNot) is { } word ? WhyNotVerb.Read(network, word, faults, guesses) : null;
                if (PlanVerb.Answer(network, question.Read(p), faults) is not { } answer)
                    return () => page.Faults(faults.Faults, isJson);
                answer = answer with { Notes = [.. guesses, .. answer.Notes] };
                if (way is not null)
                {
                    progress.Step($"searching ways by {way.Id}");
                    var why = WhyNotVerb.Answer(answer, way, request.ValueOfTime);
                    return () => WhyNot(page, answer, why, isJson);
                }
                if (p.GetValue(explain) is { } number && answer.Outcome is PlanOutcome.Found found)
                    return () => isJson
                        ? page.Fault("--explain", "query:explain", "gives text: leave out --json", isJson: true)
                        : Explain(page, answer, found, number);
                if (p.GetValue(papers) is { } plan && answer.Outcome is PlanOutcome.Found shown)
                    return () => isJson
                        ? page.Fault("--papers", "query:papers", "the JSON carries them: leave it out", isJson: true)
                        : Papers(page, answer, shown, plan);
                progress.Step("looking ahead");
                if (p.GetValue(sensitivity) is { } moved && answer.Outcome is PlanOutcome.Found held)
                    return Sensitivity(
                        page, OutlookReader.LookAhead(answer, request with { ListsUnseen = false }), held, moved,
                        isJson);
                answer = OutlookReader.LookAhead(answer, request);
                var files = PlanPictures.Write(answer, wanted, p.GetValue(drawn), faults);
                if (!faults.IsClean) return () => page.Faults(faults.Faults, isJson);
                return () =>
                {
                    Console.Out.Write(isJson ? PlanJson.Answer(answer, p.GetValue(isShort))
                        : PlanText.Answer(answer, p.GetValue(details), page.Width, page.IsPlain)
                            + PlanText.Written(files, page.Width, page.IsPlain));
                    return answer.Outcome is PlanOutcome.Found ? Page.Found : Page.NoPlan;
                };
            }
        });
        return command;
    }

    private static int WhyNot(Page page, PlanAnswer answer, WhyNotAnswer why, bool isJson)
    {
        Console.Out.Write(isJson ? WhyNotJson.Of(answer, why)
            : WhyNotText.Of(answer, why, page.Width, page.IsPlain));
        return answer.Outcome is PlanOutcome.Found ? Page.Found : Page.NoPlan;
    }

    private static Func<int> Sensitivity(
        Page page, PlanAnswer answer, PlanOutcome.Found found, int number, bool isJson)
    {
        var shown = answer.Outlook!.Shown.Count;
        if (number < 1 || number > shown)
            return () => page.Fault(
                "--sensitivity", "query:sensitivity", $"{number} is not a plan of the list: 1 to {shown}", isJson);
        var sensitivity = Planning.Forecasts.Sensitivity.Of(found, answer.Outlook, number);
        return () =>
        {
            if (isJson) Console.Out.Write(SensitivityJson.Of(answer, sensitivity));
            else
            {
                Console.Out.Write(PlanText.One(answer, number, page.Width, page.IsPlain));
                Console.Out.Write(SensitivityText.Of(answer, sensitivity, page.Width, page.IsPlain));
            }
            return Page.Found;
        };
    }

    private static int Explain(Page page, PlanAnswer answer, PlanOutcome.Found found, int number) =>
        OfOne(page, "--explain", "query:explain", answer, found, number, index =>
            PlanText.Figures(found.Explain(index), page.Width, page.IsPlain));

    private static int Papers(Page page, PlanAnswer answer, PlanOutcome.Found found, int number) =>
        OfOne(page, "--papers", "query:papers", answer, found, number, index => PapersText.Trail(
            answer, PaperTrail.Of(answer.Network, answer.Query, found.Plans[index]), page.Width, page.IsPlain));

    /// <summary>One plan of the list leg by leg, and what else is asked about it.</summary>
    private static int OfOne(
        Page page, string option, string code, PlanAnswer answer, PlanOutcome.Found found, int number,
        Func<int, string> more)
    {
        var shown = answer.Shown;
        if (number < 1 || number > shown.Count)
            return page.Fault(option, code, $"{number} is not a plan of the list: 1 to {shown.Count}");
        Console.Out.Write(PlanText.One(answer, number, page.Width, page.IsPlain));
        Console.Out.Write(more(shown[number - 1].Index));
        return Page.Found;
    }
}
