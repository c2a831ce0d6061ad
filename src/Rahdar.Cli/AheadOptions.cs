using System.CommandLine;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>Options of looking ahead: how often to draw, by when, and what a day is worth.</summary>
/// <param name="asksBy">False when the question has a deadline of its own, or none.</param>
/// <param name="asksValue">False when the question does not weigh cost against time.</param>
internal sealed class AheadOptions(bool asksBy = true, bool asksValue = true)
{
    private readonly Option<int> _draws = new("--draws")
    {
        Description = "draws a plan for p10, p50 and p90; 0 for planning values only",
        DefaultValueFactory = _ => new AheadRequest().Draws,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "seed of the draws: same seed, same answer",
        DefaultValueFactory = _ => new AheadRequest().Seed,
    };

    private readonly Option<string?> _by = new("--by")
    {
        Description = "chance of having arrived by the end of a date at the destination, or by an instant",
    };

    private readonly Option<string?> _value = ValueOfTimeOption.New();

    internal void AddTo(Command command)
    {
        command.Options.Add(_draws);
        command.Options.Add(_seed);
        if (asksBy) command.Options.Add(_by);
        if (asksValue) command.Options.Add(_value);
    }

    internal AheadRequest Read(ParseResult parsed) => new(parsed.GetValue(_draws), parsed.GetValue(_seed))
    {
        By = asksBy ? parsed.GetValue(_by) : null,
        ValueOfTime = asksValue ? parsed.GetValue(_value) : null,
    };
}
