using Rahdar.Reports;
using Rahdar.Reports.Pages;
using Rahdar.Tower;

namespace Rahdar.Server.Asking;

/// <summary>Simulations: asked as jobs alone.</summary>
internal static class SimulationQuestions
{
    private static readonly SimulateRequest Standard = new(From: null);

    private static readonly IReadOnlyList<Parameter> Common =
    [
        QuestionParameters.Known with
        {
            Description = "knowledge date; only closures and services known by then are used; the first day when left "
                + "out",
        },
        new("days", "days measured; 30 when left out", ParameterKind.Whole),
        new("warm-up", "days before the first that fill the corridor and are not measured; 60 when left out",
            ParameterKind.Whole),
        new("replications", "runs, each under luck of its own; 20 when left out", ParameterKind.Whole),
        new("seed", "seed of all luck: same seed, same answer; 1 when left out", ParameterKind.Whole),
        new("consignment", "boxes to send along: `16x20ft:20t PKLHE RUASF 2025-06-21`", IsRepeated: true),
    ];

    internal static IReadOnlyList<Question> All { get; } =
    [
        new("simulate", "queues, use and waiting of the whole corridor over some days",
            [new("from", "first day measured, a date (UTC)", IsRequired: true), .. Common,
                QuestionParameters.Scenarios,
                new("line", "railway line whose trains are drawn: a section such as PK-05, or places"),
                new("marginal", "try a little more of the N resources most waited for; each is a whole simulation",
                    ParameterKind.Whole)],
            Simulate)
        {
            IsJobOnly = true,
        },
        new("compare", "scenarios against the corridor as it is, simulated under the same luck",
            [new("from", "first day measured, a date (UTC); the latest day that a scenario names when left out"),
                .. Common, QuestionParameters.Scenarios with { IsRequired = true }],
            Compare)
        {
            IsJobOnly = true,
        },
        new("indicators",
            "border times and costs, speeds and costs of ways (CPMM TFI1 to TFI4), of a simulated run or of movements",
            [new("movements", "movements as CSV; without them a run is simulated and measured"),
                new("from", "first day measured, a date (UTC)"), .. Common.Without("replications", "consignment"),
                QuestionParameters.Scenarios,
                new("by",
                    "up to three of post, country, direction, mode, week, corridor; post,direction when left out"),
                new("corridor", "only what is counted to this corridor of the monitoring, such as C5")],
            Measure)
        {
            IsJobOnly = true,
        },
        new("findings", "what projects and better borders change, and which published claims are within reach", [],
            a => FindingsVerb.Answer(a.Network, a.Faults, a.Step, a.Cancel) is { } answer
                ? FindingsJson.Answer(answer) : null)
        {
            IsJobOnly = true,
        },
        new("replay", "closures whose backlog was reported, simulated again and compared",
            [new("replications", "runs of each closure; 40 when left out", ParameterKind.Whole),
                new("seed", "seed of all luck: same seed, same answer; 1 when left out", ParameterKind.Whole)],
            a => ReplayVerb.Answer(
                a.Network, a.Whole("replications", ReplayVerb.Replications), a.Long("seed", 1), a.Faults, a.Step,
                a.Cancel) is { } replays ? ReplayJson.Answer(replays) : null)
        {
            IsJobOnly = true,
        },
    ];

    private static string? Measure(Asked asked)
    {
        var (by, corridor) = (asked.Text("by") ?? "post,direction", asked.Text("corridor"));
        if (asked.Text("movements") is null && asked.Text("from") is null)
            asked.Fault("from", "request:missing", "is missing: the first day of the run, or give movements");
        var answer = asked.Text("movements") is { } text
            ? IndicatorsVerb.OfText(asked.Network, text, by, corridor, asked.Faults, asked.Cancel)
            : IndicatorsVerb.OfSimulation(
                asked.Network, Read(asked), by, corridor, asked.Faults, asked.Step, asked.Cancel);
        if (answer is null) return null;
        asked.Csv = IndicatorCsv.Of(answer);
        return IndicatorJson.Answer(answer);
    }

    private static string? Simulate(Asked asked)
    {
        var request = Read(asked) with { Marginal = asked.Whole("marginal", 0), Line = asked.Text("line") };
        if (SimulateVerb.AnswerWithPage(asked.Network, request, asked.Faults, asked.Step, asked.Cancel)
            is not var (answer, page)) return null;
        asked.Page = page;
        return SimulationJson.Answer(answer);
    }

    private static string? Compare(Asked asked)
    {
        if (CompareVerb.Answer(asked.Network, Read(asked), asked.Faults, asked.Step, asked.Cancel) is not { } answer)
            return null;
        asked.Page = speech => ComparisonPage.Of(speech, answer);
        return ComparisonJson.Answer(answer);
    }

    private static SimulateRequest Read(Asked asked) => new(asked.Text("from"))
    {
        Days = asked.Whole("days", Standard.Days),
        Known = asked.Text("known"),
        WarmUpDays = asked.Whole("warm-up", Standard.WarmUpDays),
        Replications = asked.Whole("replications", Standard.Replications),
        Seed = asked.Long("seed", Standard.Seed),
        Consignments = asked.Texts("consignment"),
        Scenarios = asked.Scenarios("scenario"),
    };
}
