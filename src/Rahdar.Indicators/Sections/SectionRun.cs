using NodaTime;
using Rahdar.Movements;
using Rahdar.Quantities;

namespace Rahdar.Indicators.Sections;

/// <summary>One unit on a section of a corridor: all its way, or its way in one country.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Country">Country of the section; empty for the whole way.</param>
/// <param name="Mode">How it moved; null when it moved in several modes.</param>
/// <param name="Corridors">Corridors that the unit's border posts are counted to; may be empty.</param>
/// <param name="Begin">When it is first told of.</param>
/// <param name="Km">Kilometres of its rides; null when one is unknown.</param>
/// <param name="Moving">Time moving.</param>
/// <param name="Total">Whole time, borders and stops included.</param>
/// <param name="Cents">All prices on the way in US cents; null when one is unknown or none is told.</param>
/// <param name="Tonnes">Cargo of one of what the unit counts; null when unknown.</param>
public sealed record SectionRun(
    Unit Unit, string Country, Mode? Mode, IReadOnlyList<string> Corridors, Instant Begin, decimal? Km,
    Duration Moving, Duration Total, long? Cents, decimal? Tonnes)
{
    /// <summary>True when the speed without delay can be told.</summary>
    internal bool HasMoved => Km > 0 && Moving > Duration.Zero;
}

/// <summary>Sections of one unit.</summary>
/// <param name="Whole">All its way; null when it did not move.</param>
/// <param name="ByCountry">Its way in each country, in order of time.</param>
/// <param name="AcrossBorders">Rides from one country into another told as one: they belong to no country.</param>
public sealed record UnitSections(SectionRun? Whole, IReadOnlyList<SectionRun> ByCountry, int AcrossBorders);
