namespace Rahdar.Network.Gtfs;

/// <summary>Every limit of the GTFS readers, in one place; docs/formats/gtfs.md repeats them.</summary>
/// <remarks>A feed beyond a limit is refused with a notice or a fault that names it; nothing is cut silently.</remarks>
public static class GtfsLimits
{
    /// <summary>Greatest size of a zip, bytes.</summary>
    public const long ZipBytesMax = 64L * 1024 * 1024;

    /// <summary>Greatest sum of the unpacked sizes, bytes; declared and counted while reading.</summary>
    public const long UnpackedBytesMax = 512L * 1024 * 1024;

    /// <summary>Greatest number of entries of a zip, or of files of a folder.</summary>
    public const int EntriesMax = 100;

    /// <summary>Greatest ratio of unpacked to packed size of an entry of more than 1 MiB.</summary>
    public const long RatioMax = 200;

    /// <summary>Greatest number of columns of a file.</summary>
    public const int ColumnsMax = 200;

    /// <summary>Greatest length of one field, characters.</summary>
    public const int FieldCharactersMax = 20_000;

    /// <summary>Greatest number of rows of a file.</summary>
    public const int RowsMax = 6_000_000;

    /// <summary>Greatest number of notices of one code that are kept; the rest is counted.</summary>
    public const int NoticesKeptPerCode = 200;

    /// <summary>Greatest time of a stop, hours after the service day begins: trains of this corridor run for
    /// weeks.</summary>
    public const int HoursMax = 2_000;

    /// <summary>Greatest number of service days one expansion of a timetable may cover.</summary>
    public const int DaysMax = 800;

    /// <summary>Greatest number of runs one expansion of a timetable may make.</summary>
    public const int RunsMax = 1_000_000;

    /// <summary>Greatest number of calls, runs by their stops, one expansion of a timetable may make: what bounds its
    /// memory.</summary>
    public const int CallsMax = 20_000_000;

    /// <summary>Greatest size of a GTFS-Realtime message, bytes.</summary>
    public const int RealtimeBytesMax = 16 * 1024 * 1024;

    /// <summary>Greatest number of entities of a GTFS-Realtime message.</summary>
    public const int EntitiesMax = 200_000;

    /// <summary>Greatest number of stop updates of one trip, of periods, places or translations of one alert.</summary>
    public const int PartsMax = 10_000;

}
