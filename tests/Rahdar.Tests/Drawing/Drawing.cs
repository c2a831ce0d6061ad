using NodaTime;

namespace Rahdar.Tests.Drawing;

/// <summary>Everything one drawing says, statement by statement, with the raw values as written.</summary>
/// <remarks>
/// Shape: each list in the order of the text; may be empty. Nothing is derived, rounded or defaulted here.
/// The language is explained in README.md beside this file. It is not named plain "Drawing" because this namespace is.
/// </remarks>
public sealed record CorridorDrawing
{
    /// <summary>All places; ids are unique.</summary>
    public required IReadOnlyList<DrawnPlace> Places { get; init; }

    /// <summary>All links, undirected, operating.</summary>
    public required IReadOnlyList<DrawnLink> Links { get; init; }

    /// <summary>All borders; at most one for a pair of places and a mode.</summary>
    public required IReadOnlyList<DrawnBorder> Borders { get; init; }

    /// <summary>All gauge changes; at most one for a place and a pair of gauges.</summary>
    public required IReadOnlyList<DrawnGauge> Gauges { get; init; }

    /// <summary>All ports; at most one a place.</summary>
    public required IReadOnlyList<DrawnPort> Ports { get; init; }

    /// <summary>All storage yards of rail and road terminals; at most one a place.</summary>
    public required IReadOnlyList<DrawnYard> Yards { get; init; }

    /// <summary>All handlings; at most one for an ordered pair of carriers.</summary>
    public required IReadOnlyList<DrawnHandling> Handlings { get; init; }

    /// <summary>All services; ids are unique.</summary>
    public required IReadOnlyList<DrawnTrain> Trains { get; init; }

    /// <summary>Speeds by country and mode (rail, road).</summary>
    public required IReadOnlyList<DrawnSpeed> Speeds { get; init; }

    /// <summary>Kilometre rates by country and mode (rail, road).</summary>
    public required IReadOnlyList<DrawnRate> Rates { get; init; }

    /// <summary>Sea prices from one port to another, directed.</summary>
    public required IReadOnlyList<DrawnSeaPrice> SeaPrices { get; init; }

    /// <summary>Transit days of whole sea services; at most one a service.</summary>
    public required IReadOnlyList<DrawnTransitDays> TransitDays { get; init; }

    /// <summary>Whether unscheduled trucks may be hired. Off when the drawing does not say.</summary>
    public required bool TrucksOn { get; init; }

    /// <summary>Hours to build a block train on request; null when block trains are off.</summary>
    public required decimal? RequestBuildHours { get; init; }

    /// <summary>Whether block trains on request may be ordered.</summary>
    public bool RequestOn => RequestBuildHours is not null;

    /// <summary>What splitting a train takes; null when the drawing does not say, and no train is split.</summary>
    public required DrawnSplit? Split { get; init; }

    /// <summary>Holidays of countries, dates inclusive.</summary>
    public required IReadOnlyList<DrawnHoliday> Holidays { get; init; }

    /// <summary>Confirmed closures of crossings.</summary>
    public required IReadOnlyList<DrawnClosure> Closures { get; init; }

    /// <summary>Reported closures of crossings that may be true; at most one for a pair of places and a mode.</summary>
    public required IReadOnlyList<DrawnDispute> Disputes { get; init; }

    /// <summary>Emission factors; a factor that is not given is 0.</summary>
    public required IReadOnlyList<DrawnEmission> EmissionFactors { get; init; }

    /// <summary>The boxes to move.</summary>
    public required DrawnCargo Cargo { get; init; }

    /// <summary>The question asked.</summary>
    public required DrawnQuery Query { get; init; }
}

/// <summary>A place and its time zone. The country is the first two letters of the id.</summary>
public sealed record DrawnPlace(string Id, DateTimeZone Zone)
{
    /// <summary>Two letters of the country.</summary>
    public string Country => Id[..2];
}

/// <summary>An undirected operating link. Mode: rail, road or sea. Gauge in mm, only for rail.</summary>
public sealed record DrawnLink(string From, string To, string Mode, int? Gauge, decimal Kilometres)
{
    /// <summary>Metres of the longest train; null without a limit and for other modes than rail.</summary>
    public decimal? LongestMetres { get; init; }

    /// <summary>Gross tonnes of the heaviest train; null without a limit and for other modes than rail.</summary>
    public decimal? HeaviestTonnes { get; init; }
}

/// <summary>Splitting trains: hours a portion, hours between portions, USD a km for each further locomotive.</summary>
public sealed record DrawnSplit(decimal WorkHours, decimal HeadwayHours, decimal LocomotiveUsd);

/// <summary>A border on the links of one mode between two places, the same in both directions.</summary>
/// <remarks>
/// Mode: rail or road. Cost: USD a truck (road) or a box (rail). A clearance may start on the open days at
/// a minute of the day m with OpenMinute &lt;= m &lt; CloseMinute (0 to 1440), in the zone of the place From.
/// </remarks>
public sealed record DrawnBorder(
    string From, string To, string Mode, decimal Hours, decimal Usd,
    IReadOnlyList<IsoDayOfWeek> OpenDays, int OpenMinute, int CloseMinute)
{
    /// <summary>Whether a clearance may start at any minute of any day.</summary>
    public bool IsAlwaysOpen => OpenDays.Count == 7 && OpenMinute == 0 && CloseMinute == 1440;
}

/// <summary>A gauge change at a place, both directions: wait for wagons, then the work. USD a box.</summary>
public sealed record DrawnGauge(
    string Place, int GaugeA, int GaugeB, decimal WaitHours, decimal WorkHours, decimal Usd);

/// <summary>Storage: days free, USD a box and started day after them, a higher rate from a day on, a limit.</summary>
/// <remarks>ThenRate and ThenFromDay are both given or both null. LongestStayDays is null without a limit.</remarks>
public sealed record DrawnTariff(int FreeDays, decimal Rate, decimal? ThenRate, int? ThenFromDay, int? LongestStayDays);

/// <summary>A port: storage prices, hours between ship and gate, terminal handling charge in USD a box.</summary>
public sealed record DrawnPort(string Place, DrawnTariff Tariff, decimal DwellHours, decimal ThcUsd);

/// <summary>Storage of a rail or road terminal.</summary>
public sealed record DrawnYard(string Place, DrawnTariff Tariff);

/// <summary>A handling from one carrier to another (origin, rail, road, sea, destination). USD a box.</summary>
public sealed record DrawnHandling(string From, string To, decimal Hours, decimal Usd);

/// <summary>A service over its stops in running order, two or more. Mode: rail, road or sea. Capacity in TEU.</summary>
/// <remarks>
/// Exactly one of Weekly (departures a week) and Departures (local times of the first stop, as written) is not null;
/// CutoffHours is given with Departures and null otherwise.
/// </remarks>
public sealed record DrawnTrain(
    string Id, IReadOnlyList<string> Stops, string Mode, decimal? Weekly,
    IReadOnlyList<LocalDateTime>? Departures, decimal? CutoffHours, int Capacity);

/// <summary>Speed of a mode (rail or road) in a country, km/h.</summary>
public sealed record DrawnSpeed(string Country, string Mode, decimal KilometresAnHour);

/// <summary>Kilometre rate of a mode (rail: USD a box-km, road: USD a truck-km) in a country.</summary>
public sealed record DrawnRate(string Country, string Mode, decimal UsdAKilometre);

/// <summary>Price of a sea ride from one port to another, USD a box.</summary>
public sealed record DrawnSeaPrice(string From, string To, decimal Usd);

/// <summary>Days a whole sea service takes from its first to its last stop.</summary>
public sealed record DrawnTransitDays(string Train, decimal Days);

/// <summary>A holiday of a country, both dates inclusive, with the share of the usual throughput.</summary>
public sealed record DrawnHoliday(string Country, LocalDate First, LocalDate Last, decimal Share);

/// <summary>A confirmed closure of a crossing in a mode, from 00:00 of the date at the border's first place.</summary>
public sealed record DrawnClosure(string From, string To, string Mode, LocalDate Date, int Days);

/// <summary>A reported closure of a crossing in a mode that may be true with this probability, 0 to 1.</summary>
public sealed record DrawnDispute(string From, string To, string Mode, decimal Probability);

/// <summary>Grams of CO2e a tonne-km. Country is null for sea.</summary>
public sealed record DrawnEmission(string? Country, string Mode, decimal GramsATonneKilometre);

/// <summary>The boxes to move: 20 ft, shipper-owned, gross tonnes each (always 20).</summary>
public sealed record DrawnCargo(int Boxes, decimal TonnesABox);

/// <summary>The question: from where, to where, ready when.</summary>
public sealed record DrawnQuery(string From, string To, Instant Ready);
