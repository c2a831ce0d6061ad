using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Quantities;
using static Rahdar.Tests.Planning.Forecasts.SpreadDrawing;

namespace Rahdar.Tests.Planning.Forecasts;

/// <summary>Goal: what a figure is worth to know agrees with the integral, and a figure that says nothing is noise.
/// Method: truck 84 + 600 p USD against train 268 USD in the mean, p the haulage; the integral is worked out here over
/// 100,000 equal shares.</summary>
public sealed class InformationValueTests(ITestOutputHelper output)
{
    private static readonly DrawRequest Request = new(Seed: 1, Replicates: 4000, RegimeWeight: 0);

    [Fact]
    public void Haulage_is_worth_what_the_integral_says()
    {
        var worth = Assert.Single(Of(Request).Figures, f => !f.IsNoise);
        Assert.Equal("tariffs/road-PK/usd", worth.Figure.Id);
        var haulage = new Triangle(0.08m, 0.14m, 0.68m);
        const int parts = 100_000;
        var mean = Enumerable.Range(0, parts)
            .Average(i => Math.Min(84 + 600 * (double)haulage.Quantile((i + 0.5) / parts), 268));
        output.WriteLine($"drawn {worth.Cents / 100.0:0.00} USD, integral {264 - mean:0.00} USD");
        Assert.InRange(worth.Cents / 100.0, 0.9 * (264 - mean), 1.1 * (264 - mean));
    }

    [Fact]
    public void Figure_that_says_nothing_about_the_choice_is_noise()
    {
        var information = Of(Request);
        Assert.All(information.Figures, f => Assert.Equal(f.Figure.Id != "tariffs/road-PK/usd", f.IsNoise));
    }

    [Fact]
    public void Nothing_is_worth_more_than_knowing_all()
    {
        var information = Of(Request);
        Assert.InRange(information.Figures[0].Cents, 0, information.AllKnownCents);
        Assert.True(information.SpreadCents >= 0 && information.BiasCents >= 0);
    }

    [Fact]
    public void Same_seed_gives_the_same_worth_and_another_nearly_so()
    {
        Assert.Equal(Of(Request).Figures, Of(Request).Figures);
        var other = Of(Request with { Seed = 2 });
        Assert.NotEqual(Of(Request).AllKnownCents, other.AllKnownCents);
        Assert.InRange(other.Figures[0].Cents / (double)Of(Request).Figures[0].Cents, 0.8, 1.25);
    }

    [Fact]
    public void Too_few_draws_give_no_worth() =>
        Assert.Null(Ask(Request with { Replicates = InformationValue.DrawsMin - 1 }));

    private static InformationValue Of(DrawRequest request) => Ask(request)!;

    private static InformationValue? Ask(DrawRequest request)
    {
        var answer = Answer(TruckOrTrain, files =>
        {
            UncertainHaulage(files);
            files.Set("ours/handling.csv", "HP1", "hours_min", "0.99");
            files.Set("ours/handling.csv", "HP1", "hours_max", "1.01");
        });
        var found = Found(answer);
        return InformationValue.Of(
            found, [0, 1], found.Forecast([0, 1], request), request, ValueOf(answer));
    }
}
