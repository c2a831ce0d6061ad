using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning;

/// <summary>A forwarder's question: these boxes, from here to there, ready then, known what was known on that
/// day.</summary>
/// <param name="From">Terminal where the stuffed, released boxes stand.</param>
/// <param name="To">Terminal where they shall be available, before import clearance.</param>
/// <param name="Ready">Ready instant; prices are those of its date at the origin.</param>
/// <param name="Known">Knowledge date; nothing departs before its first minute at the origin.</param>
/// <param name="Cargo">The boxes.</param>
public sealed record PlanQuery(PlaceId From, PlaceId To, Instant Ready, LocalDate Known, Cargo Cargo)
{
    /// <summary>True when no knowledge date was given and the ready date stands in.</summary>
    public bool IsKnownAssumed { get; init; }

    /// <summary>Date of the ready instant at the origin: prices and the state of links are those of this day.</summary>
    public LocalDate ReadyDay(Network.CorridorNetwork network) =>
        Ready.InZone(network.Places.GetValueOrDefault(From)?.Zone ?? DateTimeZone.Utc).Date;

    /// <summary>Countries, places, borders, services or modes that no plan may use.</summary>
    public IReadOnlySet<string> Avoid { get; init; } = new HashSet<string>();

    /// <summary>Modes that plans may use; empty means all. `services` leaves out unscheduled trucks and
    /// trains.</summary>
    public IReadOnlySet<string> Only { get; init; } = new HashSet<string>();
}

/// <summary>Boxes of one size and mass, shipper-owned.</summary>
/// <param name="Boxes">Number of boxes, 1 or more.</param>
/// <param name="SizeFeet">20 or 40.</param>
/// <param name="GrossTonnes">Gross mass a box, t.</param>
public sealed record Cargo(int Boxes, int SizeFeet, decimal GrossTonnes)
{
    /// <summary>Twenty-foot units in all.</summary>
    public int Teu => Boxes * TeuPerBox;

    /// <summary>1 or 2.</summary>
    public int TeuPerBox => SizeFeet / 20;

    /// <summary>Gross mass of all boxes, t.</summary>
    public decimal Tonnes => Boxes * GrossTonnes;

    /// <summary>`16x20ft:20t`.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Boxes}x{SizeFeet}ft:{GrossTonnes:0.###}t");
}
