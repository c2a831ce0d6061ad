using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Network.Hazards;

/// <summary>What a claim about a project speaks of.</summary>
public enum ProjectClaimKind
{
    /// <summary>Days on the way once the project is there.</summary>
    Days,

    /// <summary>Days on the way without it.</summary>
    DaysBefore,

    /// <summary>Days less than without it.</summary>
    DaysSaved,
}

/// <summary>What somebody said a project will do: it is judged and feeds nothing.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="From">Where goods set out.</param>
/// <param name="To">Where they go.</param>
/// <param name="Kind">What the days are.</param>
/// <param name="Days">Days, least and greatest.</param>
/// <param name="Note">The words, and what had to be taken for granted.</param>
public sealed record ProjectClaim(
    string Id, string ProjectId, PlaceId From, PlaceId To, ProjectClaimKind Kind, Figure Days, string Note);
