using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Reading;
using Rahdar.Reports;

namespace Rahdar.Tower;

/// <summary>`rahdar network check`, `show` and `find`: text and exit code, written once for every host.</summary>
/// <remarks>
/// Exit codes: 0 fine, 2 faults or an unknown subject. The days come from the host; nothing reads a clock here.
/// </remarks>
public static class NetworkVerbs
{
    private const int Fine = 0;
    private const int Refused = 2;
    private const int CandidatesMax = 8;
    private const int MatchesMax = 20;

    /// <summary>What the corridor holds, or every fault of it.</summary>
    /// <param name="outcome">What the reader gave.</param>
    /// <param name="asOf">Day for the ages of statuses and the services on offer.</param>
    /// <param name="width">Characters a line.</param>
    /// <param name="isPlain">True for no colour.</param>
    public static (string Text, int ExitCode) Check(
        ReadOutcome outcome, LocalDate asOf, int width = 80, bool isPlain = true) =>
        outcome.Network is { } network
            ? (NetworkText.Check(NetworkSurvey.Of(network, asOf), width, isPlain), Fine)
            : (NetworkText.Faults(outcome.Faults, width, isPlain), Refused);

    /// <summary>
    /// Every claim about a subject as known on a day; candidates when no subject bears the id or name.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="subject">Id of a place, border, crossing `A-B`, link, service, project, closure ... or a name that
    /// one place bears.</param>
    /// <param name="known">Knowledge date.</param>
    /// <param name="width">Characters a line.</param>
    /// <param name="isPlain">True for no colour.</param>
    public static (string Text, int ExitCode) Show(
        CorridorNetwork network, string subject, LocalDate known, int width = 80, bool isPlain = true)
    {
        var (book, finder) = (new ClaimBook(network), new PlaceFinder(network));
        return FindSubject(book, finder, subject) is { } found
            ? Show(book, found, known, network.StaleAfterDays, width, isPlain)
            : (NetworkText.Unknown(subject, [.. finder.Find(subject).Take(CandidatesMax)], width, isPlain), Refused);
    }

    /// <summary>The subject that bears an id, or a place that alone bears a name; null when there is none.</summary>
    public static Subject? FindSubject(ClaimBook book, PlaceFinder finder, string text) =>
        book.FindSubject(text)
        ?? (finder.Resolve(text) is PlaceResolution.One one ? book.FindSubject(one.Place.Id.Value) : null)
        // The name of something that is no place, a border say, as it is written in the answers.
        ?? (finder.Find(text).FirstOrDefault(m => string.Equals(m.Name, text, StringComparison.OrdinalIgnoreCase))
            is { } named ? book.FindSubject(named.Id) : null);

    /// <summary>Every claim about a subject as JSON; the fault when nothing bears the id or name.</summary>
    /// <param name="network">The network.</param>
    /// <param name="book">Its claims.</param>
    /// <param name="finder">Its names.</param>
    /// <param name="subject">Id, or a name that one place bears.</param>
    /// <param name="known">Knowledge date.</param>
    /// <param name="field">What the fault blames.</param>
    /// <param name="faults">Receives it.</param>
    public static string? ShowJson(
        CorridorNetwork network, ClaimBook book, PlaceFinder finder, string subject, LocalDate known, string field,
        FaultCollector faults)
    {
        if (FindSubject(book, finder, subject) is { } found)
            return ClaimsJson.Show(network, book.ViewOf(found, known));
        var near = string.Join(", ", finder.Find(subject).Take(CandidatesMax).Select(m => $"{m.Name} ({m.Id})"));
        faults.Add(PlanVerb.QuestionFile, 0, field, "query:unknown-subject", $"`{subject}` is no id of the network"
            + (near.Length > 0 ? $"; did you mean {near}?" : ", and no name is near"));
        return null;
    }

    /// <summary>What is found by text, as JSON.</summary>
    public static string FindJson(PlaceFinder finder, string text) =>
        ClaimsJson.Find(text, [.. finder.Find(text).Take(MatchesMax)]);

    internal static (string Text, int ExitCode) Show(
        ClaimBook book, Subject subject, LocalDate known, int staleAfterDays, int width = 80, bool isPlain = true) =>
        (NetworkText.Show(book.ViewOf(subject, known), staleAfterDays, width, isPlain), Fine);

    /// <summary>Places, borders, services and ports by text in any script held; best first.</summary>
    /// <param name="network">The network.</param>
    /// <param name="text">What is sought.</param>
    /// <param name="width">Characters a line.</param>
    /// <param name="isPlain">True for no colour.</param>
    public static (string Text, int ExitCode) Find(
        CorridorNetwork network, string text, int width = 80, bool isPlain = true)
    {
        IReadOnlyList<PlaceMatch> matches = [.. new PlaceFinder(network).Find(text).Take(MatchesMax)];
        return (NetworkText.Find(text, matches, width, isPlain), matches.Count > 0 ? Fine : Refused);
    }
}
