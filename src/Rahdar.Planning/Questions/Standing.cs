using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Planning.Space;
using Rahdar.Quantities;

namespace Rahdar.Planning.Questions;

/// <summary>What boxes cost while they stand somewhere and wait.</summary>
/// <param name="Tariff">By started days; free when nothing is charged or nothing is known.</param>
/// <param name="Words">What is charged, with the figure and its source, or that no price is known.</param>
/// <param name="IsKnown">False when the data hold no price: none is counted, and the answer says so.</param>
internal sealed record Standing(StorageTariff Tariff, string Words, bool IsKnown)
{
    /// <summary>On the ground of a yard or port.</summary>
    internal static Standing OnGround(PlanContext c, State state)
    {
        var tariff = new MovementBuilder(c).Storage(state);
        return tariff.IsFree ? Unknown(c, state.Place)
            : new Standing(tariff, $"{tariff.What}: {Priced(c, tariff.FigureId)}", true);
    }

    /// <summary>On the trucks or wagons that brought them, before a border.</summary>
    /// <param name="c">The question.</param>
    /// <param name="place">Post before the border.</param>
    /// <param name="border">The border.</param>
    /// <param name="boxesPerTruck">Boxes on each truck; 0 when the carrier does not say.</param>
    internal static Standing OnWheels(PlanContext c, PlaceId place, BorderRow border, int boxesPerTruck)
    {
        var (rate, units, word) = UnitsAt(c, place, border, boxesPerTruck);
        if (rate is null) return Unknown(c, place);
        var what = $"{units} {word} standing at {c.Network.GetPlace(place).Name}";
        return new Standing(
            new StorageTariff(0, [(1, c.Reads.Peek(rate) * units)], null, what, rate.Id),
            $"{what}: {Priced(c, rate.Id)}", true);
    }

    /// <summary>How many wagons or trucks stand before a border, and the price of one a day; null where none is
    /// known.</summary>
    internal static (Figure? Rate, int Units, string Word) UnitsAt(
        PlanContext c, PlaceId place, BorderRow border, int boxesPerTruck)
    {
        var isRail = border.Mode == Mode.Rail;
        var units = isRail ? Wagons(c, border)
            : Loading.Trucks(c, Math.Max(1, boxesPerTruck > 0 ? boxesPerTruck
                : Loading.BoxesPerTruck(c, c.CountryOf(place))));
        return (c.Network.Figures.FindRole(isRail ? "standing:rail" : "standing:road"), units,
            isRail ? "wagons" : "trucks");
    }

    /// <summary>Cents that waiting adds to a stay that is planned anyway; null when it would be longer than
    /// allowed.</summary>
    internal long? Extra(int plannedMinutes, int waitMinutes) =>
        Tariff.Charge(plannedMinutes + waitMinutes) - Tariff.Charge(plannedMinutes);

    private static Standing Unknown(PlanContext c, PlaceId place) =>
        new(StorageTariff.None, $"no price for standing at {c.Network.GetPlace(place).Name} is known: none is counted",
            false);

    private static int Wagons(PlanContext c, BorderRow border)
    {
        var gauge = c.Network.Links.First(l =>
            l.Mode == Mode.Rail && l.Touches(border.PlaceA) && l.Touches(border.PlaceB)).Gauge!.Value.Millimetres;
        return Loading.Wagons(c, gauge, [], out _)?.Wagons ?? c.Cargo.Boxes;
    }

    private static string Priced(PlanContext c, string figureId) =>
        c.Network.AllFigures.GetValueOrDefault(figureId) is { } f
            ? $"{f.Value} {f.Unit}, the mean is taken ({f.Id}, {f.Provenance.Source})"
            : figureId;
}
