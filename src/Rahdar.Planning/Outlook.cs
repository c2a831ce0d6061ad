using NodaTime;
using Rahdar.Planning.Forecasts;
using Rahdar.Planning.Questions;

namespace Rahdar.Planning;

/// <summary>How an answer is looked ahead at.</summary>
/// <param name="Draw">How forecasts draw; null for planning values only.</param>
/// <param name="Value">What a day is worth; null takes the data's own figure.</param>
/// <param name="By">Instant for which the chance of having arrived is wanted; null for none.</param>
public sealed record OutlookRequest(DrawRequest? Draw, ValueOfTime? Value = null, Instant? By = null);

/// <summary>How sure the plans of a short list are, what decides among them, and what is not there.</summary>
/// <param name="Shown">The short list: index on the front and reason.</param>
/// <param name="Request">How it was looked ahead.</param>
/// <param name="Forecasts">Forecast of each plan shown, all under the same draws; empty without draws.</param>
/// <param name="Value">What a day is worth.</param>
/// <param name="Ranking">Figures that decide which of them comes first.</param>
public sealed record Outlook(
    IReadOnlyList<(int Index, string Reason)> Shown, OutlookRequest Request, IReadOnlyList<Forecast> Forecasts,
    ValueOfTime Value, IReadOnlyList<Decisive> Ranking)
{
    /// <summary>Ways a reader may miss; empty when nobody looked for them.</summary>
    public IReadOnlyList<UnseenWay> Unseen { get; init; } = [];

    /// <summary>The outlook of an answer; null when it has no plans.</summary>
    public static Outlook? Of(PlanAnswer answer, OutlookRequest request)
    {
        if (answer.Outcome is not PlanOutcome.Found found) return null;
        var value = request.Value ?? ValueOfTime.OfData(answer.Network, answer.Query.Cargo);
        var shown = ShortList.Choose(found.Plans, value);
        IReadOnlyList<int> indices = [.. shown.Select(s => s.Index)];
        return new Outlook(
            shown, request, request.Draw is { } draw ? found.Forecast(indices, draw) : [], value,
            Decisive.Of(found, indices, value));
    }

    /// <summary>The same with the ways a reader may miss, which takes another search.</summary>
    public Outlook WithUnseen(PlanAnswer answer, PlanOutcome.Found found) =>
        this with { Unseen = UnseenWay.Of(answer, found, [.. Shown.Select(s => s.Index)], Value) };
}
