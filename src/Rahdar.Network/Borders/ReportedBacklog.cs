using NodaTime;
using Rahdar.Quantities;

namespace Rahdar.Network.Borders;

/// <summary>Units that were reported to stand before a shut post: it judges the simulation, never feeds
/// it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="ClosureId">The closure they wait for.</param>
/// <param name="BorderId">Border row at which they stand.</param>
/// <param name="On">Day of which the report speaks.</param>
/// <param name="Units">How many; least and greatest where the report gives two figures.</param>
/// <param name="Note">Remark.</param>
public sealed record ReportedBacklog(
    string Id, string ClosureId, string BorderId, LocalDate On, Figure Units, string Note);
