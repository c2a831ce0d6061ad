using Rahdar.Network;
using Rahdar.Planning.Questions;
using Rahdar.Planning.Space;

namespace Rahdar.Planning;

/// <summary>Says why there is no plan: the first kind of obstacle that alone, when looked past, lets the boxes
/// through.</summary>
internal static class Diagnosis
{
    // In order of what a user can change most easily.
    private static readonly (string Code, string Words, string Change)[] Obstacles =
    [
        ("closed", "every way is shut or closed to trade", "a reopening, or another knowledge date"),
        ("capacity", "every way that exists is too small for this cargo", "fewer boxes, or several departures"),
        ("axle-load", "a wagon with even one box is heavier than a line allows", "lighter boxes"),
        ("train-length", "a single loaded wagon is longer or heavier than a section takes", "lighter boxes"),
        ("gross-limit", "no truck may carry a box this heavy on the way", "lighter boxes"),
        ("unpriced", "a part of every way has no price on that date", "a price row, or another ready date"),
        ("untimed", "a part of every way has no known time", "a time row"),
        ("gauge", "two gauges meet without a yard", "a gauge change yard, or another mode"),
        ("no-way", "the stops of the services are not joined by the network", "a link"),
        ("not-offered", "no service runs on that date", "another date, or unscheduled trucks"),
    ];

    internal static NoPlan WhyNot(CorridorNetwork network, PlanQuery query)
    {
        var asked = $"{query.Cargo} from {query.From} to {query.To}";
        if (query.Avoid.Count > 0 || query.Only.Count > 0)
        {
            var free = query with { Avoid = new HashSet<string>(), Only = new HashSet<string>() };
            if (Reach(network, free, []).IsConnected)
                return new NoPlan(
                    "no-plan:mode", $"{asked}: what was asked to be avoided or to be used only leaves no way",
                    "fewer limits",
                        [
                        .. query.Avoid.Select(a => $"avoid {a}").Concat(query.Only.Select(o => $"only {o}")),
                        .. Reach(network, query, [.. Obstacles.Select(o => o.Code)]).Barriers.Take(8)
                            .Select(b => $"within these limits, {b.Code} {SubjectName.Of(network, b.Subject)}: "
                                + b.Evidence),
                    ]);
        }
        foreach (var (code, words, change) in Obstacles)
            if (Reach(network, query, [code]) is { IsConnected: true } space)
                return Reason(network, code, $"{asked}: {words}", change, space);
        var all = Reach(network, query, [.. Obstacles.Select(o => o.Code)]);
        if (!all.IsConnected)
            return new NoPlan("no-plan:unreachable", $"{asked}: no way of any kind joins the two", "a link", []);
        var first = Obstacles.First(o => all.Barriers.Any(b => b.Code == o.Code));
        return Reason(
            network, first.Code, $"{asked}: several obstacles stand in every way, {first.Words} among them",
            first.Change, all);
    }

    /// <summary>What would change an obstacle, by its code.</summary>
    internal static string ChangeOf(string code) =>
        Obstacles.Where(o => o.Code == code).Select(o => o.Change).FirstOrDefault("another question");

    /// <summary>How easily a user can change an obstacle: the least first.</summary>
    internal static int RankOf(string code) => Array.FindIndex(Obstacles, o => o.Code == code) is >= 0 and var rank
        ? rank : Obstacles.Length;

    private static PlanSpace Reach(CorridorNetwork network, PlanQuery query, HashSet<string> ignored) =>
        new(new PlanContext(network, query, new FigureReads()), ignored);

    private static NoPlan Reason(
        CorridorNetwork network, string code, string message, string change, PlanSpace space) => new(
        $"no-plan:{code}", message, change,
        [.. space.Barriers.OrderBy(b => b.Code, StringComparer.Ordinal).ThenBy(b => b.Subject, StringComparer.Ordinal)
            .Select(b => $"{b.Code} {SubjectName.Of(network, b.Subject)}: {b.Evidence}").Distinct().Take(12)]);
}
