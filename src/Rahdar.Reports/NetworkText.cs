using Rahdar.Network.Borders;
using Rahdar.Network.Claims;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Reports;

/// <summary>The answers of `rahdar network` as text.</summary>
/// <remarks>
/// Width in characters, 80 where nothing else is told; a plain page has no colour and no control characters.
/// </remarks>
public static class NetworkText
{
    private const int NarrowLabel = 12;

    /// <summary>Every fault of a load or of a question, in the order of files and rows.</summary>
    public static string Faults(IReadOnlyList<InputFault> faults, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain).Title($"{Count(faults.Count, "fault")}: nothing was done");
        foreach (var file in faults.GroupBy(f => f.File))
        {
            sheet.Heading(file.Key);
            foreach (var fault in file)
            {
                // A fault of a question names its option and has no row.
                var isOption = fault.Field.StartsWith("--", StringComparison.Ordinal);
                var where = isOption ? fault.Field : fault.Row == 0 ? "whole file" : $"row {fault.Row}";
                var field = isOption || fault.Field.Length == 0 ? "" : fault.Field + ": ";
                sheet.Labelled(where, $"{field}{fault.Message} [{fault.Code}]", NarrowLabel, 2);
            }
        }
        return sheet.Finish();
    }

    /// <summary>What was found by a text, best first.</summary>
    public static string Find(string text, IReadOnlyList<PlaceMatch> matches, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        if (matches.Count == 0) return sheet.Line($"nothing found for \"{text}\"").Finish();
        sheet.Title($"{Count(matches.Count, "match", "matches")} for \"{text}\"");
        return Matches(sheet, matches).Finish();
    }

    /// <summary>A subject nobody knows, with what may have been meant.</summary>
    public static string Unknown(string text, IReadOnlyList<PlaceMatch> candidates, int width = 80, bool isPlain = true)
    {
        var sheet = new TextSheet(width, isPlain);
        if (candidates.Count == 0)
            return sheet.Line($"\"{text}\" is no id of the network, and no name is near").Finish();
        sheet.Line($"\"{text}\" is no id of the network; name one of these:");
        return Matches(sheet, candidates).Finish();
    }

    /// <summary>A subject as it was known on a day: what holds and why, then every claim with file and line.</summary>
    public static string Show(SubjectView view, int staleAfterDays, int width = 80, bool isPlain = true)
    {
        var subject = view.Subject;
        var sheet = new TextSheet(width, isPlain).Title(
            $"{KindWord(subject.Kind).ToUpperInvariant()} {subject.Id}", $"as known on {view.Known:uuuu-MM-dd}");
        if (subject.Name.Length > 0)
            sheet.Line(subject.Country.Length > 0
                ? $"{subject.Name} ({string.Join(" - ", subject.Country.Split(';'))})"
                : subject.Name);
        foreach (var judgement in view.Judgements)
        {
            sheet.Heading($"{judgement.Field}: {judgement.Answer}");
            if (judgement.Reason.Length > 0) sheet.Labelled("because", judgement.Reason, NarrowLabel, 2);
            foreach (var weighed in judgement.Claims) Weighed(sheet, weighed, view, staleAfterDays);
        }
        foreach (var rows in RowGroups(view.Claims)) RowGroup(sheet, rows, view, staleAfterDays);
        if (view.Related.Count > 0) sheet.Heading("see also");
        foreach (var (what, ids) in view.Related) sheet.Labelled(what, ids, 14, 2);
        if (view.LaterClaims > 0)
            sheet.Heading(view.LaterClaims == 1 ? "1 later claim is not shown."
                : $"{view.LaterClaims} later claims are not shown.");
        return sheet.Finish();
    }

    /// <summary>What a clean load holds, what does not join, what is old and what is in conflict.</summary>
    public static string Check(NetworkSurvey survey, int width = 80, bool isPlain = true) =>
        SurveyText.Write(new TextSheet(width, isPlain), survey).Finish();

    private static void Weighed(TextSheet sheet, WeighedClaim weighed, SubjectView view, int staleAfterDays)
    {
        var claim = weighed.Claim;
        var grade = claim.Verification is { } verification ? $"{Words(verification)}, " : "";
        var known = claim.KnownFrom is { } day ? $"known {day:uuuu-MM-dd}" : "always known";
        var age = view.AgeOf(claim, staleAfterDays);
        sheet.Labelled(
            claim.Id, $"{weighed.Standing} | {grade}{known}{(age.Length > 0 ? $", {age}" : "")}", NarrowLabel, 2);
        sheet.Labelled("", claim.Value, NarrowLabel, 2);
        if (claim.Note.Length > 0) sheet.Labelled(
            "", claim.Field == "closure" ? $"undated note: {claim.Note}" : claim.Note, NarrowLabel, 2);
        sheet.Labelled("", $"{Said(claim)}, {Where(claim)}", NarrowLabel, 2);
    }

    /// <summary>Claims by row; neighbouring rows of one claim each, of one file and source, stand together.</summary>
    private static List<List<Claim>> RowGroups(IReadOnlyList<Claim> claims)
    {
        var groups = new List<List<Claim>>();
        var lastIsSingle = false;
        foreach (var row in claims.GroupBy(c => (c.File, c.Line)).Select(g => g.ToList()))
        {
            var before = groups.Count > 0 ? groups[^1][^1] : null;
            if (lastIsSingle && row.Count == 1 && before is not null
                && (before.File, before.Source, before.Confidence, before.KnownFrom, before.Id)
                    == (row[0].File, row[0].Source, row[0].Confidence, row[0].KnownFrom, row[0].Id))
                groups[^1].Add(row[0]);
            else groups.Add(row);
            lastIsSingle = row.Count == 1;
        }
        return groups;
    }

    private static void RowGroup(TextSheet sheet, List<Claim> claims, SubjectView view, int staleAfterDays)
    {
        var (first, last) = (claims[0], claims[^1]);
        var lines = first.Line == last.Line ? Where(first) : $"{Where(first)}-{last.Line}";
        sheet.Heading($"{lines}{(first.Id == view.Subject.Id ? "" : "  " + first.Id)}");
        var known = first.KnownFrom is { } day ? $"known from {day:uuuu-MM-dd}" : "always known, learned later";
        sheet.Line($"{Said(first)}; {known}", 2);
        var width = Math.Clamp(claims.Max(c => c.Field.Length) + 2, NarrowLabel, 34);
        foreach (var claim in claims) Plain(sheet, claim, view, staleAfterDays, width);
    }

    private static void Plain(TextSheet sheet, Claim claim, SubjectView view, int staleAfterDays, int width)
    {
        var age = view.AgeOf(claim, staleAfterDays);
        var holds = (claim.HoldsFrom, claim.HoldsTo) switch
        {
            (null, null) => "",
            ({ } from, null) => $" from {from:uuuu-MM-dd}",
            (null, { } to) => $" to {to:uuuu-MM-dd}",
            ({ } from, { } to) => $" {from:uuuu-MM-dd} to {to:uuuu-MM-dd}",
        };
        if (claim.Field is not ("usd" or "range")) holds = "";
        sheet.Labelled(claim.Field, $"{claim.Value}{(age.Length > 0 ? $" [{age}]" : "")}{holds}", width, 2);
    }

    private static TextSheet Matches(TextSheet sheet, IReadOnlyList<PlaceMatch> matches) => sheet.Rows(
        [9, 18, 0, 6],
        matches.Select(m => (IReadOnlyList<string>)
        [
            KindWord(m.Kind), m.Id,
            m.Name == m.Matched || m.Script == "id" ? m.Name : $"{m.Name} = {m.Matched}", m.Country,
        ]));

    private static string Said(Claim claim) =>
        (claim.Source.Length > 0 ? string.Join("; ", claim.Source.Split(';')) : "no source")
        + (claim.Confidence is { } grade ? $", {grade.ToString().ToLowerInvariant()}" : "");

    private static string Where(Claim claim) =>
        claim.File.Length == 0 ? "assumed by a scenario" : $"{claim.File}:{claim.Line}";

    internal static string Words(Verification verification) =>
        verification == Verification.UnderVerification
            ? "under verification" : verification.ToString().ToLowerInvariant();

    internal static string Count(int n, string one, string? many = null) =>
        n == 1 ? $"1 {one}" : $"{n} {many ?? one + "s"}";

    internal static string ModeWord(Mode mode) => mode == Mode.RoRo ? "ro-ro" : mode.ToString().ToLowerInvariant();

    internal static string KindWord(SubjectKind kind) => kind switch
    {
        SubjectKind.GaugeYard => "gauge yard",
        SubjectKind.FigureRow => "figures",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
