using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Legal;
using Rahdar.Quantities;

namespace Rahdar.Planning.Papers;

/// <summary>Which rules hold at an occasion of a journey, by what was known on the knowledge date.</summary>
internal sealed class Rulebook
{
    private readonly CorridorNetwork _network;
    private readonly LocalDate _known;
    private readonly IReadOnlyList<string> _ends;
    private readonly IReadOnlyList<TreatyTerm> _unions;
    private readonly Mode? _onlyMode;
    private readonly bool _isInternational;
    private readonly bool _isFromPort;

    internal Rulebook(CorridorNetwork network, PlanQuery query, Journey journey)
    {
        (_network, _known) = (network, query.Known);
        _ends = [journey.Origin.Country, journey.Destination.Country];
        _unions =
            [.. network.Papers.Where(r => r.Moment == PaperMoment.Union).Select(r => r.Treaty).OfType<TreatyTerm>()];
        _onlyMode = journey.Legs.Select(l => l.Mode).Distinct().ToList() is [var only] ? only : null;
        _isInternational = journey.Stretches.Count > 1;
        _isFromPort = journey.Origin.Kinds.Contains("port");
        IsToPort = journey.Destination.Kinds.Contains("port")
            && journey.Stretches[^1].Entry is { Mode: Mode.Rail or Mode.Road };
    }

    /// <summary>True when the plan ends at a seaport and enters its country over land.</summary>
    internal bool IsToPort { get; }

    /// <summary>The rules that speak at an occasion, one a topic, in the order of the table.</summary>
    internal IReadOnlyList<PaperRule> ListFor(Occasion o) =>
    [
        .. _network.Papers.Where(r => Holds(r, o)).GroupBy(r => r.Topic).Select(topic => topic.MaxBy(Specialty)!),
    ];

    /// <summary>Customs territory of a country: its union, else the country itself.</summary>
    /// <remarks>A union is a treaty that a rule names for the moment `union`.</remarks>
    internal string TerritoryOf(string country) =>
        _unions.FirstOrDefault(u => FindMembership(u, country) is not null)?.Instrument ?? country;

    /// <summary>Legal rows that bind the parties a rule asks for; empty when it asks for none.</summary>
    internal IReadOnlyList<LegalRow> ListMemberships(PaperRule rule, Occasion o) => rule.Treaty is not { } treaty ? []
        : [.. PartiesOf(treaty, o).Select(c => FindMembership(treaty, c)).OfType<LegalRow>().Distinct()];

    private bool Holds(PaperRule r, Occasion o) =>
        r.Moment == o.Moment && (r.Country is null || r.Country == o.Country)
        && (r.Mode is null || r.Mode == o.Mode || r.Condition == PaperCondition.Throughout)
        && IsMet(r, o) && IsBound(r.Treaty, o)
        && (r.LegalId.Length == 0 || _network.Laws.First(l => l.Id == r.LegalId).IsSeenOn(_known));

    private bool IsMet(PaperRule r, Occasion o) => r.Condition switch
    {
        PaperCondition.Always => true,
        PaperCondition.Domestic => o.Countries.Count == 1,
        PaperCondition.International => o.Countries.Count > 1,
        PaperCondition.Throughout => _isInternational && _onlyMode is { } only && (r.Mode ?? only) == only,
        PaperCondition.FromPort => _isFromPort,
        PaperCondition.ToPort => IsToPort,
        _ => throw new InvalidOperationException("a condition nobody knows"),
    };

    private bool IsBound(TreatyTerm? treaty, Occasion o)
    {
        if (treaty is null) return true;
        var bound = PartiesOf(treaty, o).Select(c => FindMembership(treaty, c) is not null).ToList();
        return treaty.Parties == TreatyParties.OneEnd ? bound.Contains(true) : !bound.Contains(false);
    }

    private IReadOnlyList<string> PartiesOf(TreatyTerm treaty, Occasion o) => treaty.Parties switch
    {
        TreatyParties.Here => [o.Country],
        TreatyParties.OneEnd => [o.Countries[0], o.Countries[^1]],
        TreatyParties.Ends => _ends,
        TreatyParties.All => o.Countries,
        _ => throw new InvalidOperationException("parties nobody knows"),
    };

    private LegalRow? FindMembership(TreatyTerm treaty, string country) => _network.Laws.FirstOrDefault(l =>
        l.Instrument == treaty.Instrument && l.State == treaty.State && l.SpeaksOf(country) && l.IsSeenOn(_known));

    // A rule for a country speaks before one for the parties of a treaty, and both before one for anybody; of equals
    // the first in the table.
    private static int Specialty(PaperRule r) =>
        (r.Country is null ? 0 : 8) + (r.Treaty is null ? 0 : 4) + (r.Condition == PaperCondition.Always ? 0 : 2)
        + (r.Mode is null ? 0 : 1);
}
