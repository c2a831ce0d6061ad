using Rahdar.Planning;
using Rahdar.Planning.Questions;
using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Questions;

/// <summary>
/// Goal: parts and the whole are compared as a clerk would. Method: three boxes and a train of 900 km with room for
/// two. A box costs 120 USD and 1 USD an hour; the train of 3 June brings it 68 h after it is ready (188 USD in all),
/// that of 5 June 116 h after (236 USD).
/// </summary>
public sealed class ConsolidationTests
{
    private const string Small = SpecAnswer.Basics +
        """
        link PKAAA PKBBB rail 1676 900km
        train T1 PKAAA PKBBB rail leaves 2025-06-03T06:00 2025-06-05T06:00 2025-06-07T06:00 cutoff 6h capacity 2
        query PKAAA PKBBB ready 2025-06-01T00:00Z

        """;

    [Theory]
    [InlineData(62, 31, new[] { 31, 31 })]
    [InlineData(62, 16, new[] { 16, 16, 16, 14 })]
    [InlineData(62, 62, new[] { 62 })]
    [InlineData(1, 1, new[] { 1 })]
    public void Last_part_takes_the_rest(int boxes, int part, int[] sizes) =>
        Assert.Equal(sizes, Split.Sizes(boxes, part));

    [Fact]
    public void Parts_that_do_not_fit_on_one_train_take_two()
    {
        var answer = Answer(Small, 3, 3, 2, 1);
        Assert.Equal([3, 2, 1], answer.Splits.Select(s => s.PartBoxes));
        Assert.Equal([null, 612_00L, 612_00L], answer.Splits.Select(s => s.GeneralisedCents));
        Assert.Equal(360_00L, answer.Splits[1].Cents);
        Assert.Equal(48, (answer.Splits[1].LastArrival - answer.Splits[1].FirstArrival)!.Value.TotalHours);
        Assert.Equal(["part 1", "part 2"], answer.Splits[2].Parts[2].Full.Single().Holders);
        Assert.Equal(2, answer.Best!.PartBoxes);
    }

    [Fact]
    public void Train_too_small_for_all_boxes_is_told_with_its_evidence()
    {
        var answer = Answer(Small, 3, 3, 2);
        Assert.Equal("no-plan:capacity", answer.Together!.Parts.Single().Reason!.Code);
        var (part, why) = Assert.Single(answer.Unusable);
        Assert.Equal((3, "capacity", "T1"), (part.Boxes, why.Code, why.Subject));
        Assert.Contains("3 TEU asked", why.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_that_fit_together_gain_nothing_by_parts()
    {
        var answer = Answer(Small, 2, 2, 1);
        Assert.Equal(answer.Together, answer.Best);
        Assert.Equal(answer.Splits[0].GeneralisedCents, answer.Splits[1].GeneralisedCents);
    }

    [Fact]
    public void Cents_of_rounding_divide_no_boxes()
    {
        var answer = Answer(Small, 2, 2, 1);
        var (together, parts) = (answer.Splits[0], answer.Splits[1]);
        var cheaper = parts with
        {
            Parts = [.. parts.Parts.Select(p =>
                p with { Taken = p.Taken! with { GeneralisedCents = p.Taken.GeneralisedCents - 10 } })],
        };
        Assert.True(cheaper.GeneralisedCents < together.GeneralisedCents);
        Assert.Equal(together, (answer with { Splits = [together, cheaper] }).Best);
    }

    private static ConsolidationAnswer Answer(string text, int boxes, params int[] parts)
    {
        var drawing = DrawingParser.Parse(text);
        var network = DrawnCorridor.NetworkOf(drawing);
        var query = DrawnCorridor.QueryOf(drawing);
        query = query with { Cargo = query.Cargo with { Boxes = boxes } };
        var value = ValueOfTime.OfData(network, query.Cargo);
        return new ConsolidationAnswer(
            network, query, value, Consolidation.Compare(network, query, parts, value, 5), 5, []);
    }
}
