using Rahdar.Network;

namespace Rahdar.Planning;

/// <summary>What a day of delay is worth for the whole consignment: it makes cost and time one generalised
/// cost.</summary>
/// <param name="UsdPerDay">US dollars a day, 0 or more.</param>
/// <param name="Source">Who says so: the user, or a row of data.</param>
public sealed record ValueOfTime(decimal UsdPerDay, string Source)
{
    /// <summary>The data's own figure a TEU and day, for when the user gives none.</summary>
    public static ValueOfTime OfData(CorridorNetwork network, Cargo cargo)
    {
        var figure = network.Figures.GetDefault("value-of-time");
        return new ValueOfTime(
            figure.Value.Mean * cargo.Teu,
            $"{figure.Value} {figure.Unit} ({figure.Id}, {figure.Provenance.Source}) x {cargo.Teu} TEU");
    }

    /// <summary>Cost and minutes as one figure, US cents.</summary>
    public long GeneralisedCents(long cents, long minutes) =>
        cents + (long)decimal.Round(UsdPerDay * 100m * minutes / 1440m, MidpointRounding.AwayFromZero);
}
