using NodaTime;

namespace Rahdar.Quantities;

/// <summary>Who says so: the source of a figure or claim, when it became known, and how sure it is.</summary>
/// <param name="Source">Source ids joined by `;`; `MEM` recalled by the compiler, `EST` an estimate.</param>
/// <param name="Confidence">Grade given by the compiler of the row.</param>
/// <param name="Date">Date the row itself tells: valid from, status or publication; null when it tells none.</param>
/// <param name="KnownFrom">First day on which the claim was known; null means always known, learned later.</param>
public sealed record Provenance(string Source, Confidence Confidence, LocalDate? Date, LocalDate? KnownFrom)
{
    /// <summary>What the figure rests on. A row that mixes pages with an estimate counts as assumed unless it is graded
    /// high.</summary>
    public Basis Basis
    {
        get
        {
            if (Confidence == Confidence.High) return Basis.Published;
            var ids = Source.Split(';', StringSplitOptions.TrimEntries);
            if (ids.Contains("EST")) return Basis.Assumed;
            return ids.Any(id => id is "MEM" or "GK") ? Basis.Recalled : Basis.Published;
        }
    }
}

/// <summary>Grade of a figure: high = seen in a page, medium = recalled or derived, low = estimate.</summary>
public enum Confidence
{
    /// <summary>Estimate.</summary>
    Low,

    /// <summary>Recalled, or derived from a page.</summary>
    Medium,

    /// <summary>Seen in a page.</summary>
    High,
}

/// <summary>What a figure rests on; shown to the user beside it.</summary>
public enum Basis
{
    /// <summary>An estimate of ours or of the compiler.</summary>
    Assumed,

    /// <summary>Recalled from general knowledge, not seen in a page.</summary>
    Recalled,

    /// <summary>Seen in a published page, or derived from one.</summary>
    Published,
}
