using NodaTime;
using Rahdar.Network;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Planning.Questions;

/// <summary>How late boxes may be ready and still arrive by a deadline, and what being ready earlier saves.</summary>
/// <remarks>
/// Who is ready earlier can wait at the origin, so what is possible on one day is possible on every earlier one, unless
/// a longest stay forbids the wait. So the latest day is found by halving, and the days after it are asked one by one.
/// </remarks>
public sealed class ArriveBy
{
    /// <summary>Days after the day found by halving that are asked one by one: trains run by the week.</summary>
    private const int DaysVerified = 7;

    private readonly CorridorNetwork _network;
    private readonly PlanQuery _query;
    private readonly Deadline _deadline;
    private readonly Draws _draws;
    private readonly Action<string>? _step;
    private readonly Dictionary<LocalDate, ReadyDay> _asked = [];
    private readonly HashSet<LocalDate> _drawn = [];

    private ArriveBy(
        CorridorNetwork network, PlanQuery query, Deadline deadline, DrawRequest draw, Action<string>? step) =>
        (_network, _query, _deadline, _draws, _step) = (network, query, deadline, Draws.Of(network, draw), step);

    /// <summary>The ready days that may be asked for a deadline: from <see cref="Limits.ArriveByDaysMax"/> days before
    /// it, but not before the knowledge date, to the day of the deadline; local to the origin.</summary>
    /// <param name="zone">Zone of the origin.</param>
    /// <param name="by">The deadline.</param>
    /// <param name="known">Knowledge date; null when none was given, so that the first day is one.</param>
    public static (LocalDate First, LocalDate Last) Window(DateTimeZone zone, Instant by, LocalDate? known)
    {
        var last = by.InZone(zone).Date;
        var first = last.PlusDays(-Limits.ArriveByDaysMax);
        if (known > first) first = known.Value;
        while (QueryCheck.CheckDay("ready", first).Count > 0 && first < last) first = first.PlusDays(1);
        return (first, LocalDate.Max(first, last));
    }

    /// <summary>Asks as many ready days as it takes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="query">The question; each day asked takes the place of its ready instant, at 00:00 local.</param>
    /// <param name="deadline">By when, and with which chance.</param>
    /// <param name="draw">How chances are drawn.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static ArriveByOutcome Ask(
        CorridorNetwork network, PlanQuery query, Deadline deadline, DrawRequest draw, Action<string>? step = null) =>
        new ArriveBy(network, query, deadline, draw, step).Answer();

    private ArriveByOutcome Answer()
    {
        var (first, last) = Window(_network.GetPlace(_query.From).Zone, _deadline.By, _query.Known);
        if (FindLatest(first, last, d => On(d).IsInTime) is not { } latest)
            return TooLate(Drawn(first));
        var surest = FindLatest(first, last, d => On(d).Reaches(_deadline, _draws));
        var days = WhileCheaper(first, latest).Select(d => d.Day).ToList();
        return new ArriveByOutcome.Possible(
            Drawn(latest), surest is { } day ? Drawn(day) : null, Drawn(first), [.. days.Select(Drawn)],
            _asked.Values.Any(d => d.IsTruncated), _asked.Count);
    }

    private ReadyDay On(LocalDate day)
    {
        if (_asked.TryGetValue(day, out var known)) return known;
        _step?.Invoke($"searching with boxes ready on {day:uuuu-MM-dd} (search {_asked.Count + 1})");
        var ready = _network.GetPlace(_query.From).Zone.AtStartOfDay(day).ToInstant();
        var outcome = Planner.Plan(_network, _query with { Ready = ready });
        return _asked[day] = ReadyDay.Of(day, outcome, _deadline.By);
    }

    private ReadyDay Drawn(LocalDate day)
    {
        var asked = On(day);
        if (!_drawn.Add(day)) return asked;
        _step?.Invoke($"drawing chances with boxes ready on {day:uuuu-MM-dd}");
        return _asked[day] = asked.WithChances(_deadline.By, _draws);
    }

    /// <summary>Latest day of a range for which something holds that as a rule holds on all days before too; null when
    /// it holds neither on the first day nor in the week after.</summary>
    internal static LocalDate? FindLatest(LocalDate first, LocalDate last, Func<LocalDate, bool> holds)
    {
        var held = holds(first) ? first : FindAfter(first);
        while (held is { } low)
        {
            var high = last.PlusDays(1);
            while (Period.DaysBetween(low, high) is > 1 and var days)
            {
                var middle = low.PlusDays(days / 2);
                if (holds(middle)) low = middle;
                else high = middle;
            }
            held = FindAfter(low);
            if (held is null) return low;
        }
        return null;

        LocalDate? FindAfter(LocalDate day)
        {
            for (var i = DaysVerified; i > 0; i--)
                if (day.PlusDays(i) is var later && later <= last && holds(later)) return later;
            return null;
        }
    }

    /// <summary>The latest day, then each earlier one on which arriving in time costs less than on every later one,
    /// until it costs no more than on the first day: who has the longest time has the widest choice.</summary>
    private IEnumerable<ReadyDay> WhileCheaper(LocalDate first, LocalDate latest)
    {
        var least = long.MaxValue;
        var floor = On(first).CheapestInTime?.Cents ?? long.MinValue;
        for (var day = latest; day >= first && least > floor; day = day.PlusDays(-1))
        {
            var answer = On(day);
            if (answer.CheapestInTime is { } plan && plan.Cents < least)
            {
                least = plan.Cents;
                yield return answer;
            }
        }
    }

    private ArriveByOutcome TooLate(ReadyDay first)
    {
        if (first.No is { } no) return new ArriveByOutcome.NotFound(no, null);
        var fastest = first.Fastest!;
        var zone = _network.GetPlace(_query.To).Zone;
        return new ArriveByOutcome.NotFound(
            new NoPlan("no-plan:too-late",
                $"boxes ready on {first.Day:uuuu-MM-dd}, the first day that can be asked, arrive "
                + $"{fastest.Arrival.InZone(zone).LocalDateTime:uuuu-MM-dd HH:mm} at the earliest (planning value), "
                + $"after {_deadline.By.InZone(zone).LocalDateTime:uuuu-MM-dd HH:mm}",
                "a later deadline, or another way than the question allows", []),
            first);
    }
}
