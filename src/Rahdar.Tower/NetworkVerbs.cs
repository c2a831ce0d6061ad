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
        var book = new ClaimBook(network);
        if (book.FindSubject(subject) is { } found)
            return Show(book, found, known, network.StaleAfterDays, width, isPlain);
        var finder = new PlaceFinder(network);
        return finder.Resolve(subject) is PlaceResolution.One one && book.FindSubject(one.Place.Id.Value) is { } place
            ? Show(book, place, known, network.StaleAfterDays, width, isPlain)
            : (NetworkText.Unknown(subject, [.. finder.Find(subject).Take(CandidatesMax)], width, isPlain), Refused);
    }

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
