namespace Rahdar.Movements;

/// <summary>Every limit of this room; what a file may hold stands in the readers' limits of Network.</summary>
public static class Limits
{
    /// <summary>Greatest number of equal units that are followed as one.</summary>
    public const int CountMax = 100_000;

    /// <summary>Movements of one unit at one instant among which the next is looked for; further ones come in as they
    /// are sorted.</summary>
    public const int AtOnceMax = 50;
}
