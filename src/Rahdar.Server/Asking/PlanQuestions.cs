using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Reports;
using Rahdar.Reports.Pages;
using Rahdar.Server.Http;
using Rahdar.Tower;

namespace Rahdar.Server.Asking;

/// <summary>Questions about ways: the verbs of the command line that plan.</summary>
internal static class PlanQuestions
{
    private static readonly IReadOnlyList<Parameter> Ahead =
    [
        .. QuestionParameters.Draws,
        new("by", "chance of having arrived by the end of a date at the destination, or by an instant"),
        QuestionParameters.ValueOfTime,
    ];

    private static readonly Parameter Number = new(
        "plan", "number of a plan of the list, from 1", ParameterKind.Whole, IsRequired: true);

    internal static IReadOnlyList<Question> All { get; } =
    [
        new("plan", "which way, when, at what cost, how sure",
            [.. QuestionParameters.OneWay, .. Ahead,
                new("short", "true: the plans of the short list alone, and the figures of the front",
                    ParameterKind.Flag)],
            Plan),
        new("why-not", "why no plan goes this way, and what would change it",
            [.. QuestionParameters.OneWay, QuestionParameters.ValueOfTime,
                new("why-not", "rail, road, sea, air, a place, border, service, link or project", IsRequired: true)],
            WhyNot),
        new("sensitivity", "what moves a plan, figure by figure, and what better information would be worth",
            [.. QuestionParameters.OneWay, .. Ahead, Number], Sensitivity),
        new("figures", "every figure behind a plan, with its basis and source",
            [.. QuestionParameters.OneWay, Number], Figures),
        new("plan-picture", "a plan drawn: its steps in time, time and cost along the way, or the way on a map",
            [.. QuestionParameters.OneWay, .. Ahead, Number,
                new("picture", "gantt, time-cost or map", IsRequired: true), .. PictureEndpoint.Looks],
            Draw)
        {
            MediaType = "image/svg+xml",
        },
        new("wait-or-divert", "wait for a shut crossing, until when and where, or go another way",
            [.. QuestionParameters.OneWay, QuestionParameters.ValueOfTime,
                new("crossing", "border row, pair of posts, or name of the crossing that may be shut",
                    IsRequired: true)],
            a => WaitOrDivertVerb.Answer(
                a.Network, a.Plan(), a.Required("crossing"), a.Text("value-of-time"), a.Faults, a.Step) is { } answer
                ? WaitOrDivertJson.Answer(answer) : null),
        new("arrive-by", "how late boxes may be ready to arrive by a date",
            [.. QuestionParameters.OneWay.Without("ready"), .. QuestionParameters.Draws,
                new("by", "date (its end at the destination) or instant by which to arrive", IsRequired: true),
                new("chance", "chance of arriving by then, above 0 and below 1; 0.9 when left out")],
            a => ArriveByVerb.Answer(a.Network, a.Plan(), a.Text("chance") ?? "0.9", a.Ahead(), a.Faults, a.Step)
                is { } answer ? ArriveByJson.Answer(answer) : null),
        new("departures", "fastest and cheapest plan for each ready day of a window",
            [.. QuestionParameters.OneWay, new("until", "last ready day, a date", IsRequired: true)],
            a => DeparturesVerb.Answer(a.Network, a.Plan(), a.Required("until"), a.Faults, a.Step) is { } answer
                ? DeparturesJson.Answer(answer) : null),
        new("table", "days, cost and best value between many origins and destinations",
            [.. QuestionParameters.Pairs, QuestionParameters.ValueOfTime],
            a => TableVerb.Answer(a.Network, a.Plan(), a.Text("value-of-time"), a.Faults, a.Step) is { } answer
                ? TableJson.Answer(answer) : null),
        new("which", "which of several origins, or of several destinations, is best",
            [.. QuestionParameters.Pairs, .. QuestionParameters.Draws, QuestionParameters.ValueOfTime],
            a => WhichVerb.Answer(a.Network, a.Plan(), a.Ahead(), a.Faults, a.Step) is { } answer
                ? WhichJson.Answer(answer) : null),
        new("consolidate", "send all boxes together, or in parts",
            [.. QuestionParameters.OneWay, QuestionParameters.LaterDays, QuestionParameters.ValueOfTime,
                new("parts", "boxes a part, such as 62,31,16; all, half and a quarter when left out")],
            a => ConsolidateVerb.Answer(
                a.Network, a.Plan(), a.Text("parts"), LaterDays(a), a.Text("value-of-time"), a.Faults, a.Step)
                is { } answer ? ConsolidationJson.Answer(answer) : null),
        new("share", "room on departures for many consignments, by priority",
            [QuestionParameters.LaterDays,
                new("consignments", "CSV: id,from,to,ready,cargo,priority[,known]", IsRequired: true)],
            a => ShareVerb.AnswerText(
                a.Network, a.Required("consignments"), LaterDays(a), a.Faults, a.Step) is { } answer
                ? SharedCapacityJson.Answer(answer) : null)
        {
            NeedsBody = true,
        },
        new("what-if", "the same question under several scenarios, and what each changes",
            [.. QuestionParameters.OneWay.Without("scenario"), .. QuestionParameters.Draws,
                QuestionParameters.ValueOfTime, QuestionParameters.Scenarios with { IsRequired = true }],
            a => WhatIfVerb.Answer(
                a.Network, a.Plan() with { Scenario = null }, a.Scenarios("scenario"), a.Ahead(), a.Faults, a.Step)
                is { } answer ? WhatIfJson.Answer(answer) : null),
    ];

    private static int LaterDays(Asked asked) => asked.Whole("later-days", Limits.LaterReadyDaysMax);

    private static string? Plan(Asked asked) =>
        Planned(asked, asked.Ahead()) is { } answer ? PlanJson.Answer(answer, asked.Flag("short")) : null;

    /// <summary>The answer looked ahead at; null with every fault when it cannot be asked.</summary>
    private static PlanAnswer? Planned(Asked asked, AheadRequest ahead)
    {
        OutlookReader.Check(ahead, asked.Faults);
        var request = asked.Plan();
        if (!asked.Faults.IsClean)
        {
            PlanVerb.Ask(asked.Network, request, asked.Faults);
            return null;
        }
        return asked.Corridor.Plans.Find((request, ahead), () =>
        {
            asked.Step("searching");
            if (PlanVerb.Answer(asked.Network, request, asked.Faults, asked.Cancel) is not { } answer) return null;
            asked.Step("looking ahead");
            return OutlookReader.LookAhead(answer, ahead);
        });
    }

    private static string? Draw(Asked asked)
    {
        var look = PictureLook.Read(asked);
        if (Planned(asked, asked.Ahead()) is not { } answer || !asked.Faults.IsClean) return null;
        if (Plan(asked, answer.Shown.Count) is not { } number) return null;
        var picture = PlanPage.Of(look.Speech, answer, number).Pictures
            .FirstOrDefault(p => p.Name == asked.Required("picture"));
        if (picture is not null) return picture.ToFile(look.Width);
        asked.Fault("picture", "query:picture", $"`{asked.Required("picture")}` is not gantt, time-cost or map");
        return null;
    }

    private static string? WhyNot(Asked asked)
    {
        var guesses = new List<string>();
        ValueOfTimeReader.Check(asked.Text("value-of-time"), asked.Faults);
        var way = WhyNotVerb.Read(asked.Network, asked.Required("why-not"), asked.Faults, guesses);
        asked.Step("searching");
        if (PlanVerb.Answer(asked.Network, asked.Plan(), asked.Faults, asked.Cancel) is not { } answer || way is null)
            return null;
        answer = answer with { Notes = [.. guesses, .. answer.Notes] };
        asked.Step($"searching ways by {way.Id}");
        return WhyNotJson.Of(answer, WhyNotVerb.Answer(answer, way, asked.Text("value-of-time")));
    }

    private static string? Sensitivity(Asked asked)
    {
        if (Planned(asked, asked.Ahead() with { ListsUnseen = false }) is not { } answer) return null;
        if (answer.Outcome is not PlanOutcome.Found found) return PlanJson.Answer(answer);
        var number = Plan(asked, answer.Outlook!.Shown.Count);
        return number is { } plan
            ? SensitivityJson.Of(answer, Planning.Forecasts.Sensitivity.Of(found, answer.Outlook, plan))
            : null;
    }

    private static string? Figures(Asked asked)
    {
        asked.Step("searching");
        if (PlanVerb.Answer(asked.Network, asked.Plan(), asked.Faults, asked.Cancel) is not { } answer) return null;
        if (answer.Outcome is not PlanOutcome.Found found) return PlanJson.Answer(answer);
        return Plan(asked, answer.Shown.Count) is { } plan
            ? ClaimsJson.Figures(answer.Network, found.Explain(answer.Shown[plan - 1].Index).Figures)
            : null;
    }

    /// <summary>The number of a plan of the list; null with a fault when there is none such.</summary>
    private static int? Plan(Asked asked, int shown)
    {
        var number = asked.Whole("plan", 0);
        if (number >= 1 && number <= shown) return number;
        asked.Fault("plan", "query:plan", $"{number} is not a plan of the list: 1 to {shown}");
        return null;
    }
}
