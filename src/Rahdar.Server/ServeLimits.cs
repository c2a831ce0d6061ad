namespace Rahdar.Server;

/// <summary>Every cap on what the server takes and holds. docs/formats/api.md lists them; a test compares.</summary>
public static class ServeLimits
{
    /// <summary>Bytes of one request body: a table of consignments or the text of a scenario.</summary>
    public const int BodyBytesMax = 1_048_576;

    /// <summary>Bytes of a body beyond which the line is closed without reading on.</summary>
    public const int BodyBytesDrainedMax = 8 * BodyBytesMax;

    /// <summary>Bytes of the first line of a request, with all its parameters.</summary>
    public const int RequestLineBytesMax = 16_384;

    /// <summary>Values of one parameter that may be given several times.</summary>
    public const int ValuesMax = 60;

    /// <summary>Characters of one value in an address; a body may hold longer ones.</summary>
    public const int ValueCharactersMax = 8_000;

    /// <summary>Connections open at one time.</summary>
    public const int ConnectionsMax = 256;

    /// <summary>Questions that may wait for a place, for each that is answered at one time.</summary>
    public const int WaitingPerPlace = 1;

    /// <summary>Seconds after which a question is given up; then it is to be asked as a job.</summary>
    public const int QuestionSeconds = 60;

    /// <summary>Seconds after which a job is given up.</summary>
    public const int JobSeconds = 3_600;

    /// <summary>Jobs worked on at one time: a simulation uses all processors by itself.</summary>
    public const int JobsAtOnce = 1;

    /// <summary>Jobs that may wait for their turn.</summary>
    public const int JobsWaiting = 4;

    /// <summary>Jobs kept with their answers; the oldest that ended goes first.</summary>
    public const int JobsKept = 16;

    /// <summary>Bytes of the answers of kept jobs together; the oldest that ended goes first.</summary>
    public const int JobBytesMax = 134_217_728;

    /// <summary>Listeners to the progress of jobs at one time.</summary>
    public const int ListenersMax = 32;

    /// <summary>Rows of one page of a table.</summary>
    public const int RowsMax = 500;

    /// <summary>Rows of one page where none were asked for.</summary>
    public const int Rows = 100;

    /// <summary>Bytes of answers kept to be given again.</summary>
    public const int CacheBytesMax = 67_108_864;

    /// <summary>Answers about ways held with their whole front, for what is asked of them next.</summary>
    public const int PlansHeld = 4;

    /// <summary>Seconds that work under way gets when the server is told to end.</summary>
    public const int ShutdownSeconds = 10;
}
