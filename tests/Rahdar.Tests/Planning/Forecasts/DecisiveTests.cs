using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;
using static Rahdar.Tests.Planning.Forecasts.SpreadDrawing;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>Goal: a figure is named when, and only when, an end of its spread changes which plan comes first. Method:
/// a truck for 240 USD in 12 h against a train for 160 USD in 54 h; an hour counts 2 USD.</summary>
public sealed class DecisiveTests
{
    [Fact]
    public void Haulage_decides_which_is_cheapest_and_which_is_best()
    {
        var answer = Answer(TruckOrTrain, UncertainHaulage);
        var decisive = Assert.Single(Decisive.Of(Found(answer), [0, 1], ValueOf(answer)));
        Assert.Equal(("tariffs/road-PK/usd", Basis.Assumed), (decisive.Figure.Id, decisive.Figure.Provenance.Basis));
        Assert.True(decisive.IsEstimate);

        // At 0.50 the truck comes to 360 + 24 = 384 against 268; at 0.14 it costs 144 against 160.
        Assert.Equal(
            [
                new Overturn(Criterion.BestValue, 0.9, 0.50m, 0, 1, 116_00),
                new Overturn(Criterion.Cheapest, 0.1, 0.14m, 1, 0, 16_00),
            ],
            decisive.Overturns);
    }

    [Fact]
    public void Figure_that_changes_no_winner_is_not_named()
    {
        // The train at 0.10 +- a little stays cheapest, the truck fastest and best.
        var answer = Answer(
            TruckOrTrain,
            files =>
            {
                foreach (var column in new[] { "usd_min", "usd_mode", "usd_max" })
                    files.Set("facts/tariffs.csv", "road-PK", column, "0.28");
                Spread(files, "facts/tariffs.csv", "rail-PK", "usd_", "", 0.089m, 0.001m);
            });
        Assert.Empty(Decisive.Of(Found(answer), [0, 1], ValueOf(answer)));
    }

    [Fact]
    public void One_plan_has_nothing_to_decide()
    {
        var answer = Answer(TruckOrTrain, UncertainHaulage);
        Assert.Empty(Decisive.Of(Found(answer), [1], ValueOf(answer)));
    }
}
