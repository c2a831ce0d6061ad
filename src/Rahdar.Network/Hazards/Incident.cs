using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Hazards;

/// <summary>Something that happened to the corridor: attack, flood, blockade. Holds no personal data.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null open.</param>
/// <param name="Place">Place; null when not in the network.</param>
/// <param name="PrecisionKm">How precisely the place is known.</param>
/// <param name="Kind">Kind word.</param>
/// <param name="Modes">Modes it touches.</param>
/// <param name="Title">In words.</param>
/// <param name="Verification">How well verified.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record Incident(
    string Id, LocalDate? From, LocalDate? To, PlaceId? Place, double? PrecisionKm, string Kind,
    IReadOnlyList<Mode> Modes, string Title, Verification Verification, Provenance Provenance)
{
    /// <summary>ISO 3166 code of the country it is told of.</summary>
    public string Country { get; init; } = "";

    /// <summary>Whether its kind counts as a disruption of cargo, by ours/incident_words.csv.</summary>
    public bool IsCounted { get; init; }
}

/// <summary>An infrastructure project; off unless a scenario opens it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name.</param>
/// <param name="From">First end.</param>
/// <param name="To">Second end.</param>
/// <param name="Scenario">Word that its section rows carry.</param>
/// <param name="Sections">Section rows it brings.</param>
/// <param name="Status">Status in words.</param>
/// <param name="Opens">Expected year of opening; null unknown.</param>
public sealed record Project(
    string Id, string Name, PlaceId From, PlaceId To, string Scenario, IReadOnlyList<string> Sections,
    string Status, Triangle? Opens);
