namespace Rahdar.Planning;

/// <summary>Every cap of the planner, in one place. A cap that was met makes the answer say `truncated`.</summary>
public static class Limits
{
    /// <summary>Greatest number of boxes of one question.</summary>
    public const int BoxesMax = 2_000;

    /// <summary>Days after the earliest departure that a plan may last.</summary>
    public const int HorizonDays = 400;

    /// <summary>Places, borders or services that one question may be bound to pass.</summary>
    public const int ViaMax = 5;

    /// <summary>Days before a deadline that are asked.</summary>
    public const int ArriveByDaysMax = 120;

    /// <summary>Ready days of one window.</summary>
    public const int DepartureDaysMax = 62;

    /// <summary>Pairs of an origin and a destination of one table or ranking.</summary>
    public const int RelationsMax = 200;

    /// <summary>Draws that one forecast may make.</summary>
    public const int DrawsMax = 20_000;

    /// <summary>Labels that one search may make.</summary>
    public const int LabelsMax = 5_000_000;

    /// <summary>Link paths kept between two places of an unscheduled leg.</summary>
    public const int PathsPerRunMax = 64;

    /// <summary>Steps taken backwards from timetabled departures to find just-in-time starts.</summary>
    public const int JustInTimeStepsMax = 2_000_000;

    /// <summary>Consignments that one question about shared room may hold.</summary>
    public const int ConsignmentsMax = 200;

    /// <summary>Days after the ready day on which a consignment that shares room may start.</summary>
    public const int LaterReadyDaysMax = 14;

    /// <summary>Parts into which one question may divide a consignment.</summary>
    public const int PartsMax = 50;

    /// <summary>Ways to divide a consignment that one question may compare.</summary>
    public const int SplitsMax = 8;

    /// <summary>Scenarios that one question may compare.</summary>
    public const int ScenariosMax = 12;

    /// <summary>Rides of one journey by a public timetable.</summary>
    public const int TransitRidesMax = 24;

    /// <summary>Stops that one question to a public timetable may be bound to go by.</summary>
    public const int TransitViaMax = 8;

    /// <summary>Days a window of a question to a public timetable may span, and a journey may last.</summary>
    public const int TransitDaysMax = 100;

    /// <summary>Trips of one through service.</summary>
    public const int ThroughTripsMax = 64;

    /// <summary>Walks between stops that one timetable may hold.</summary>
    public const int WalksMax = 4_000_000;
}
