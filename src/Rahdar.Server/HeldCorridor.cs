using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Tower;

namespace Rahdar.Server;

/// <summary>The corridor, read once: every question is asked of it.</summary>
/// <param name="network">The network.</param>
/// <param name="dataVersion">Hash of the files it was read from.</param>
/// <param name="clock">Says what day it is, where a question takes today.</param>
public sealed class HeldCorridor(CorridorNetwork network, string dataVersion, IClock clock)
{
    private readonly Lazy<ClaimBook> _claims = new(() => new ClaimBook(network));
    private readonly Lazy<PlaceFinder> _finder = new(() => new PlaceFinder(network));

    /// <summary>The network.</summary>
    public CorridorNetwork Network => network;

    /// <summary>Hash of the files: another version, other answers.</summary>
    public string DataVersion => dataVersion;

    /// <summary>Every claim, by subject.</summary>
    public ClaimBook Claims => _claims.Value;

    /// <summary>Finds places by text.</summary>
    public PlaceFinder Finder => _finder.Value;

    /// <summary>Answers of the last questions about ways: what is drawn of a plan needs no second search.</summary>
    internal PlanShelf Plans { get; } = new();

    /// <summary>Today, UTC.</summary>
    public LocalDate Today => clock.GetCurrentInstant().InUtc().Date;

    /// <summary>Version of the program.</summary>
    public static string ProgramVersion { get; } =
        typeof(HeldCorridor).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Reads the corridor of a folder; the faults when it cannot be read.</summary>
    public static (HeldCorridor? Corridor, ReadFaults Faults) Read(string? folder, IClock clock)
    {
        var outcome = CorridorStore.Read(folder);
        return outcome.Network is { } network
            ? (new HeldCorridor(network, CorridorStore.VersionOf(folder), clock), new ReadFaults([]))
            : (null, new ReadFaults(outcome.Faults));
    }
}

/// <summary>Why a corridor could not be read.</summary>
/// <param name="Faults">Every fault of its files.</param>
public sealed record ReadFaults(IReadOnlyList<Rahdar.Network.Reading.InputFault> Faults);
