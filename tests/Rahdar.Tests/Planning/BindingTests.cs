using Rahdar.Planning;
using Rahdar.Tests.Planning.Forecasts;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: the binding element is the one a clerk would point at. Method: drawings with one thing that holds
/// the boxes up longest.</summary>
public sealed class BindingTests
{
    [Theory]
    [InlineData("border PKBBB IRCCC road 16h 100", ElementKind.Border, 960)]
    [InlineData("border PKBBB IRCCC road 30m 100 open mon-sun 08:00-09:00", ElementKind.Border, 990)]
    public void Border_binds_with_its_wait(string border, ElementKind kind, int minutes)
    {
        // The truck is at the post at 11:00 UTC, 16:00 in Karachi: 16 h until it opens at 08:00.
        var drawing = SpreadDrawing.OneWay.Replace(
            "border PKBBB IRCCC road 16h 100", border.Replace("30m", "0.5h", StringComparison.Ordinal),
            StringComparison.Ordinal);
        var binding = Binding.Of(SpreadDrawing.Found(SpreadDrawing.Answer(drawing)).Plans[0]);
        Assert.Equal((kind, minutes, false), (binding.Element.Kind, binding.Minutes, binding.IsRide));
    }

    [Fact]
    public void Wait_for_a_train_binds_and_not_its_ride()
    {
        var plans = SpreadDrawing.Found(SpreadDrawing.Answer(SpreadDrawing.TruckOrTrain)).Plans;
        var train = Binding.Of(plans.First(p => p.Elements.Any(e => e.ServiceId == "T1")));
        Assert.Equal((ElementKind.Rail, 42 * 60, false), (train.Element.Kind, train.Minutes, train.IsRide));
    }
}
