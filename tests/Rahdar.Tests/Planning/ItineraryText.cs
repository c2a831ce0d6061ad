using NodaTime.Text;
using Rahdar.Planning;

namespace Rahdar.Tests.Planning;

/// <summary>An itinerary as text, every word and number of it, so that two can be compared.</summary>
internal static class ItineraryText
{
    /// <summary>All plans, one after the other.</summary>
    public static string Of(IEnumerable<Itinerary> plans) => string.Join("\n\n", plans.Select(Of));

    /// <summary>One plan, one line an element.</summary>
    public static string Of(Itinerary plan) => string.Join('\n', [
        $"{At(plan.Ready)} to {At(plan.Arrival)}, {plan.Cents} cents, {plan.Risk.Nanonepers} nNp, {plan.Grams} g",
        .. plan.Elements.Select(Of),
        .. plan.StorageLines.Select(Of),
        .. plan.Assumptions,
        .. plan.Flags,
        .. plan.Disputed.Select(d => $"{d.BorderId} {d.ShutProbability} {d.ExpectedDelayDays:0.000000} {d.ClaimId} "
            + string.Join(" | ", d.Evidence)),
    ]);

    /// <summary>One element with its cost lines.</summary>
    public static string Of(Element e) =>
        $"{At(e.Departure)} {e.From} ~ {e.Kind} {e.ServiceId}{e.BorderId} ~ {At(e.Arrival)} {e.To}, "
        + $"waits {e.WaitMinutes} ({e.WaitReason}), {e.Km} km, {e.Risk.Nanonepers} nNp, {e.Grams} g, {e.Note}: "
        + string.Join("; ", e.Cost.Select(Of));

    private static string Of(CostLine line) => $"{line.What} {line.Cents} ({line.FigureId})";

    private static string At(NodaTime.Instant instant) => InstantPattern.General.Format(instant);
}
