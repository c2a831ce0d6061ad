using NodaTime;
using Rahdar.Quantities;

namespace Rahdar.Network.Legal;

/// <summary>A membership, rule, sanction or goods control. A screening aid, not legal advice.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Instrument">Treaty, programme or rule.</param>
/// <param name="Countries">ISO 3166 codes it speaks of, or the one word `all`.</param>
/// <param name="State">State as received: party, party and operating, member, in force ...</param>
/// <param name="Since">First date the row tells; null when it tells none.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record LegalRow(
    string Id, string Instrument, IReadOnlyList<string> Countries, string State, LocalDate? Since,
    Provenance Provenance)
{
    /// <summary>Whether the row speaks of a country.</summary>
    public bool SpeaksOf(string country) => Countries.Contains(country) || Countries is ["all"];

    /// <summary>Whether it was in force on a day; no row tells when it became known, so this stands for it.</summary>
    public bool IsSeenOn(LocalDate day) => Since is null || Since <= day;
}
