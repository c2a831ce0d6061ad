using Rahdar.Quantities;

namespace Rahdar.Network.Legal;

/// <summary>What a rule asks for.</summary>
public enum PaperKind
{
    /// <summary>A customs regime or transit system the goods move under.</summary>
    Regime,

    /// <summary>A document, seal or plate.</summary>
    Paper,

    /// <summary>Leave of an authority or railway.</summary>
    Permit,

    /// <summary>A question that a named person must answer; never a score.</summary>
    Question,
}

/// <summary>Where on the way a rule is asked.</summary>
public enum PaperMoment
{
    /// <summary>Once a plan.</summary>
    Plan,

    /// <summary>Leaving the customs territory of the origin.</summary>
    Export,

    /// <summary>Each customs territory passed.</summary>
    Transit,

    /// <summary>The first border of a customs union.</summary>
    Union,

    /// <summary>A country reached without a customs border.</summary>
    Inside,

    /// <summary>The border of the destination's country, when the plan ends at a seaport and reached it over
    /// land.</summary>
    Port,

    /// <summary>The destination, in another customs territory than the origin.</summary>
    Import,

    /// <summary>Each country that a vehicle enters over a land border.</summary>
    Entry,

    /// <summary>Each leg: rides of one mode in a row; by sea and air each ride.</summary>
    Leg,

    /// <summary>Contract of carriage of an international rail leg, by country.</summary>
    Note,

    /// <summary>The border at which that contract changes.</summary>
    Change,

    /// <summary>Each port or airport a service calls at between the ends of a ride.</summary>
    Call,

    /// <summary>Each country touched, ports of call included.</summary>
    Touch,
}

/// <summary>What must be so besides moment, country, mode and treaty.</summary>
public enum PaperCondition
{
    /// <summary>Nothing.</summary>
    Always,

    /// <summary>One country only.</summary>
    Domestic,

    /// <summary>Two countries or more.</summary>
    International,

    /// <summary>The plan goes from country to country, and every ride is by the mode of the rule.</summary>
    Throughout,

    /// <summary>The plan begins at a seaport.</summary>
    FromPort,

    /// <summary>The plan ends at a seaport and reaches its country over land.</summary>
    ToPort,
}

/// <summary>Who must be bound by a treaty.</summary>
public enum TreatyParties
{
    /// <summary>The country of the moment.</summary>
    Here,

    /// <summary>The first or the last country of the leg.</summary>
    OneEnd,

    /// <summary>The countries of origin and destination of the plan.</summary>
    Ends,

    /// <summary>Every country of the moment: of the plan, or of the leg.</summary>
    All,
}

/// <summary>A treaty that must bind countries for a rule to hold.</summary>
/// <param name="Instrument">Instrument of the legal rows.</param>
/// <param name="State">State that such a row must tell.</param>
/// <param name="Parties">Who must be bound.</param>
public sealed record TreatyTerm(string Instrument, string State, TreatyParties Parties);

/// <summary>One thing to have, to hold or to answer, and when.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Topic">Of the rules of one topic that hold at one moment, the most special one speaks.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Moment">Where it is asked.</param>
/// <param name="Country">ISO 3166 code; null for any country.</param>
/// <param name="Mode">Mode; null for any.</param>
/// <param name="Condition">What must be so besides.</param>
/// <param name="Treaty">Treaty that must bind; null for none.</param>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Text">What to know about it.</param>
/// <param name="Lead">Time between asking for it and having it, h or d; null unknown.</param>
/// <param name="LegalId">Legal row it rests on; empty for none.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record PaperRule(
    string Id, string Topic, PaperKind Kind, PaperMoment Moment, string? Country, Mode? Mode, PaperCondition Condition,
    TreatyTerm? Treaty, string Name, string Text, Figure? Lead, string LegalId, Provenance Provenance);
