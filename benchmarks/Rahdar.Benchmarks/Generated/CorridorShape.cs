namespace Rahdar.Benchmarks.Generated;

/// <summary>What a generated corridor is to look like. The figures are a definition, not claims about the
/// world.</summary>
/// <param name="Places">How many places.</param>
/// <param name="Seed">Seed of every draw.</param>
internal sealed record CorridorShape(int Places, ulong Seed)
{
    /// <summary>Side of the square that holds one place on average, km.</summary>
    public int SpacingKm { get; init; } = 150;

    /// <summary>Road links, both directions counted once.</summary>
    public int Links { get; init; } = 5 * Places;

    /// <summary>Departures of rail services, at each stop but the last of each run; whole lines are added until there
    /// are so many.</summary>
    public int Departures { get; init; } = Places * 200 / 3;

    /// <summary>Fewest and most stops of a line.</summary>
    public (int Fewest, int Most) Stops { get; init; } = (6, 12);

    /// <summary>Days from the first departure to the last arrival.</summary>
    public int HorizonDays { get; init; } = 60;

    /// <summary>One place in so many is a port.</summary>
    public int PlacesPerPort { get; init; } = 30;

    /// <summary>One road link in so many is a border.</summary>
    public int LinksPerBorder { get; init; } = 10;

    /// <summary>Days without storage at a port.</summary>
    public int FreeDays { get; init; } = 3;

    /// <summary>Day of a stay from which the higher rate holds.</summary>
    public int LongFromDay { get; init; } = 10;

    /// <summary>Horizon in minutes.</summary>
    public int Horizon => HorizonDays * 1440;
}
