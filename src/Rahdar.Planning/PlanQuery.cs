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

    /// <summary>First minute of any departure: the later of ready and known.</summary>
    internal int StartMinute(Network.CorridorNetwork network) => Math.Max(
        Network.Calendars.CorridorClock.MinuteOf(Ready),
        Network.Calendars.CorridorClock.StartOfDay(Known, network.GetPlace(From).Zone));

    /// <summary>Countries, places, borders, services or modes that no plan may use.</summary>
    public IReadOnlySet<string> Avoid { get; init; } = new HashSet<string>();

    /// <summary>Modes that plans may use; empty means all. `services` leaves out unscheduled trucks and
    /// trains.</summary>
    public IReadOnlySet<string> Only { get; init; } = new HashSet<string>();

    /// <summary>Places, border rows or services that every plan uses, in this order; may be empty.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>Whose boxes they are.</summary>
    public BoxSource Box { get; init; }

    /// <summary>True when nothing is to be avoided, used only, or passed.</summary>
    public bool IsFree => Avoid.Count == 0 && Only.Count == 0 && Via.Count == 0;

    /// <summary>The same question without limits.</summary>
    public PlanQuery Free() => this with { Avoid = new HashSet<string>(), Only = new HashSet<string>(), Via = [] };

    /// <summary>The limits in words, `avoid AF; only rail`; empty without any.</summary>
    public string LimitWords => string.Join("; ", new[]
    {
        ("avoid", Avoid.Order(StringComparer.Ordinal)), ("only", Only.Order(StringComparer.Ordinal)),
        ("via", (IEnumerable<string>)Via),
    }.Where(l => l.Item2.Any()).Select(l => $"{l.Item1} {string.Join(", ", l.Item2)}"));
}

/// <summary>Who owns the boxes, and what is owed for them.</summary>
public enum BoxSource
{
    /// <summary>The shipper: nothing is owed, nothing is brought back.</summary>
    Shipper,

    /// <summary>The carrier: detention after free days, and the empty box goes back.</summary>
    Carrier,

    /// <summary>Leased for one way: a price a TEU, nothing is brought back.</summary>
    OneWay,
}

/// <summary>Boxes of one size and mass.</summary>
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
