using Rahdar.Network.Places;

namespace Rahdar.Network.Claims;

/// <summary>How well a text meets a name; the order is the rank, best first.</summary>
public enum MatchGrade
{
    /// <summary>The id, UN/LOCODE or crossing itself.</summary>
    Id,

    /// <summary>The whole name.</summary>
    Name,

    /// <summary>A whole word or part between signs.</summary>
    Word,

    /// <summary>The beginning of the name.</summary>
    Beginning,

    /// <summary>The whole name in another spelling (kh for h, q for k ...).</summary>
    Spelling,

    /// <summary>Few letters differ.</summary>
    Similar,

    /// <summary>Somewhere inside the name.</summary>
    Inside,
}

/// <summary>Something found by text.</summary>
/// <param name="Kind">Place, border, service or port.</param>
/// <param name="Id">Stable id; of a port the id of its place.</param>
/// <param name="Name">Latin name.</param>
/// <param name="Country">ISO 3166 code or codes; may be empty.</param>
/// <param name="Script">Script of the name that matched: id, Latin, Cyrillic, Arabic (Persian, Urdu).</param>
/// <param name="Matched">The name that matched, as held.</param>
/// <param name="Grade">How well.</param>
/// <param name="Distance">Letters that differ; 0 unless similar.</param>
public sealed record PlaceMatch(
    SubjectKind Kind, string Id, string Name, string Country, string Script, string Matched, MatchGrade Grade,
    int Distance);

/// <summary>Outcome of resolving a text to one place.</summary>
public abstract record PlaceResolution
{
    private PlaceResolution()
    {
    }

    /// <summary>Exactly one place.</summary>
    /// <param name="Place">The place.</param>
    /// <param name="Match">How it was found; a caller shows it when the grade is not id or name.</param>
    public sealed record One(Place Place, PlaceMatch Match) : PlaceResolution;

    /// <summary>Several places fit as well.</summary>
    /// <param name="Candidates">Best first, at least two.</param>
    public sealed record Ambiguous(IReadOnlyList<PlaceMatch> Candidates) : PlaceResolution;

    /// <summary>No place fits.</summary>
    /// <param name="Candidates">Nearest names, best first; may be empty.</param>
    public sealed record Unknown(IReadOnlyList<PlaceMatch> Candidates) : PlaceResolution;
}
