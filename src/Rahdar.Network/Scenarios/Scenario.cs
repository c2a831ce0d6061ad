using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Scenarios;

/// <summary>A named list of modifications on a network.</summary>
/// <param name="Name">Name from the first line.</param>
/// <param name="AsOf">Knowledge date the author had in mind; null when not given.</param>
/// <param name="Modifications">In file order.</param>
public sealed record Scenario(string Name, LocalDate? AsOf, IReadOnlyList<Modification> Modifications);

/// <summary>One change, named as a verb phrase.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes, so that two changes of one thing are seen.</param>
public abstract record Modification(int Line, string Field);

/// <summary>Shuts a pair of posts, a border row, a link or a port for a time.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="Target">Kind of thing.</param>
/// <param name="TargetId">Which.</param>
/// <param name="Modes">Modes stopped; empty means all.</param>
/// <param name="From">First day.</param>
/// <param name="Days">Assumed duration.</param>
/// <param name="Source">Who assumes it.</param>
/// <param name="Confidence">How sure.</param>
public sealed record Close(
    int Line, string Field, Borders.ClosureTarget Target, string TargetId, IReadOnlyList<Mode> Modes,
    LocalDate From, Triangle Days, string Source, Confidence Confidence) : Modification(Line, Field);

/// <summary>Sets the hours of a border clearance, a gauge yard's work, a dwell or a handling row.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="RowId">Border, gauge, dwell or handling id.</param>
/// <param name="Hours">New hours.</param>
/// <param name="Source">Who assumes it.</param>
/// <param name="Confidence">How sure.</param>
public sealed record SetDwell(
    int Line, string Field, string RowId, Triangle Hours, string Source, Confidence Confidence)
    : Modification(Line, Field);

/// <summary>Opens a link, or the links and section rows of a project, from a day on.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="Id">Link or project id.</param>
/// <param name="From">First day of operation.</param>
public sealed record OpenLink(int Line, string Field, string Id, LocalDate From) : Modification(Line, Field);

/// <summary>Sets how many units a day a gauge yard or a border row takes.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="RowId">Gauge or border id.</param>
/// <param name="PerDay">New capacity, in the unit of the row.</param>
/// <param name="Source">Who assumes it.</param>
/// <param name="Confidence">How sure.</param>
public sealed record SetCapacity(
    int Line, string Field, string RowId, Triangle PerDay, string Source, Confidence Confidence)
    : Modification(Line, Field);

/// <summary>Sets the opening days and hours of a border row.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="BorderId">Border id.</param>
/// <param name="Hours">New days and hours, in the zone of the first post.</param>
public sealed record SetHours(int Line, string Field, string BorderId, Borders.OpeningHours Hours)
    : Modification(Line, Field);

/// <summary>Puts the section rows of a project in the place of the baseline, on links that are worked, from a day
/// on.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="ProjectId">Project id.</param>
/// <param name="From">First day.</param>
public sealed record UpgradeLine(int Line, string Field, string ProjectId, LocalDate From)
    : Modification(Line, Field);

/// <summary>Takes a service off offer.</summary>
/// <param name="Line">Line in the scenario file.</param>
/// <param name="Field">What it changes.</param>
/// <param name="ServiceId">Which.</param>
public sealed record StopService(int Line, string Field, string ServiceId) : Modification(Line, Field);
