using NodaTime;
using Rahdar.Reports;
using Rahdar.Reports.Words;
using Rahdar.Tower;
using Rahdar.Tower.Demo;
using Rahdar.Tower.Rail;

namespace Rahdar.Server.Asking;

/// <summary>Questions about the corridor itself: what is there, who says so, what became known.</summary>
internal static class CorridorQuestions
{
    private const int NewsDaysMax = 3_660;

    internal static IReadOnlyList<Question> All { get; } =
    [
        new("map", "the corridor as GeoJSON: places, links, crossings with their state",
            [QuestionParameters.KnownToday], a => NetworkMapJson.Of(a.Network, a.Day("known")))
        {
            MediaType = "application/geo+json",
            IsQuick = true,
        },
        .. CorridorTable.Names.Select(TableOf),
        new("find", "places, borders, services and ports by name in any script held, or by id",
            [new("text", "what is sought", IsRequired: true)],
            a => NetworkVerbs.FindJson(a.Corridor.Finder, a.Required("text")))
        {
            IsQuick = true,
        },
        new("claims", "every claim about a subject, the chosen one, and why",
            [new("subject", "id of a place, border, crossing, link, service, project, closure ... or a name",
                IsRequired: true), QuestionParameters.KnownToday],
            Claims)
        {
            IsQuick = true,
        },
        new("figure", "one figure: its values, what it rests on, and its sources",
            [new("id", "id of the figure, as plans name it", IsRequired: true)], Figure)
        {
            Schema = "figures",
            IsQuick = true,
        },
        new("news", "what became known after one day and up to another",
            [new("after", "the day before the first", IsRequired: true), QuestionParameters.KnownToday], News)
        {
            IsQuick = true,
        },
        new("names", "how places, borders, yards and relations are called in one language",
            [new("lang", "en, ru, ur or fa; en when left out")], Names)
        {
            IsQuick = true,
        },
        new("calibrate", "the planner's figures against what was published", [],
            a => CalibrateVerb.Answer(a.Network, isJson: true)),
        new("line", "running time and trains a day of a line's sections, today and after its project",
            [new("line", "the line, such as ML1, or a project that changes one", IsRequired: true)],
            a => LineStudyVerb.Answer(a.Network, a.Required("line"), a.Faults) is { } study
                ? LineStudyReport.Json(study) : null)
        {
            IsQuick = true,
        },
        new("scenarios", "the shipped scenarios with their text and what they assume", [],
            a => ScenariosJson.List(
                [.. CorridorStore.ListScenarios().Select(name => ScenarioVerb.Read(a.Network, name))]))
        {
            IsQuick = true,
        },
        new("scenario-check", "whether a scenario can be read: what it assumes, or every fault with its line",
            [QuestionParameters.Scenario with { IsRequired = true }],
            a => ScenariosJson.Check(ScenarioVerb.Check(a.Network, a.Required("scenario"))))
        {
            IsQuick = true,
            NeedsBody = true,
        },
        new("story", "the steps of the demo: one question, asked again as knowledge grew", [],
            _ => StoryJson.Of(DemoVerb.Steps.Select(s => new StoryStep(
                s.Number, s.Title, s.Known, s.NewsAfter, s.Scenario, s.ComparesWaiting))))
        {
            IsQuick = true,
        },
    ];

    private static Question TableOf(string name) => new(
        name, $"{name.Replace('-', ' ')} of the corridor as known on a day, by pages",
        [QuestionParameters.KnownToday,
            new("limit", $"rows of the page, 1 to {ServeLimits.RowsMax}", ParameterKind.Whole),
            new("cursor", "where the page before ended (`next`)")],
        a => Table(a, name))
    {
        IsQuick = true,
    };

    private static string? Table(Asked asked, string name)
    {
        var known = asked.Day("known");
        var limit = asked.Whole("limit", ServeLimits.Rows);
        if (limit is < 1 or > ServeLimits.RowsMax)
            asked.Fault("limit", "request:limit", $"{limit}: 1 to {ServeLimits.RowsMax} rows can be asked");
        if (!asked.Faults.IsClean) return null;
        if (CorridorTable.Page(asked.Network, known, name, asked.Text("cursor") ?? "", limit) is { } page) return page;
        asked.Fault("cursor", "request:cursor", $"`{asked.Text("cursor")}` is no row of this table");
        return null;
    }

    private static string? Claims(Asked asked)
    {
        var (text, known) = (asked.Required("subject"), asked.Day("known"));
        if (!asked.Faults.IsClean) return null;
        return NetworkVerbs.ShowJson(
            asked.Network, asked.Corridor.Claims, asked.Corridor.Finder, text, known, "--subject", asked.Faults);
    }

    private static string? Figure(Asked asked)
    {
        if (asked.Network.AllFigures.GetValueOrDefault(asked.Required("id")) is { } figure)
            return ClaimsJson.Figures(asked.Network, [figure]);
        asked.Fault("id", "query:unknown-figure", $"`{asked.Required("id")}` is no figure of the corridor");
        return null;
    }

    private static string? Names(Asked asked)
    {
        var tag = asked.Text("lang") ?? "en";
        if (LanguageTags.Find(tag) is { } language) return NamesJson.Of(asked.Network, language);
        asked.Fault("lang", "query:language", $"`{tag}` is not one of {string.Join(", ", LanguageTags.All)}");
        return null;
    }

    private static string? News(Asked asked)
    {
        var (after, known) = (asked.Day("after"), asked.Day("known"));
        if (asked.Faults.IsClean && Period.DaysBetween(after, known) is < 0 or > NewsDaysMax)
            asked.Fault(
                "after", "query:window", $"from {after:uuuu-MM-dd} to {known:uuuu-MM-dd}: 0 to {NewsDaysMax} days");
        return asked.Faults.IsClean
            ? ClaimsJson.News(Network.Claims.News.Between(asked.Network, after, known))
            : null;
    }
}
