using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Simulation.Rail;

namespace Rahdar.Simulation.Corridor;

/// <summary>A corridor laid out for simulation: what moves, on what way, through which resources. Immutable;
/// replications
/// share it.</summary>
/// <remarks>Time base: seconds since <see cref="Epoch"/>.</remarks>
internal sealed record CorridorModel
{
    internal required Instant Epoch { get; init; }

    /// <summary>Second at which measuring begins: what is before warms up.</summary>
    internal required long Begin { get; init; }

    /// <summary>Second at which it ends.</summary>
    internal required long End { get; init; }

    internal required PlaceId[] Places { get; init; }

    internal required Step[] Steps { get; init; }

    internal required Seconds[] Durations { get; init; }

    /// <summary>Prices by number of the step; of a step that is not in it the price is unknown.</summary>
    internal required IReadOnlyDictionary<int, StepPrice> Prices { get; init; }

    internal required GateModel[] Gates { get; init; }

    /// <summary>Border rows by direction: what a passage is counted under.</summary>
    internal required (string Id, int From, int To)[] Borders { get; init; }

    internal required YardModel[] Yards { get; init; }

    internal required LineModel[] Lines { get; init; }

    internal required TrackLayout Layout { get; init; }

    /// <summary>Row of the data that each section of the layout belongs to.</summary>
    internal required string[] SectionRows { get; init; }

    /// <summary>Row of the data that waiting for the line at each place of the layout is counted under.</summary>
    internal required string?[] RowOfPlace { get; init; }

    /// <summary>Names of rows of sections.</summary>
    internal required IReadOnlyDictionary<string, string> SectionNames { get; init; }

    internal required TrainRun[] Runs { get; init; }

    internal required (int Section, long From, long Until)[] ShutSections { get; init; }

    internal required ServiceModel[] Services { get; init; }

    internal required SourceModel[] Sources { get; init; }

    internal required ConsignmentModel[] Consignments { get; init; }

    /// <summary>Chance of a breakdown on one step over rails, a million times, and how long it lasts.</summary>
    internal required (int PerMillion, Seconds Lasts) TrainBreakdown { get; init; }

    /// <summary>What the model leaves out or takes for granted, one sentence each; shown with every result.</summary>
    internal required IReadOnlyList<ModelLimit> Limits { get; init; }

    /// <summary>Demands and services that could not be laid out, and why, one sentence each.</summary>
    internal required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Days measured.</summary>
    internal int Days => (int)((End - Begin) / 86_400);

    internal Instant At(long second) => Epoch + Duration.FromSeconds(second);
}
