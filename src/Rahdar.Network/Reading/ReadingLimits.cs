namespace Rahdar.Network.Reading;

/// <summary>Every limit of the readers, in one place.</summary>
public static class ReadingLimits
{
    /// <summary>Greatest size of one input file, bytes.</summary>
    public const int FileBytesMax = 64 * 1024 * 1024;

    /// <summary>Greatest length of one field, characters.</summary>
    public const int FieldCharactersMax = 20_000;

    /// <summary>Greatest number of rows or features of one file.</summary>
    public const int RowsMax = 200_000;

    /// <summary>First year a date may name.</summary>
    public const int YearMin = 1900;

    /// <summary>Last year a date may name.</summary>
    public const int YearMax = 2200;

    /// <summary>Greatest number of points of one line.</summary>
    public const int PointsMax = 50_000;

    /// <summary>Greatest distance of a line's end from its place, kilometres.</summary>
    public const double EndToPlaceKmMax = 3;

    /// <summary>Greatest length of a scenario file, lines.</summary>
    public const int ScenarioLinesMax = 10_000;

    /// <summary>Whether a year lies within the limits.</summary>
    internal static bool IsYear(int year) => year is >= YearMin and <= YearMax;
}
