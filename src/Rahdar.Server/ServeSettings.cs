using System.Net;

namespace Rahdar.Server;

/// <summary>What a server is started with.</summary>
public sealed record ServeSettings
{
    /// <summary>Port; 0 takes a free one and says which.</summary>
    public int Port { get; init; } = 8717;

    /// <summary>Address; only one of the machine itself is taken.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Folder of another corridor; null for the shipped one.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Folder of the built web pages; null where there are none, then the API is served alone.</summary>
    public string? ClientFolder { get; init; }

    /// <summary>Where measurements and traces are sent (OTLP over HTTP); null sends nothing.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>Questions answered at one time.</summary>
    public int QuestionsAtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>Time after which a question is given up.</summary>
    public TimeSpan QuestionTime { get; init; } = TimeSpan.FromSeconds(ServeLimits.QuestionSeconds);
}
