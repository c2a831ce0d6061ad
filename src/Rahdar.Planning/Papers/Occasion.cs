using NodaTime;
using Rahdar.Network.Legal;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Papers;

/// <summary>A point of a plan at which rules are asked.</summary>
/// <param name="Moment">What happens there.</param>
/// <param name="Step">Index of the element, for the order along the way.</param>
/// <param name="Country">Country that asks, ISO 3166; empty for the whole way.</param>
/// <param name="Place">Where.</param>
/// <param name="Mode">Mode the goods are on; null where it does not matter.</param>
/// <param name="NeededBy">Instant at which what is asked for must be there.</param>
/// <param name="Why">What happens, in words.</param>
internal sealed record Occasion(
    PaperMoment Moment, int Step, string Country, PlaceId Place, Mode? Mode, Instant NeededBy, string Why)
{
    /// <summary>Countries it concerns: those of the leg or of the plan, else its own.</summary>
    internal IReadOnlyList<string> Countries { get; init; } = [Country];

    /// <summary>Index of the stretch whose customs regime it decides; null when it decides none.</summary>
    internal int? Stretch { get; init; }
}
