using System.CommandLine;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>Options that `simulate` and `compare` have in common.</summary>
/// <param name="needsFrom">False when scenarios may say what the first day is.</param>
internal sealed class SimulationOptions(bool needsFrom = true)
{
    private static readonly SimulateRequest Default = new(From: null);

    private readonly Option<string?> _from = new("--from")
    {
        Description = "first day measured, a date (UTC)"
            + (needsFrom ? "" : "; the latest day that a scenario names when left out"),
        Required = needsFrom,
    };

    private readonly Option<int> _days = Whole("--days", "days measured", Default.Days);

    private readonly Option<string?> _known = new("--known")
    {
        Description = "knowledge date; only closures and services known by then are used; the first day when left out",
    };

    private readonly Option<int> _warmUp = Whole(
        "--warm-up", "days before the first that fill the corridor and are not measured", Default.WarmUpDays);

    private readonly Option<int> _replications = Whole(
        "--replications", "runs, each under luck of its own", Default.Replications);

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "seed of all luck: same seed, same answer",
        DefaultValueFactory = _ => Default.Seed,
    };

    private readonly Option<string[]> _consignments = new("--consignment")
    {
        Description = "boxes to send along on their plan of best value: \"16x20ft:20t PKLHE RUASF 2025-06-21\"; may be "
            + "given several times",
    };

    private readonly Option<int> _top = Whole("--top", "rows a table at most", Default.Top);

    internal Option<string?> Data { get; } = new("--data") { Description = "folder of another corridor" };

    internal Option<bool> Json { get; } = new("--json") { Description = "the answer as JSON" };

    internal void AddTo(Command command)
    {
        foreach (var option in new Option[]
            { _from, _days, _known, _warmUp, _replications, _seed, _consignments, _top, Json, Data })
            command.Options.Add(option);
    }

    internal int Top(ParseResult parsed) => parsed.GetValue(_top);

    internal SimulateRequest Read(ParseResult parsed) => new(parsed.GetValue(_from))
    {
        Days = parsed.GetValue(_days),
        Known = parsed.GetValue(_known),
        WarmUpDays = parsed.GetValue(_warmUp),
        Replications = parsed.GetValue(_replications),
        Seed = parsed.GetValue(_seed),
        Consignments = parsed.GetValue(_consignments) ?? [],
        Top = Top(parsed),
    };

    internal static Option<int> Whole(string name, string description, int value) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
    };
}
