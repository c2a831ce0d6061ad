using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Tests.Drawing;
using static Rahdar.Tests.Planning.Forecasts.SpreadDrawing;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>Goal: the tornado of a plan is what a clerk would reckon. Method: one truck way whose border hours (16 in
/// the mean), border payment (100) and haulage (1.00) have spreads of round p10 and p90; an hour counts 2
/// USD.</summary>
public sealed class InfluenceTests
{
    [Fact]
    public void Three_figures_swing_as_reckoned_and_in_order()
    {
        var answer = Answer(OneWay, files =>
        {
            Spread(files, "facts/borders.csv", "B-", "clear_", "_h", 5, 1);
            Spread(files, "facts/borders.csv", "B-", "cost_usd_", "", 89, 1);
            Spread(files, "facts/tariffs.csv", "road-PK", "usd_", "", 0.89m, 0.01m);
        });
        var found = Found(answer);
        var tornado = Influence.Of(found, 0, ValueOf(answer));

        // Haulage: 315 km in Pakistan, 2 trucks: 630 USD in the mean, 579.60 at 0.92, 693 at 1.10.
        // Border: 8 h instead of 16 h, or 26 h: 16 USD less, 20 USD more. Payment: 92 or 110 for each of 2 trucks.
        Assert.Equal(
            ["tariffs/road-PK/usd", "borders/B-PKBBB-IRCCC-road/clear_h", "borders/B-PKBBB-IRCCC-road/cost_usd"],
            tornado.Select(i => i.Figure.Id));
        Assert.Equal([new Shift(0, -50_40, -50_40), new Shift(-480, 0, -16_00), new Shift(0, -16_00, -16_00)],
            tornado.Select(i => i.AtLow));
        Assert.Equal([new Shift(0, 63_00, 63_00), new Shift(600, 0, 20_00), new Shift(0, 20_00, 20_00)],
            tornado.Select(i => i.AtHigh));
        Assert.Equal([new Shift(0, 113_40, 113_40), new Shift(1080, 0, 36_00), new Shift(0, 36_00, 36_00)],
            tornado.Select(i => i.Swing));
        Assert.Equal([(0.92m, 1.10m), (8m, 26m), (92m, 110m)], tornado.Select(i => (i.Low, i.High)));
    }

    [Fact]
    public void Figures_without_spread_move_nothing()
    {
        var answer = Answer(OneWay);
        Assert.Empty(Influence.Of(Found(answer), 0, ValueOf(answer)));
    }

    [Fact]
    public void Days_of_a_closure_without_a_known_end_are_one_of_the_figures()
    {
        // Shut from 1 June, 00:00 in Karachi, for 5/8/35 days, 16 in the mean; the truck stands before it.
        // At p10 of 8 days it goes 8 days earlier, at p90 of 26 days 10 days later: 48 USD a day.
        var network = NetworkOf(OneWay);
        var faults = new FaultCollector();
        var scenario = ScenarioReader.Read(
            "shut", "scenario shut\nclose-border B-PKBBB-IRCCC-road from=2025-06-01 days=5/8/35\n", network, faults);
        Assert.Empty(faults.Faults);
        var answer = Answer(
            ScenarioApply.Apply(network, scenario!), DrawnCorridor.QueryOf(DrawingParser.Parse(OneWay)));
        var found = Found(answer);
        var days = Assert.Single(Influence.Of(found, 0, ValueOf(answer)));
        Assert.EndsWith("/days", days.Figure.Id, StringComparison.Ordinal);
        Assert.Equal(new Shift(-8 * 1440, 0, -384_00), days.AtLow);
        Assert.Equal(new Shift(10 * 1440, 0, 480_00), days.AtHigh);
        Assert.Equal(864_00, days.Swing!.Generalised);
    }

    [Fact]
    public void Who_misses_the_last_departure_is_stranded_and_stands_first()
    {
        // With 16 h at the border the boxes stand at the train at 20:00 UTC, an hour before its cut-off; with 26 h it
        // is gone.
        var answer = Answer(
            SpecAnswer.Basics +
            """
            link PKBBB IRCCC road 30km
            link IRCCC IRDDD rail 1435 500km
            border PKBBB IRCCC road 16h 100
            train T1 IRCCC IRDDD rail leaves 2025-06-02T01:30 cutoff 1h capacity 40
            trucks on
            query PKBBB IRDDD ready 2025-06-01T00:00Z
            """,
            files => Spread(files, "facts/borders.csv", "B-", "clear_", "_h", 5, 1));
        var found = Found(answer);
        var late = Assert.Single(Influence.Of(found, 0, ValueOf(answer)));
        Assert.Equal((new Shift(0, 0, 0), null, null), (late.AtLow, late.AtHigh, late.Swing));
    }
}
