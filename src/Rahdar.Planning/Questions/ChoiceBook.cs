using NodaTime;
using Rahdar.Network;
using Rahdar.Planning.Search;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>What a consignment may take, the least generalised cost first.</summary>
/// <param name="Choices">Choices of which none needs all the room of a cheaper one.</param>
/// <param name="Rejected">What its ready day does not offer for want of room, or because a train would be too
/// small, long or heavy.</param>
/// <param name="IsTruncated">True when a search met a limit.</param>
internal sealed record ChoiceList(
    IReadOnlyList<Choice> Choices, IReadOnlyList<Rejection> Rejected, bool IsTruncated);

/// <summary>Searches the fronts of consignments, each only once.</summary>
/// <param name="network">The network.</param>
/// <param name="laterDays">Days after the ready day on which the boxes may start too.</param>
/// <param name="step">Told what is being searched; null when nobody listens.</param>
internal sealed class ChoiceBook(CorridorNetwork network, int laterDays, Action<string>? step)
{
    private readonly Dictionary<object, ChoiceList> _known = [];

    internal ChoiceList Of(PlanQuery query, ValueOfTime value)
    {
        // Sets are compared by what is in them: the question itself would not be the same twice.
        var key = (query.From, query.To, query.Ready, query.Known, query.Cargo, query.Box, query.LimitWords, value);
        return _known.TryGetValue(key, out var known) ? known : _known[key] = Search(query, value);
    }

    private ChoiceList Search(PlanQuery query, ValueOfTime value)
    {
        var choices = new List<Choice>();
        IReadOnlyList<Rejection> rejected = [];
        var (start, isTruncated) = (0, false);
        for (var day = 0; day <= laterDays; day++)
        {
            step?.Invoke($"{query.From} to {query.To}, {query.Cargo}, leaving {day} days later");
            var question = new PreparedQuestion(network, query with { Ready = query.Ready + Duration.FromDays(day) });
            if (day == 0)
            {
                start = question.Context.StartMinute;
                rejected = [.. question.Space.Rejected.Where(r => r.Code is "capacity" or "train-length")];
            }
            if (question.Search() is not { } front) continue;
            isTruncated |= front.IsTruncated;
            choices.AddRange(OfDay(question.Context, front, value, start, day));
        }
        // The plans of a day keep their order among equals: a stable sort by cost and day.
        return new ChoiceList(
            Choice.Thin(choices, c => (c.GeneralisedCents, c.DaysLater, 0), c => c.Boardings), rejected, isTruncated);
    }

    private static IEnumerable<Choice> OfDay(
        PlanContext c, FoundFront front, ValueOfTime value, int start, int day)
    {
        var drafts = Enumerable.Range(0, front.Plans.Count).Select(i =>
        {
            var (arrival, cents, _, _) = front.Vectors[i];
            // Boxes that wait for a later day at the origin are owed for like any others.
            var owed = c.Box.Detention.Charge(arrival - start) - c.Box.Detention.Charge(arrival - c.StartMinute);
            var whole = cents + owed;
            return (Index: i, Minutes: arrival - start, Cents: whole,
                Generalised: value.GeneralisedCents(whole ?? 0, arrival - start),
                Boardings: Boarding.ListOf(c, front.Plans[i]));
        }).Where(d => d.Cents is not null);
        return Choice.Thin(drafts, d => (d.Generalised, d.Index, 0), d => d.Boardings).Select(d => new Choice(
            Evaluator.Evaluate(c, front.Plans[d.Index], isRebuilt: false)
                ?? throw new InvalidOperationException("a plan of the front cannot be evaluated"),
            day, d.Minutes, d.Cents!.Value, d.Generalised, d.Boardings));
    }
}
