using NodaTime;
using NodaTime.Calendars;
using Rahdar.Indicators.Borders;
using Rahdar.Indicators.Sections;
using Rahdar.Movements;
using Rahdar.Network.Indicators;

namespace Rahdar.Indicators;

/// <summary>By what samples are grouped.</summary>
public enum IndicatorKey
{
    /// <summary>Border post; sections have none.</summary>
    Post,

    /// <summary>Country of the post, or of the part of a way that lies in it.</summary>
    Country,

    /// <summary>Out of or into the country of the post; sections have none.</summary>
    Direction,

    /// <summary>Rail, road ...; ways of several modes are `mixed`.</summary>
    Mode,

    /// <summary>ISO week of the beginning, UTC.</summary>
    Week,

    /// <summary>Corridor of the monitoring; a sample of several is counted in each.</summary>
    Corridor,
}

/// <summary>Names and values of keys.</summary>
public static class IndicatorKeys
{
    /// <summary>Value of a key that is not known.</summary>
    public const string Unknown = "?";

    /// <summary>Keys by name: `post`, `country` ...</summary>
    public static IReadOnlyDictionary<string, IndicatorKey> Names { get; } =
        Enum.GetValues<IndicatorKey>().ToDictionary(k => k.ToString().ToLowerInvariant());

    /// <summary>Name of a key.</summary>
    public static string Of(IndicatorKey key) => key.ToString().ToLowerInvariant();

    /// <summary>True for keys that sections have too.</summary>
    public static bool IsOfSections(IndicatorKey key) => key is not (IndicatorKey.Post or IndicatorKey.Direction);

    internal static IReadOnlyList<string> ValuesOf(IndicatorKey key, PostPassage p) => key switch
    {
        IndicatorKey.Post => [p.Post.Value],
        IndicatorKey.Country => [p.Country.Length > 0 ? p.Country : Unknown],
        IndicatorKey.Direction => [p.Direction == IndicatorDirection.Outbound ? "outbound" : "inbound"],
        IndicatorKey.Mode => [p.Mode is { } mode ? MovementNames.Of(mode) : Unknown],
        IndicatorKey.Week => [WeekOf(p.Begin)],
        _ => p.Corridors.Count > 0 ? p.Corridors : [Unknown],
    };

    internal static IReadOnlyList<string> ValuesOf(IndicatorKey key, SectionRun r) => key switch
    {
        IndicatorKey.Country => [r.Country.Length > 0 ? r.Country : Unknown],
        IndicatorKey.Mode => [r.Mode is { } mode ? MovementNames.Of(mode) : "mixed"],
        IndicatorKey.Week => [WeekOf(r.Begin)],
        _ => r.Corridors.Count > 0 ? r.Corridors : [Unknown],
    };

    /// <summary>`2025-W26`.</summary>
    internal static string WeekOf(Instant at)
    {
        var (rule, day) = (WeekYearRules.Iso, at.InUtc().Date);
        return $"{rule.GetWeekYear(day)}-W{rule.GetWeekOfWeekYear(day):00}";
    }
}
