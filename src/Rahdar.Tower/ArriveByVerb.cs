using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: how late may boxes be ready and still arrive by then?</summary>
public static class ArriveByVerb
{
    /// <summary>Stands in for a deadline that cannot be read, so that the rest is checked too.</summary>
    private static readonly LocalDate AnyDay = new(2025, 1, 1);

    /// <summary>Answers a request; null with every fault when it cannot be asked.</summary>
    /// <param name="shipped">The corridor.</param>
    /// <param name="request">The question as typed; its ready day is not read.</param>
    /// <param name="chance">Chance with which, `0.9`.</param>
    /// <param name="ahead">Draws, seed, and the deadline.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="step">Told what is being searched; null when nobody listens.</param>
    public static ArriveByAnswer? Answer(
        CorridorNetwork shipped, PlanRequest request, string chance, AheadRequest ahead, FaultCollector faults,
        Action<string>? step = null)
    {
        OutlookReader.Check(ahead, faults);
        var share = ReadChance(chance, faults);
        var day = OutlookReader.Deadline(ahead.By!, DateTimeZone.Utc)?.InUtc().Date;
        var outside = day is { } given ? QueryCheck.CheckDay("by", given) : [];
        foreach (var fault in outside) faults.Add(PlanVerb.QuestionFile, 0, "--by", fault.Code, fault.Message);
        var checkable = day is null || outside.Count > 0 ? AnyDay : day.Value;
        if (PlanVerb.Ask(
            shipped, request with { Ready = $"{checkable:uuuu-MM-dd}", StandIn = "the first day that can be asked" },
            faults) is not { } asked) return null;
        var (network, query, notes) = asked;
        var by = OutlookReader.Deadline(ahead.By!, network.GetPlace(query.To).Zone)!.Value;
        var zone = network.GetPlace(query.From).Zone;
        var (first, last) = ArriveBy.Window(zone, by, query.IsKnownAssumed ? null : query.Known);
        query = query with
        {
            Known = query.IsKnownAssumed ? first : query.Known,
            Ready = zone.AtStartOfDay(last).ToInstant(),
            IsKnownAssumed = false,
        };
        var (deadline, draw) = (new Deadline(by, share), new DrawRequest(ahead.Seed, ahead.Draws));
        return new ArriveByAnswer(
            network, query, deadline, draw, ArriveBy.Ask(network, query, deadline, draw, step), notes);
    }

    private static double ReadChance(string text, FaultCollector faults)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and < 1) return share;
        faults.Add(
            PlanVerb.QuestionFile, 0, "--chance", "query:chance", $"`{text}` is not above 0 and below 1, as 0.9");
        return double.NaN;
    }
}
