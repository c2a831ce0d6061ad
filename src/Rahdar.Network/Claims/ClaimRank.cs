namespace Rahdar.Network.Claims;

/// <summary>The order in which competing claims are chosen.</summary>
internal static class ClaimRank
{
    /// <summary>Verification, then latest known-from, then confidence, then id. A claim without a grade of verification
    /// counts as confirmed: its table holds only what was seen.</summary>
    internal static IReadOnlyList<Claim> Order(IEnumerable<Claim> claims) =>
    [
        .. claims.OrderByDescending(c => c.Verification ?? Borders.Verification.Confirmed)
            .ThenByDescending(c => c.KnownFrom)
            .ThenByDescending(c => c.Confidence)
            .ThenBy(c => c.Id, StringComparer.Ordinal),
    ];

    /// <summary>Which step of the order decided between the best claim and the next.</summary>
    internal static string Reason(IReadOnlyList<Claim> ordered)
    {
        if (ordered.Count == 0) return "no claim was known";
        if (ordered.Count == 1) return "the only claim known";
        var (best, next) = (ordered[0], ordered[1]);
        var rank = best.Verification != next.Verification ? "best verified"
            : best.KnownFrom != next.KnownFrom ? "latest known-from"
            : best.Confidence != next.Confidence ? "same day, better graded"
            : "same day and grade, first by id";
        return $"{rank} of {ordered.Count} claims";
    }
}
