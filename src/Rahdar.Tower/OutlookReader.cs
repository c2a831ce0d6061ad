using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Forecasts;

namespace Rahdar.Tower;

/// <summary>How far an answer is looked ahead at, as a user types it.</summary>
/// <param name="Draws">Draws a plan; 0 means planning values only.</param>
/// <param name="Seed">Seed of the draws.</param>
public sealed record AheadRequest(int Draws = 1000, long Seed = 1)
{
    /// <summary>Date (its end at the destination) or instant by which arriving is wanted; null for none.</summary>
    public string? By { get; init; }

    /// <summary>US dollars a day for all boxes; null takes the data's own figure.</summary>
    public string? ValueOfTime { get; init; }

    /// <summary>True when the ways a reader may miss are wanted, which takes another search.</summary>
    public bool ListsUnseen { get; init; } = true;
}

/// <summary>Checks what was typed about looking ahead, and looks ahead.</summary>
public static class OutlookReader
{
    /// <summary>Checks what does not hang on the question; nothing given is right.</summary>
    public static void Check(AheadRequest request, FaultCollector faults)
    {
        if (request.Draws is < 0 or > Limits.DrawsMax)
            faults.Add(PlanVerb.QuestionFile, 0, "--draws", "query:draws",
                $"{request.Draws}: 0 (planning values only) to {Limits.DrawsMax} can be asked");
        if (request.By is { } by && Deadline(by, DateTimeZone.Utc) is null)
            faults.Add(PlanVerb.QuestionFile, 0, "--by", "query:date",
                $"`{by}` is not a date 2025-07-05 or an instant 2025-07-05T12:00:00Z");
        if (request is { By: not null, Draws: 0 })
            faults.Add(PlanVerb.QuestionFile, 0, "--by", "query:draws", "a chance needs draws: not with --draws 0");
        ValueOfTimeReader.Check(request.ValueOfTime, faults);
    }

    /// <summary>The answer, looked ahead at; unchanged when it has no plans.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="request">A request without faults.</param>
    public static PlanAnswer LookAhead(PlanAnswer answer, AheadRequest request)
    {
        if (answer.Outcome is not PlanOutcome.Found found) return answer;
        var by = request.By is { } text ? Deadline(text, answer.Network.GetPlace(answer.Query.To).Zone) : null;
        var outlook = Outlook.Of(answer, new OutlookRequest(
            request.Draws == 0 ? null : new DrawRequest(request.Seed, request.Draws),
            ValueOfTimeReader.Of(request.ValueOfTime, answer.Network, answer.Query.Cargo), by));
        return answer with { Outlook = request.ListsUnseen ? outlook?.WithUnseen(answer, found) : outlook };
    }

    /// <summary>A date stands for its end: the last minute of it at the destination.</summary>
    internal static Instant? Deadline(string text, DateTimeZone zone)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
            return zone.AtLeniently(date.Value.At(new LocalTime(23, 59))).ToInstant();
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true } instant ? instant.Value : null;
    }
}
