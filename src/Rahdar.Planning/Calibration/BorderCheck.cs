using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Calibration;

/// <summary>A border row in one direction against the published time of its two posts.</summary>
/// <param name="Row">The row.</param>
/// <param name="From">Post the goods come from.</param>
/// <param name="To">Post they go to.</param>
/// <param name="PublishedHours">Sum of the posts published; of one only when the other is not.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Comparison">Figures on both sides.</param>
public sealed record BorderCheck(
    BorderRow Row, PlaceId From, PlaceId To, decimal PublishedHours, Standing Standing, Comparison Comparison)
{
    /// <summary>Planning value of the row, h.</summary>
    public decimal Hours => Row.Clearance!.Value.Mean;

    internal static IReadOnlyList<BorderCheck> ListAll(
        CorridorNetwork network, ReportedValues reports, Lineage lineage) =>
    [
        .. from row in network.Borders
           where !row.IsDefault && row.Clearance is not null
           from way in new[] { (From: row.PlaceA, To: row.PlaceB), (From: row.PlaceB, To: row.PlaceA) }
           where row.Covers(way.From, way.To)
           orderby row.Id
           select Check(network, reports, lineage, row, way.From, way.To),
    ];

    private static BorderCheck Check(
        CorridorNetwork network, ReportedValues reports, Lineage lineage, BorderRow row, PlaceId from, PlaceId to)
    {
        PlaceId[] posts = [from, to];
        var sides = new[] { (Place: from, IndicatorDirection.Outbound), (Place: to, IndicatorDirection.Inbound) }
            .Select(s => reports.FindSide(posts, network.GetPlace(s.Place).Country, row.Mode, s.Item2))
            .OfType<PublishedIndicator>().ToList();
        var comparison = lineage.Compare(
            $"{row.Id} {from}-{to}", [row.Clearance!], [.. sides.Select(s => s.Value)]);
        var standing = comparison.IsCircular ? Standing.Circular
            : sides.Count == posts.Length ? Standing.Judged
            : Standing.OnePost;
        return new BorderCheck(row, from, to, sides.Sum(s => s.Value.Value.Mean), standing, comparison);
    }
}
