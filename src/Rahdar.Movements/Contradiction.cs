namespace Rahdar.Movements;

/// <summary>A movement that cannot be true together with those before it; the later one is believed.</summary>
/// <param name="Code">Stable code, one of the constants here.</param>
/// <param name="Movement">The movement that came up against the others.</param>
/// <param name="Message">What is told, and what stands against it.</param>
public sealed record Contradiction(string Code, Movement Movement, string Message)
{
    /// <summary>It is told of at a place where the unit was not, and for which it was not on the way.</summary>
    public const string InTwoPlaces = "timeline:in-two-places";

    /// <summary>It arrived without having departed.</summary>
    public const string NotDeparted = "timeline:not-departed";

    /// <summary>It departed or was delivered while on the way.</summary>
    public const string NotArrived = "timeline:not-arrived";

    /// <summary>An activity began a second time before it ended; the first beginning stands.</summary>
    public const string BegunTwice = "timeline:begun-twice";

    /// <summary>The unit went on, or was delivered, from an activity that had not ended.</summary>
    public const string NotEnded = "timeline:not-ended";

    /// <summary>An activity ended that had not begun; it is left out.</summary>
    public const string NotBegun = "timeline:not-begun";

    /// <summary>It was loaded while it stood on another unit.</summary>
    public const string StillLoaded = "timeline:still-loaded";

    /// <summary>It was unloaded from a unit on which it did not stand.</summary>
    public const string NotLoaded = "timeline:not-loaded";

    /// <summary>Something is told of it after it was delivered; it is left out.</summary>
    public const string AfterDelivery = "timeline:after-delivery";
}
