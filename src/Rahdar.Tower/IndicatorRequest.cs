namespace Rahdar.Tower;

/// <summary>What is to be measured, as typed.</summary>
/// <param name="Paths">Files of movements, and folders whose CSV files are all read.</param>
public sealed record IndicatorRequest(IReadOnlyList<string> Paths)
{
    /// <summary>Keys separated by commas.</summary>
    public string By { get; init; } = "post,direction";

    /// <summary>Only what is counted to this corridor, such as C5; null for all.</summary>
    public string? Corridor { get; init; }

    /// <summary>File of planned movements; null without a plan.</summary>
    public string? Planned { get; init; }

    /// <summary>Hours after the plan that are on time.</summary>
    public decimal ToleranceHours { get; init; } = 24;

    /// <summary>Unit whose chart is wanted; null for none.</summary>
    public string? Chart { get; init; }

    /// <summary>File for the sheet; null for none.</summary>
    public string? Csv { get; init; }
}
