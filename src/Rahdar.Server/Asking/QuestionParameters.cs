using Rahdar.Tower;

namespace Rahdar.Server.Asking;

/// <summary>Parameters that several questions have in common, and how they become requests.</summary>
internal static class QuestionParameters
{
    internal static readonly Parameter From = new(
        "from", "origin terminal: UN/LOCODE or name in any script held", IsRequired: true);

    internal static readonly Parameter To = new("to", "destination terminal", IsRequired: true);

    internal static readonly Parameter Origins = new("from", "origins, separated by commas", IsRequired: true);

    internal static readonly Parameter Destinations = new("to", "destinations, separated by commas", IsRequired: true);

    internal static readonly Parameter Ready = new(
        "ready", "date (00:00 at the origin), local time or instant", IsRequired: true);

    internal static readonly Parameter Cargo = new(
        "cargo", "boxes x size : gross tonnes a box, for example 16x20ft:20t", IsRequired: true);

    internal static readonly Parameter Known = new(
        "known", "knowledge date; only what was known by then is used; the ready date when left out");

    internal static readonly Parameter KnownToday = new("known", "knowledge date; today when left out");

    internal static readonly Parameter Scenario = new(
        "scenario", "name of a shipped scenario, or the text of one: several lines");

    internal static readonly Parameter Scenarios = Scenario with { IsRepeated = true };

    internal static readonly Parameter ValueOfTime = new(
        "value-of-time", "what a day is worth, USD for all boxes; the data's estimate when left out");

    internal static readonly Parameter LaterDays = new(
        "later-days", "days after the ready day on which boxes may start too; 14 when left out", ParameterKind.Whole);

    internal static readonly IReadOnlyList<Parameter> Draws =
    [
        new("draws", "draws a plan for p10, p50 and p90; 0 for planning values only; 1000 when left out",
            ParameterKind.Whole),
        new("seed", "seed of the draws: same seed, same answer; 1 when left out", ParameterKind.Whole),
    ];

    private static readonly IReadOnlyList<Parameter> Limits =
    [
        new("box", "whose boxes: shipper (own), carrier (detention and empty return) or one-way (leased)"),
        new("via", "places, borders or services that every plan uses, in this order", IsRepeated: true),
        new("avoid", "modes, countries, places, borders, links, services, trucks, block-trains", IsRepeated: true),
        new("only", "rail, road, sea, air, or services (nothing unscheduled)", IsRepeated: true),
    ];

    /// <summary>What every question about one way is asked with.</summary>
    internal static IReadOnlyList<Parameter> OneWay { get; } = [From, To, Ready, Cargo, Known, Scenario, .. Limits];

    /// <summary>What every question about several pairs of places is asked with.</summary>
    internal static IReadOnlyList<Parameter> Pairs { get; } =
        [Origins, Destinations, Ready, Cargo, Known, Scenario, .. Limits];

    internal static IReadOnlyList<Parameter> Without(this IReadOnlyList<Parameter> list, params string[] names) =>
        [.. list.Where(p => !names.Contains(p.Name))];

    /// <summary>The question as typed.</summary>
    internal static PlanRequest Plan(this Asked asked) => new(
        asked.Required("from"), asked.Required("to"), asked.Required("ready"), asked.Required("cargo"))
    {
        Known = asked.Text("known"),
        Scenario = asked.Scenario("scenario"),
        Avoid = asked.Texts("avoid"),
        Only = asked.Texts("only"),
        Box = asked.Text("box"),
        Via = asked.Texts("via"),
    };

    /// <summary>How far is looked ahead.</summary>
    internal static AheadRequest Ahead(this Asked asked)
    {
        var standard = new AheadRequest();
        return new AheadRequest(asked.Whole("draws", standard.Draws), asked.Long("seed", standard.Seed))
        {
            By = asked.Text("by"),
            ValueOfTime = asked.Text("value-of-time"),
        };
    }
}
