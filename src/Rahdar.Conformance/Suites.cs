namespace Rahdar.Conformance;

/// <summary>All suites Rahdar can be held against. A further one is a line here and a folder beside it.</summary>
public static class Suites
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<Suite> All { get; } =
    [
        Cpmm.CpmmSuite.Suite,
        GeoJson.GeoJsonSuite.Suite,
        Identifiers.IdentifierSuite.Suite,
        RailCapacity.RailCapacitySuite.Suite,
        RailRunningTime.RailRunningTimeSuite.Suite,
    ];

    /// <summary>The suite of a name; null when there is none.</summary>
    public static Suite? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
