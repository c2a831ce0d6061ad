using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Network.Claims;

/// <summary>Tells which of competing claims holds on a day and why, as the planner takes it.</summary>
internal sealed class ClaimJudge(CorridorNetwork network, ClaimBook book, Knowledge knowledge)
{
    private LocalDate Day => knowledge.Day;

    /// <summary>
    /// Judgements about a subject; <paramref name="laterClosures"/> counts closures about it that became known later.
    /// </summary>
    internal IReadOnlyList<Judgement> Judge(Subject subject, IReadOnlyList<Claim> own, out int laterClosures)
    {
        var named = NamedBy(subject).ToList();
        laterClosures = named.Count(c => c.KnownFrom > Day && !c.IsAssumed);
        var closures = named.Where(c => c.IsAssumed || !(c.KnownFrom > Day)).ToList();
        return subject.Kind switch
        {
            SubjectKind.Border => OfBorder(RowOf(subject.Id), closures),
            SubjectKind.Crossing => [.. RowsOf(subject.Id).Select(r => StateOf(r, closures, r.Id))],
            SubjectKind.Service => [ServiceJudge.Offer(network, knowledge, book, subject.Id, own, closures)],
            SubjectKind.Project => [ServiceJudge.Project(network, subject.Id, own)],
            SubjectKind.Place => OfPlace(subject, own, closures),
            SubjectKind.Link => [OfLink(network.Links.First(l => l.Id == subject.Id), own, closures)],
            SubjectKind.Chokepoint => [OfWindows(ClosureTarget.Chokepoint, subject.Id, DateTimeZone.Utc, closures)],
            SubjectKind.Closure => [OfClosure(network.Closures.First(c => c.Id == subject.Id))],
            SubjectKind.GaugeYard => [OfYard(subject.Id, own)],
            SubjectKind.Section => [OfSection(subject.Id)],
            _ => [],
        };
    }

    private IEnumerable<Closure> NamedBy(Subject subject) => subject.Kind switch
    {
        SubjectKind.Border => network.Closures.Where(c => Concerns(c, RowOf(subject.Id))),
        SubjectKind.Crossing => network.Closures.Where(c => RowsOf(subject.Id).Any(r => Concerns(c, r))),
        SubjectKind.Service =>
            network.Closures.Where(c => c.Reach == ClosureReach.Service && c.ServiceId == subject.Id),
        SubjectKind.Place => Targeting(ClosureTarget.Port, subject.Id),
        SubjectKind.Link => Targeting(ClosureTarget.Link, subject.Id),
        SubjectKind.Chokepoint => Targeting(ClosureTarget.Chokepoint, subject.Id),
        _ => [],
    };

    private IEnumerable<Closure> Targeting(ClosureTarget target, string id) =>
        network.Closures.Where(c => c.Target == target && c.TargetId == id);

    private static bool Concerns(Closure c, BorderRow row) =>
        c.Target == ClosureTarget.Border && c.TargetId == row.Id
        || c.Target == ClosureTarget.Crossing && c.TargetId == row.Crossing
            && (c.Modes.Count == 0 || c.Modes.Contains(row.Mode));

    private IReadOnlyList<Judgement> OfBorder(BorderRow row, IReadOnlyList<Closure> closures)
    {
        var list = new List<Judgement> { StateOf(row, closures, "state"), Record(row) };
        var remark = row.Hours.Note.Length == 0 ? "" : $"; the remark \"{row.Hours.Note}\" is told, not used";
        list.Add(new Judgement(
            "hours", $"{row.Hours} {row.Hours.Zone.Id}",
            $"a clearance may start then; only the start is bound{remark}", null, []));
        if (row.Clearance is { } clear)
        {
            var mean = row.ClearanceMean is { } published
                ? $"; published mean {published.Value} h beside it"
                    + (NetworkSurvey.IsOutside(row) ? ": CONFLICT, outside the range" : "")
                : "";
            list.Add(new Judgement(
                "clearance", $"{clear.Value.Mean:0.##} h",
                $"mean of {clear.Value} h ({clear.Provenance.Source}, {Grade(clear.Provenance.Confidence)}){mean}",
                null, []));
        }
        return list;
    }

    private Judgement StateOf(BorderRow row, IReadOnlyList<Closure> closures, string field)
    {
        var about = closures.Where(c => Concerns(c, row)).ToList();
        if (network.BordersWithoutLink.Contains(row))
            return Weighed(
                field, "joins no link: no plan uses it", NetworkSurvey.WhyWithoutLink(network, row), about, null, null);
        if (row.Hours.IsNeverOpen)
            return Weighed(field, "shut: closed to trade by its hours", "the row names no open day", about, null, null);
        var windows = knowledge.WindowsOf(row);
        if (Active(windows) is { } window)
            return Weighed(field, Shut(window, row.Hours.Zone), ShutReason(window), about, window.Claim, null);
        var later = windows.FirstOrDefault() is { } next
            ? $"; to be shut from {next.Claim.From:uuuu-MM-dd} ({next.Claim.Id})" : "";
        var local = row.IsLocalTradeOnly ? "; local goods only, no transit" : "";
        if (knowledge.FindDispute(row) is { } dispute)
            return Weighed(
                field, $"usable, disputed{local}{later}", DisputeReason(dispute), about, dispute.Claim, dispute);
        var reason = WhyUsable(about);
        if (row.IsDefault) reason = "no border row exists: visible default";
        return Weighed(field, $"usable{local}{later}", reason, about, null, null);
    }

    private Judgement Record(BorderRow row)
    {
        var statistics = knowledge.Statistics;
        var count = statistics.CountAt(row.Crossing);
        return new Judgement(
            "record", count == 0 ? "no record, prior only" : $"{count} closures on record",
            $"since {network.ObservedFrom:uuuu-MM-dd}, known and confirmed, all rows of {row.Crossing}: "
            + $"{statistics.RatePerDay(row.Crossing) * 365:0.##} a year; "
            + $"a closure lasts {statistics.MeanDays():0.#} d in the mean", null, []);
    }

    private IReadOnlyList<Judgement> OfPlace(Subject subject, IReadOnlyList<Claim> own, IReadOnlyList<Closure> closures)
    {
        var list = new List<Judgement>();
        var place = network.GetPlaceOrUnlinked(new PlaceId(subject.Id));
        if (network.FindPort(place.Id) is not null)
            list.Add(OfWindows(ClosureTarget.Port, subject.Id, place.Zone, closures));
        var zones = own.Where(c => c.Field == "zone").ToList();
        var chosen = zones.FirstOrDefault(c => c.File == "ours/zones.csv");
        list.Add(new Judgement(
            "zone", place.Zone.Id, "ours/zones.csv rules; border rows are checked against it", chosen,
            [.. zones.OrderBy(c => c == chosen ? 0 : 1).Select(c => new WeighedClaim(
                c, c == chosen ? "chosen" : c.Value == place.Zone.Id ? "agrees"
                    : "conflict: other name, same offset"))]));
        return list;
    }

    private Judgement OfLink(Link link, IReadOnlyList<Claim> own, IReadOnlyList<Closure> closures)
    {
        var opened = network.OpenedFrom.TryGetValue(link.Id, out var from);
        var zone = network.GetPlace(link.From).Zone;
        if (Active(knowledge.WindowsOf(ClosureTarget.Link, link.Id, zone)) is { } window)
            return Weighed("state", Shut(window, zone), ShutReason(window), closures, window.Claim, null);
        var answer = network.IsWorked(link, Day) ? "worked"
            : opened ? $"worked from {from:uuuu-MM-dd}" : "not worked: no plan uses it";
        var reason = opened ? $"opened by scenario {network.ScenarioName}" : "status of the infrastructure as received";
        var status = own.FirstOrDefault(c => c.Field == "status");
        var weighed = Weighed("state", answer, reason, closures, null, null);
        return status is null ? weighed
            : weighed with { Chosen = status, Claims = [new(status, "chosen"), .. weighed.Claims] };
    }

    private Judgement OfWindows(ClosureTarget target, string id, DateTimeZone zone, IReadOnlyList<Closure> closures)
    {
        var windows = knowledge.WindowsOf(target, id, zone);
        return Active(windows) is { } window
            ? Weighed("state", Shut(window, zone), ShutReason(window), closures, window.Claim, null)
            : Weighed("state", "usable", WhyUsable(closures), closures, null, null);
    }

    private static string WhyUsable(IReadOnlyList<Closure> closures) =>
        closures.Count == 0 ? "no closure is known" : "no confirmed closure of freight holds";

    private Judgement OfClosure(Closure closure) => new(
        "effect", EffectOf(closure),
        $"names {closure.Target.ToString().ToLowerInvariant()} {closure.TargetId}; scope `{closure.Scope}` "
            + $"touches {$"{closure.Reach.ToString().ToLowerInvariant()} {closure.ServiceId}".TrimEnd()}; "
            + $"{Words(closure.Verification)}, "
            + (closure.KnownFrom is { } known ? $"known from {known:uuuu-MM-dd}" : "no day known"),
        null, []);

    private string EffectOf(Closure closure) => closure switch
    {
        { From: null } => "none: it has no date and is never active",
        _ when closure.KnownFrom > Day && !closure.IsAssumed => "none: not yet known",
        _ when !closure.IsAssumed && closure.To <= Day => $"none any more: ended {closure.To:uuuu-MM-dd}",
        { Verification: Verification.Denied } => "evidence against a closure, never a closure",
        { Reach: ClosureReach.People } => "none on freight: travellers only",
        { Reach: ClosureReach.Service } => $"stops {closure.ServiceId}, unless a later claim lifts it",
        { Verification: Verification.Confirmed } => "shuts to freight",
        _ => "priced as risk where no later denial stands and it has not expired; the crossing stays usable",
    };

    private Judgement OfYard(string id, IReadOnlyList<Claim> own)
    {
        var yard = network.GaugeBreaks.First(g => g.Id == id);
        var status = own.FirstOrDefault(c => c.Field == "status");
        var change = yard.To is { } to ? $"{yard.From} and {to} mm" : $"{yard.From} mm and road";
        return new Judgement(
            "state", yard.Status == "operating" ? $"changes between {change}" : $"not used: {yard.Status}",
            "only operating yards are used", status, status is null ? [] : [new WeighedClaim(status, "chosen")]);
    }

    private Judgement OfSection(string id)
    {
        var section = network.Sections.First(s => s.Id == id);
        var covered = network.SectionOfLink.Count(p => p.Value.Id == id);
        var km = NetworkSurvey.RouteKm(network, section);
        return new Judgement(
            "joins", covered == 0 ? "holds for no link" : $"holds for {covered} links",
            (section.Scenario == "baseline" ? "" : $"only under a project of scenario {section.Scenario}; ")
            + $"published {section.LengthKm?.Value.ToString() ?? "no"} km, "
            + $"over links {(km is { } k ? $"{k:0} km" : "no way")}; of two the shorter rules",
            null, []);
    }

    private Judgement Weighed(
        string field, string answer, string reason, IReadOnlyList<Closure> about, Closure? chosen, Dispute? dispute) =>
            new(
        field, answer, reason, chosen is null ? null : book.ClaimOf(chosen, Day),
        [
            .. about.OrderBy(c => c == chosen ? 0 : IsOver(c) ? 2 : 1).ThenByDescending(c => c.KnownFrom)
                .ThenBy(c => c.Id, StringComparer.Ordinal)
                .Select(c =>
                    new WeighedClaim(book.ClaimOf(c, Day), c == chosen ? "chosen" : Standing(c, chosen, dispute))),
        ]);

    private string Standing(Closure c, Closure? chosen, Dispute? dispute) => c switch
    {
        { From: null } => "never active: no date",
        _ when IsOver(c) => "over",
        { Reach: ClosureReach.People } => "travellers only: freight passes",
        { Reach: ClosureReach.Service } => $"stops {c.ServiceId} only",
        { Verification: Verification.Denied } when dispute is not null && c.KnownFrom < chosen?.KnownFrom =>
            "conflict: a denial, older than the report",
        { Verification: Verification.Denied } => "evidence against, never a closure",
        { Verification: Verification.Confirmed } => "shuts as well",
        _ when chosen?.Verification == Verification.Confirmed => "the confirmed claim rules",
        _ when dispute is not null => "agrees, ranked lower: priced once",
        _ when c.KnownFrom is { } known && Period.DaysBetween(known, Day) > network.ReportExpiresAfterDays =>
            $"unconfirmed for more than {network.ReportExpiresAfterDays} days: not priced",
        _ => "conflict: denied on the same day or later",
    };

    private string DisputeReason(Dispute dispute)
    {
        var q = dispute.ShutProbability;
        var days = (double)q.Value.Mean * dispute.MeanDays;
        return $"{dispute.Claim.Id} is {Words(dispute.Claim.Verification)}, not confirmed, and no later denial stands: "
            + $"chance shut q = {q.Value} ({q.Id}, {q.Provenance.Source}, {Grade(q.Provenance.Confidence)}), "
            + "priced as risk; "
            + $"expected delay q x {dispute.MeanDays:0.#} d = {days:0.#} d, told beside the arrival and not in it";
    }

    private string ShutReason(ClosureWindow window) =>
        window.Claim.IsAssumed ? $"assumed by scenario {network.ScenarioName}"
        : window.AssumedDays is { } days
            ? $"{window.Claim.Id} is confirmed and touches freight; its end is not known on the day: "
                + "assumed to last "
                + $"{(window.ToMinute - window.FromMinute) / 1440.0:0} d in all ({days} d, from closures on record)"
            : $"{window.Claim.Id} is confirmed and touches freight";

    private ClosureWindow? Active(IReadOnlyList<ClosureWindow> windows) =>
        windows.Where(w =>
            w.Claim.From <= Day && w.ToMinute > Calendars.CorridorClock.StartOfDay(Day, DateTimeZone.Utc))
            .MaxBy(w => w.ToMinute);

    private static string Shut(ClosureWindow window, DateTimeZone zone) =>
        $"shut since {window.Claim.From:uuuu-MM-dd}, assumed reopening "
        + $"{Calendars.CorridorClock.InstantOf(window.ToMinute).InZone(zone).Date:uuuu-MM-dd}";

    private bool IsOver(Closure c) => !c.IsAssumed && c.To <= Day;

    private BorderRow RowOf(string id) => network.Borders.Concat(network.BordersWithoutLink).First(b => b.Id == id);

    private IEnumerable<BorderRow> RowsOf(string crossing) =>
        network.Borders.Concat(network.BordersWithoutLink).Where(b => b.Crossing == crossing);

    internal static string Words(Verification verification) =>
        verification == Verification.UnderVerification
            ? "under verification" : verification.ToString().ToLowerInvariant();

    internal static string Grade(Confidence grade) => grade.ToString().ToLowerInvariant();
}
