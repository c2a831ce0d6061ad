namespace Rahdar.Movements;

/// <summary>Stable text id of a unit: the number on a box, wagon or vehicle, or a name given by who plans it.</summary>
/// <remarks>Default value of this struct means no unit.</remarks>
public readonly record struct UnitId(string Value) : IComparable<UnitId>
{
    /// <summary>Order by text.</summary>
    public int CompareTo(UnitId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The id.</summary>
    public override string ToString() => Value;
}

/// <summary>What a unit is.</summary>
public enum UnitKind
{
    /// <summary>Freight container.</summary>
    Container,

    /// <summary>Railway wagon.</summary>
    Wagon,

    /// <summary>Train.</summary>
    Train,

    /// <summary>Truck.</summary>
    Truck,

    /// <summary>Ship or ferry.</summary>
    Vessel,
}

/// <summary>What is followed as one: a box, wagon, train, truck or vessel, or equal ones that stay together.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How many of them, such as 16 boxes or 25 trucks; 1 or more.</param>
public sealed record Unit(UnitId Id, UnitKind Kind, int Count)
{
    /// <summary>How many of them; 1 or more.</summary>
    /// <remarks>Throws: when it is less.</remarks>
    public int Count { get; } = Count >= 1 ? Count : throw new ArgumentOutOfRangeException(nameof(Count));
}
