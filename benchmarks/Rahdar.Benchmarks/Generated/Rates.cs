namespace Rahdar.Benchmarks.Generated;

/// <summary>How fast a train runs and what it costs.</summary>
/// <param name="KmPerHour">Speed between stops.</param>
/// <param name="CentsPerKm">Price of a kilometre.</param>
internal sealed record TrainClass(int KmPerHour, int CentsPerKm)
{
    /// <summary>Minutes over so many km.</summary>
    public int Minutes(int km) => Math.Max(30, km * 60 / KmPerHour);
}

/// <summary>Speeds and prices of a generated corridor: trucks are fast, dear and dirty, trains slow, cheap and
/// clean.</summary>
/// <remarks>Part of the definition of the benchmark, not claims about the world.</remarks>
internal static class Rates
{
    /// <summary>Classes of trains: the faster, the dearer.</summary>
    public static readonly TrainClass[] Trains = [new(25, 45), new(35, 55), new(50, 70)];

    /// <summary>Minutes of a truck over a straight line of so many km: a quarter longer by road, rest
    /// included.</summary>
    public static int RoadMinutes(int km) => Math.Max(30, km * 5 / 4 * 60 / 30);

    /// <summary>Cents of a truck over so many km.</summary>
    public static long RoadCents(int km, int percent) => 4_000 + 160L * km * percent / 100;

    /// <summary>Emissions of a truck over so many km, g CO2e.</summary>
    public static long RoadGrams(int km) => 1_000L * km;
}
