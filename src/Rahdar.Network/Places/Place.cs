using NodaTime;

namespace Rahdar.Network.Places;

/// <summary>Stable text id of a place: UN/LOCODE where one exists, else country code and three characters of
/// ours.</summary>
public readonly record struct PlaceId(string Value) : IComparable<PlaceId>
{
    /// <summary>A hash of the few letters that an id has; the same in every run.</summary>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var letter in Value ?? "") hash = unchecked(hash * 31 + letter);
        return hash;
    }

    /// <summary>Order by text.</summary>
    public int CompareTo(PlaceId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The id.</summary>
    public override string ToString() => Value;
}

/// <summary>A station, yard, port, dry port, border post or airport; one place stands for a city and its
/// terminals.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Latin name.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Latitude">WGS 84 degrees.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
/// <param name="Kinds">Words: city, station, border, port, airport, gauge_change, terminal, free_zone,
/// off_dock.</param>
/// <param name="Zone">IANA time zone, resolved with NodaTime's own data.</param>
/// <param name="IsUnlocode">False when the id is ours and must not be printed as a UN/LOCODE.</param>
/// <param name="Names">Names by language (ru, fa, ur); may be empty.</param>
public sealed record Place(
    PlaceId Id, string Name, string Country, double Latitude, double Longitude, IReadOnlyList<string> Kinds,
    DateTimeZone Zone, bool IsUnlocode, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>`Lahore (PKLHE)`.</summary>
    public override string ToString() => $"{Name} ({Id})";
}
