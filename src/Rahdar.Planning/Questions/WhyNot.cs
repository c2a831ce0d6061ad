using Rahdar.Network;
using Rahdar.Network.Borders;
using Rahdar.Network.Calendars;
using Rahdar.Network.Claims;

namespace Rahdar.Planning.Questions;

/// <summary>Says why the plans of an answer do not go a way that the user expects.</summary>
/// <remarks>
/// Plans by the way are searched with the question bound to it. If there are some, each of the best is set against the
/// plan of the front that beats it; if there is none, <see cref="NoWayThrough"/> names the constraint.
/// </remarks>
public sealed class WhyNot
{
    private readonly PlanAnswer _answer;
    private readonly ExpectedWay _way;
    private readonly ValueOfTime _value;
    private readonly IReadOnlyList<Itinerary> _front;
    private readonly Knowledge _knowledge;
    private bool _isAlone;

    private WhyNot(PlanAnswer answer, ExpectedWay way, ValueOfTime value)
    {
        (_answer, _way, _value) = (answer, way, value);
        _front = answer.Outcome is PlanOutcome.Found found ? found.Plans : [];
        _knowledge = new Knowledge(answer.Network, answer.Query.Known);
    }

    /// <summary>The answer about one way.</summary>
    /// <param name="answer">The answer to the question itself, with plans or without.</param>
    /// <param name="way">What is expected.</param>
    /// <param name="value">What a day is worth.</param>
    public static WhyNotAnswer Ask(PlanAnswer answer, ExpectedWay way, ValueOfTime value) =>
        new WhyNot(answer, way, value).Answer();

    private CorridorNetwork Network => _answer.Network;

    private PlanQuery Query => _answer.Query;

    private WhyNotAnswer Answer()
    {
        var windows = Windows();
        var through = Alone();
        _isAlone = through.Count > 0;
        if (!_isAlone) through = Through(Network, Query);
        if (through.Count > 0)
            return through.All(p => PassesAfter(p, windows)) && windows.Count > 0 ? Shut(windows, through)
                : Compared(through);
        if (!Query.IsFree && Through(Network, Query.Free()) is { Count: > 0 } free)
            return new WhyNotAnswer(
                "why-not:limits", _way, $"what was asked leaves no plan by {_way.Name}: {Query.LimitWords}",
                "fewer limits", Evidence(), [], "the question without these limits",
                BeatenPlan.Of(free, _front, _value));
        if (windows.Count > 0 && Through(Lifted(windows), Query).Count > 0) return Shut(windows, []);
        if (_way.NewLinks(Network).ToList() is { Count: > 0 } links)
            return new WhyNotAnswer(
                "why-not:not-built", _way,
                $"{_way.Name} is not in service: {string.Join(", ", links.Select(l => $"{l.Id} {Word(l)}"))}",
                "its opening; `--scenario` with an `open-link` line asks with it open", Evidence(), [],
                "it is in service on the ready date",
                BeatenPlan.Of(Through(_way.Built(Network, Query.ReadyDay(Network)), Query), _front, _value));
        var (code, message, change, evidence) = new NoWayThrough(Network, Query, _way).Find();
        var (running, without) = Running();
        return new WhyNotAnswer(
            $"why-not:{code}", _way, message, change, [.. Evidence(), .. evidence], [],
            running is null ? "" : $"{string.Join(" and ", without)} do not stand",
            running is null ? [] : BeatenPlan.Of(Through(running, Query), _front, _value));
    }

    /// <summary>The network in which a service that is not offered runs as told before, and the claims looked past;
    /// null when no claim less makes it run.</summary>
    private (CorridorNetwork? Network, IReadOnlyList<string> Without) Running()
    {
        var without = new List<string>();
        if (_way.Subject?.Kind != SubjectKind.Service) return (null, without);
        var service = Network.Services.First(s => s.Id == _way.Id);
        for (var network = Network; ;)
        {
            var offer = new Knowledge(network, Query.Known).OfferOf(service);
            if (offer.IsOffered) return (without.Count > 0 ? network : null, without);
            var (events, closures) = (network.ServiceEvents, network.Closures);
            network = network with
            {
                ServiceEvents = [.. events.Where(e => e.Id != offer.Claim)],
                Closures = [.. closures.Where(c => c.Id != offer.Claim)],
            };
            if (network.ServiceEvents.Count + network.Closures.Count == events.Count + closures.Count)
                return (null, without);
            without.Add(offer.Claim);
        }
    }

    private WhyNotAnswer Compared(IReadOnlyList<Itinerary> through)
    {
        var plans = BeatenPlan.Of(through, _front, _value);
        var shown = ShortList.Choose(_front, _value).Index()
            .Where(s => through.Any(p => p.Vector == _front[s.Item.Index].Vector)).Select(s => s.Index + 1).ToList();
        if (shown.Count > 0)
            return new WhyNotAnswer(
                "why-not:shown", _way, $"it is there: {Numbers(shown)} of the list {Verb(shown)} by {Words}", "",
                Evidence(), plans, "", []);
        var onFront = through.Count(p => _front.Any(f => f.Vector == p.Vector));
        return onFront > 0
            ? new WhyNotAnswer(
                "why-not:front", _way, $"{onFront} plans of the front go by {Words}, beaten by none, but none of "
                + "them stands in the short list", "`--via` or `--only` lists them", Evidence(), plans, "", [])
            : new WhyNotAnswer(
                "why-not:beaten", _way, $"each plan by {Words} is beaten by another in all four criteria at once",
                Comebacks(plans), Evidence(), plans, "", []);
    }

    private WhyNotAnswer Shut(
        IReadOnlyList<(BorderRow? Row, ClosureWindow Window)> windows, IReadOnlyList<Itinerary> late)
    {
        var claims = windows.DistinctBy(w => w.Window.Claim.Id).Select(w =>
            $"{w.Window.Claim.Id}, shut from {w.Window.Claim.From:uuuu-MM-dd}, "
            + $"{(w.Window.AssumedDays is null ? "reopening" : "assumed reopening")} "
            + $"{w.Window.ReopensOn:uuuu-MM-dd}");
        var waits = late.Count == 0 ? "no plan waits for it to open"
            : "plans by it pass only after that day";
        return new WhyNotAnswer(
            "why-not:closed", _way, $"{_way.Name} is shut ({string.Join("; ", claims)}); {waits}",
            "an earlier reopening", Evidence(), BeatenPlan.Of(late, _front, _value), "it is open",
            BeatenPlan.Of(Through(Lifted(windows), Query), _front, _value));
    }

    /// <summary>Plans wholly by a mode; none when something else was asked about.</summary>
    private IReadOnlyList<Itinerary> Alone() =>
        _way.IsMode && Query.Only.All(o => o == _way.Id || o == "services")
            ? Plans(Network, Query with { Only = Query.Only.Append(_way.Id).ToHashSet() }) : [];

    /// <summary>Plans that go this way on some part of theirs.</summary>
    private IReadOnlyList<Itinerary> Through(CorridorNetwork network, PlanQuery query) =>
        [.. _way.Vias(Network).SelectMany(via => Plans(network, query with { Via = [.. query.Via, via] }))];

    private string Words => _way.IsMode ? $"{_way.Name} {(_isAlone ? "alone" : "on a part of the way")}" : _way.Name;

    private static IReadOnlyList<Itinerary> Plans(CorridorNetwork network, PlanQuery query) =>
        QueryCheck.Check(network, query).Count == 0 && Planner.Plan(network, query) is PlanOutcome.Found found
            ? found.Plans : [];

    private IReadOnlyList<(BorderRow? Row, ClosureWindow Window)> Windows()
    {
        var own = _way.Rows(Network).SelectMany(r => _knowledge.WindowsOf(r).Select(w => ((BorderRow?)r, w)));
        if (_way.Subject is not { Kind: SubjectKind.Link or SubjectKind.Place } subject) return [.. own];
        var (target, zone) = subject.Kind == SubjectKind.Place
            ? (ClosureTarget.Port, Network.GetPlaceOrUnlinked(new(subject.Id)).Zone)
            : (ClosureTarget.Link, Network.GetPlace(Network.Links.First(l => l.Id == subject.Id).From).Zone);
        return [.. own, .. _knowledge.WindowsOf(target, subject.Id, zone).Select(w => ((BorderRow?)null, w))];
    }

    private CorridorNetwork Lifted(IReadOnlyList<(BorderRow? Row, ClosureWindow Window)> windows)
    {
        var claims = windows.Select(w => w.Window.Claim).ToHashSet();
        return Network with { Closures = [.. Network.Closures.Where(c => !claims.Contains(c))] };
    }

    /// <summary>Whether a plan clears a border of the way only once a closure is over.</summary>
    private static bool PassesAfter(Itinerary plan, IReadOnlyList<(BorderRow? Row, ClosureWindow Window)> windows) =>
        plan.Elements.Any(e => e.BorderId.Length > 0 && windows.Any(w =>
            w.Row?.Id == e.BorderId && CorridorClock.MinuteOf(e.Departure) >= w.Window.ToMinute));

    /// <summary>What was known of the subject, and of the crossings when it is a border post.</summary>
    private IReadOnlyList<string> Evidence()
    {
        if (_way.Subject is null) return [];
        var book = new ClaimBook(Network);
        var crossings = _way.Subject.Kind != SubjectKind.Place ? []
            : _way.Rows(Network).Select(r => book.FindSubject(r.Crossing)).OfType<Subject>().Distinct();
        return
        [
            .. crossings.Prepend(_way.Subject).SelectMany(s => book.ViewOf(s, Query.Known).Judgements
                .Where(j => j.Field is not ("zone" or "hours" or "clearance" or "record"))
                .Select(j => $"{(j.Field is "state" or "status" ? s.Id : j.Field)}: {j.Answer}; {j.Reason}"
                    + (j.Chosen is { } c ? $" ({c.Id}, {c.Source})" : ""))),
        ];
    }

    private static string Comebacks(IReadOnlyList<BeatenPlan> plans)
    {
        var (cents, minutes) = (plans.Min(p => p.CentsLess), plans.Min(p => p.MinutesLess));
        var ways = new List<string>();
        if (cents is { } c) ways.Add($"{Math.Ceiling(c / 100m):#,0} USD cheaper");
        if (minutes is { } m) ways.Add($"{m / 60m:0.#} h earlier");
        return ways.Count == 0 ? "neither a lower price nor an earlier arrival alone"
            : "the least change is one of them " + string.Join(", or ", ways);
    }

    private static string Numbers(IReadOnlyList<int> numbers) => numbers.Count == 1 ? $"plan {numbers[0]}"
        : $"plans {string.Join(", ", numbers.SkipLast(1))} and {numbers[^1]}";

    private static string Verb(IReadOnlyList<int> numbers) => numbers.Count == 1 ? "goes" : "go";

    private static string Word(Network.Places.Link link) => link.Status.ToString().ToLowerInvariant();
}
