namespace Rahdar.Planning;

/// <summary>Every cap of the planner, in one place. A cap that was met makes the answer say `truncated`.</summary>
public static class Limits
{
    /// <summary>Greatest number of boxes of one question.</summary>
    public const int BoxesMax = 2_000;

    /// <summary>Days after the earliest departure that a plan may last.</summary>
    public const int HorizonDays = 400;

    /// <summary>Labels that one search may make.</summary>
    public const int LabelsMax = 20_000_000;

    /// <summary>Link paths kept between two places of an unscheduled leg.</summary>
    public const int PathsPerRunMax = 64;

    /// <summary>Steps taken backwards from timetabled departures to find just-in-time starts.</summary>
    public const int JustInTimeStepsMax = 2_000_000;
}
