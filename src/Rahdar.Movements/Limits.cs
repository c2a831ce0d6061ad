namespace Rahdar.Movements;

/// <summary>Every limit of this room; what a small file may hold stands in the readers' limits of Network.</summary>
public static class Limits
{
    /// <summary>Greatest number of equal units that are followed as one.</summary>
    public const int CountMax = 100_000;

    /// <summary>Greatest number of rows of a file that is read unit by unit.</summary>
    public const int RowsMax = 20_000_000;

    /// <summary>Movements held before units that were delivered are let go; until then rows may stand in any
    /// order.</summary>
    public const int AnyOrderMax = 200_000;

    /// <summary>Greatest number of movements held of units that were not delivered.</summary>
    public const int HeldMax = 2_000_000;

    /// <summary>Faults of one file after which it is read no further.</summary>
    public const int FaultsMax = 1_000;

    /// <summary>Movements of one unit at one instant among which the next is looked for; further ones come in as they
    /// are sorted.</summary>
    public const int AtOnceMax = 50;
}
