using System.CommandLine;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>Options that every question about a way has in common.</summary>
/// <param name="from">What stands for the origin; empty when the question names origins itself.</param>
/// <param name="to">What stands for the destination; empty when the question names destinations itself.</param>
/// <param name="asksReady">False when the question is about the ready day.</param>
/// <param name="asksScenario">False when the question names scenarios itself.</param>
internal sealed class QuestionOptions(
    string from = QuestionOptions.Origin, string to = QuestionOptions.Destination, bool asksReady = true,
    bool asksScenario = true)
{
    internal const string Origin = "origin terminal: UN/LOCODE or name in any script held";
    internal const string Destination = "destination terminal";

    private readonly Option<string> _from = new("--from") { Description = from, Required = from.Length > 0 };
    private readonly Option<string> _to = new("--to") { Description = to, Required = to.Length > 0 };
    private readonly Option<string> _ready = new("--ready")
    {
        Description = "date (00:00 at the origin), local time or instant",
        Required = asksReady,
    };

    private readonly Option<string> _cargo = new("--cargo")
    {
        Description = "boxes x size : gross tonnes a box, for example 16x20ft:20t",
        Required = true,
    };

    private readonly Option<string?> _known = new("--known")
    {
        Description = "knowledge date; only what was known by then is used",
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        Description = "scenario file, or name of a shipped one",
    };

    private readonly Option<string[]> _avoid = new("--avoid")
    {
        Description = "modes, countries, places, borders, links, services, trucks, block-trains",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = "rail, road, sea, air, or services (nothing unscheduled)",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _box = new("--box")
    {
        Description = "whose boxes: shipper (own), carrier (detention and empty return) or one-way (leased)",
    };

    private readonly Option<string[]> _via = new("--via")
    {
        Description = "places, borders or services that every plan uses, in this order",
        AllowMultipleArgumentsPerToken = true,
    };

    internal Option<string?> Data { get; } = new("--data") { Description = "folder of another corridor" };

    internal Option<bool> Json { get; } = new("--json") { Description = "the answer as JSON" };

    /// <summary>Adds the options to a command, those of origin and destination only where the question has one of
    /// each.</summary>
    internal void AddTo(Command command)
    {
        if (_from.Required) command.Options.Add(_from);
        if (_to.Required) command.Options.Add(_to);
        if (_ready.Required) command.Options.Add(_ready);
        foreach (var option in new Option[]
            { _cargo, _box, _known, _scenario, _via, _avoid, _only, Json, Data })
            if (asksScenario || option != _scenario) command.Options.Add(option);
    }

    /// <summary>The question as typed.</summary>
    internal PlanRequest Read(ParseResult parsed) => new(
        _from.Required ? parsed.GetValue(_from)! : "", _to.Required ? parsed.GetValue(_to)! : "",
        _ready.Required ? parsed.GetValue(_ready)! : "", parsed.GetValue(_cargo)!)
    {
        Known = parsed.GetValue(_known),
        Scenario = parsed.GetValue(_scenario),
        Avoid = parsed.GetValue(_avoid) ?? [],
        Only = parsed.GetValue(_only) ?? [],
        Box = parsed.GetValue(_box),
        Via = parsed.GetValue(_via) ?? [],
    };
}
