using NodaTime;
using Rahdar.Network.Legal;
using Rahdar.Network.Places;
using Rahdar.Quantities;

namespace Rahdar.Planning.Papers;

/// <summary>One thing to have, to hold or to answer on a plan.</summary>
/// <param name="PaperId">Rule it follows from.</param>
/// <param name="Kind">Regime, paper, permit or question.</param>
/// <param name="Moment">What happens there.</param>
/// <param name="Country">Country that asks, ISO 3166; empty for the whole way.</param>
/// <param name="Place">Where it is asked for.</param>
/// <param name="Mode">Mode the goods are on; null where it does not matter.</param>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Text">What to know about it.</param>
/// <param name="Why">Why it is asked for on this plan.</param>
/// <param name="Lead">Time between asking for it and having it, h or d; null unknown.</param>
/// <param name="NeededBy">Instant at which it must be there.</param>
/// <param name="LegalIds">Legal rows it rests on; may be empty.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record PaperItem(
    string PaperId, PaperKind Kind, PaperMoment Moment, string Country, PlaceId Place, Mode? Mode, string Name,
    string Text, string Why, Figure? Lead, Instant NeededBy, IReadOnlyList<string> LegalIds, Provenance Provenance)
{
    /// <summary>Lead time in days; null unknown.</summary>
    public Triangle? LeadDays => Lead is null ? null
        : Lead.Unit == "d" ? Lead.Value
        : new Triangle(Lead.Value.Min / HoursADay, Lead.Value.Mode / HoursADay, Lead.Value.Max / HoursADay);

    private const decimal HoursADay = 24;
}

/// <summary>One country of the customs chain.</summary>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="From">First place in it.</param>
/// <param name="To">Last place in it.</param>
/// <param name="Regimes">Export, transit, entry to a union, import: in order; empty where no rule is known.</param>
public sealed record ChainLine(string Country, PlaceId From, PlaceId To, IReadOnlyList<PaperItem> Regimes);

/// <summary>What must be asked for first.</summary>
/// <param name="Item">The paper or permit.</param>
/// <param name="Days">Days before departure, none below zero: least, likely, greatest over all items.</param>
/// <param name="Departure">Instant the first vehicle leaves.</param>
/// <param name="DaysLeft">Whole days from the knowledge date to the date of departure at the origin.</param>
public sealed record FirstToAsk(PaperItem Item, Triangle Days, Instant Departure, int DaysLeft)
{
    /// <summary>True when the likely lead time is longer than what is left.</summary>
    public bool IsTight => Days.Mode > DaysLeft;

    /// <summary>True when the likely lead time fits into what is left and the greatest does not.</summary>
    public bool IsDoubtful => !IsTight && Days.Max > DaysLeft;
}
