using Rahdar.Network;

namespace Rahdar.Planning.Questions;

/// <summary>The question with its answer, as reports need it.</summary>
/// <param name="Network">The network asked, with its scenario.</param>
/// <param name="Query">The question for all boxes.</param>
/// <param name="Value">What a day is worth for all boxes, and who says so.</param>
/// <param name="Splits">The splits compared, the largest parts first.</param>
/// <param name="LaterDays">Days after the ready day on which a part might start too.</param>
/// <param name="Notes">What was taken for granted while the question was read, one sentence each.</param>
public sealed record ConsolidationAnswer(
    CorridorNetwork Network, PlanQuery Query, ValueOfTime Value, IReadOnlyList<Split> Splits, int LaterDays,
    IReadOnlyList<string> Notes)
{
    /// <summary>The complete split of least generalised cost to the dollar, of equals the one of larger parts; null
    /// without any.</summary>
    /// <remarks>Cents are rounded part by part: nobody divides boxes for them.</remarks>
    public Split? Best => Splits.Where(s => s.IsComplete)
        .MinBy(s => decimal.Round(s.GeneralisedCents!.Value / 100m, MidpointRounding.AwayFromZero));

    /// <summary>The split that sends all boxes together; null when it was not asked for.</summary>
    public Split? Together => Splits.FirstOrDefault(s => s.Parts.Count == 1);

    /// <summary>What parts of some size cannot use, for their size or mass, and parts of another size can.</summary>
    public IReadOnlyList<(Cargo Part, Rejection Rejection)> Unusable
    {
        get
        {
            var sizes = Splits.SelectMany(s => s.Parts).DistinctBy(p => p.Consignment.Query.Cargo).ToList();
            var common = sizes.Select(p => p.Rejected.Select(r => (r.Code, r.Subject)))
                .Aggregate((a, b) => a.Intersect(b)).ToHashSet();
            return
            [
                .. sizes.SelectMany(p => p.Rejected.Where(r => !common.Contains((r.Code, r.Subject)))
                    .Select(r => (p.Consignment.Query.Cargo, r)))
                    .DistinctBy(x => (x.Cargo, x.r.Code, x.r.Subject)),
            ];
        }
    }
}
