namespace Rahdar.Lines;

/// <summary>Every limit of this room.</summary>
public static class Limits
{
    /// <summary>Greatest size of a form or a file of capacity cases, characters.</summary>
    public const int TextMax = 2_000_000;

    /// <summary>Greatest depth of lists and maps in a form.</summary>
    public const int DepthMax = 12;

    /// <summary>Greatest number of values in a form.</summary>
    public const int ValuesMax = 200_000;

    /// <summary>Greatest number of vehicles in a formation.</summary>
    public const int FormationMax = 1_000;

    /// <summary>Greatest number of sections, or of points of interest, of a path.</summary>
    public const int SectionsMax = 20_000;

    /// <summary>Greatest length of a path, metres.</summary>
    public const double PathMetresMax = 5_000_000;

    /// <summary>Greatest number of steps of one run.</summary>
    public const int StepsMax = 5_000_000;

    /// <summary>Shortest step that may be asked for, metres.</summary>
    public const double StepMetresMin = 0.5;

    /// <summary>Longest step that may be asked for, metres.</summary>
    public const double StepMetresMax = 100;

    /// <summary>Greatest number of runs of one question: trains times paths.</summary>
    public const int RunsMax = 400;

    /// <summary>Greatest number of cases in a file of capacity cases.</summary>
    public const int CasesMax = 10_000;

    /// <summary>Greatest number of trains in a timetable that is compressed.</summary>
    public const int CompressedTrainsMax = 2_000;
}
