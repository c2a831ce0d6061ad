using NodaTime;

namespace Rahdar.Quantities;

/// <summary>Who says so: the source of a figure or claim, when it became known, and how sure it is.</summary>
/// <param name="Source">Source ids joined by `;`; `MEM` recalled by the compiler, `EST` an estimate.</param>
/// <param name="Confidence">Grade given by the compiler of the row.</param>
/// <param name="Date">Date the row itself tells: valid from, status or publication; null when it tells none.</param>
/// <param name="KnownFrom">First day on which the claim was known; null means always known, learned later.</param>
public sealed record Provenance(string Source, Confidence Confidence, LocalDate? Date, LocalDate? KnownFrom)
{
    /// <summary>Measured (seen in a page), recalled from memory, or assumed.</summary>
    public Basis Basis =>
        Source.Split(';', StringSplitOptions.TrimEntries) switch
        {
            var ids when ids.Contains("EST") && Confidence == Confidence.Low => Basis.Assumed,
            var ids when ids.All(id => id is "EST") => Basis.Assumed,
            var ids when ids.All(id => id is "MEM" or "EST" or "GK") => Basis.Recalled,
            _ => Basis.Published,
        };
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
