using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;
using Rahdar.Reports;
using Rahdar.Tests.Planning.Questions;

namespace Rahdar.Tests.Reports;

/// <summary>Goal: a clerk reads the legs of a plan without guessing clocks, codes or places. Method: the drawings of
/// <see cref="TwoOffers"/> between Karachi's clock (+5) and Tehran's (+3:30).</summary>
public sealed class PlanTextTests
{
    [Fact]
    public void Each_line_of_a_leg_table_tells_its_clock_and_both_where_they_differ()
    {
        var lines = Text(TwoOffers.Road, "trucks on\n").Split('\n');
        string[] clocks = [.. lines.SkipWhile(l => !l.Contains("begins", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => l.Length > 27).Select(l => l[26..Math.Min(l.Length, 32)].Trim())];
        // Handling and road in Pakistan, the border by the clock of its first post, the road over it by both.
        Assert.Equal(["+5", "+5", "+5", "+5", "+3:30", "+3:30", "+3:30"], clocks.Where(c => c.StartsWith('+')));
        Assert.Contains("begins      ends        UTC", string.Join('\n', lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Service_is_named_with_its_id()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Rail, TwoOffers.DatedTrain);
        network = network with { Services = [.. network.Services.Select(s => s with { Name = "Friendship train" })] };
        Assert.Contains("Friendship train (T1) via B-PKBBB-IRCCC-rail", Flat(Text(network, query)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Truck_after_a_train_is_part_of_the_way()
    {
        var (network, query) = TwoOffers.Of(
            "link PKAAA PKBBB rail 1676 300km\ntrain T1 PKAAA PKBBB rail weekly 2 capacity 40\n",
            "link PKBBB IRCCC road 30km\nlink IRCCC IRDDD road 300km\nborder PKBBB IRCCC road 6h 100\ntrucks on\n");
        Assert.Contains("T1; truck via B-PKBBB-IRCCC-road", Flat(Text(network, query)), StringComparison.Ordinal);
    }

    [Fact]
    public void Place_that_was_guessed_stands_in_the_first_line()
    {
        var (network, query) = TwoOffers.Of(TwoOffers.Road, "trucks on\n");
        var place = network.GetPlace(query.From);
        IReadOnlyList<string> notes = ["what was known is used", PlaceGuess.Note("pkaa", place)];
        var answer = new PlanAnswer(network, query, Planner.Plan(network, query), notes);
        var text = PlanText.Answer(answer, 0);
        Assert.StartsWith("`pkaa` is taken as PKAAA (PKAAA).\n", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), l => l.Contains("is taken as", StringComparison.Ordinal));
        Assert.Contains("Note: what was known is used.", text, StringComparison.Ordinal);
        var value = ValueOfTime.OfData(network, query.Cargo);
        var ranking = Which.Ask(network, [query], value, new DrawRequest(1, 20));
        Assert.StartsWith("`pkaa` is taken as", WhichText.Answer(
            new WhichAnswer(network, query, true, ranking, value, new DrawRequest(1, 20), notes)),
            StringComparison.Ordinal);
    }

    private static string Text(params string[] parts)
    {
        var (network, query) = TwoOffers.Of(parts);
        return Text(network, query);
    }

    private static string Text(Rahdar.Network.CorridorNetwork network, PlanQuery query) =>
        PlanText.Answer(new PlanAnswer(network, query, Planner.Plan(network, query), []), 1);

    private static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
