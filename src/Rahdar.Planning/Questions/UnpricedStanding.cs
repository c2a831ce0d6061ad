using System.Globalization;
using Rahdar.Network.Places;
using Rahdar.Planning.Space;

namespace Rahdar.Planning.Questions;

/// <summary>Trucks or wagons that stand before a border for days on end: carriers charge for it, and the price of no
/// plan holds it.</summary>
/// <remarks>`wait-or-divert` counts it (<see cref="StoppingPoint"/>), because it compares standing with going
/// on.</remarks>
/// <param name="Place">Post before the border.</param>
/// <param name="BorderId">Border row.</param>
/// <param name="Minutes">How long they stand: planning value (means).</param>
/// <param name="Cents">US cents for all boxes, by started days; null where no price is known.</param>
/// <param name="Sentence">The same in words, with the figure behind it.</param>
public sealed record UnpricedStanding(PlaceId Place, string BorderId, int Minutes, long? Cents, string Sentence)
{
    /// <summary>Waiting for a post to open is part of any passage: only more than two days are told.</summary>
    internal const int ToldFromMinutes = 2 * 1440;

    /// <summary>Standing on one movement of a plan. Waiting on the ground for a departure is none of it.</summary>
    /// <param name="c">The question.</param>
    /// <param name="movement">The movement.</param>
    /// <param name="leaves">Minute it leaves.</param>
    internal static IEnumerable<UnpricedStanding> Of(PlanContext c, Movement movement, int leaves)
    {
        var at = leaves;
        foreach (var step in movement.Steps)
        {
            at += step.Minutes;
            if (step.Border?.Pass(at) is not { } pass) continue;
            var draft = movement.Elements[step.Element];
            if (pass.Start - at > ToldFromMinutes && draft.BorderId.Length > 0)
                yield return Priced(c, draft.From, draft.BorderId, pass.Start - at, movement.Spec.From.BoxesPerTruck);
            at = pass.End;
        }
    }

    private static UnpricedStanding Priced(
        PlanContext c, PlaceId place, string borderId, int minutes, int boxesPerTruck)
    {
        var border = c.Network.Borders.First(b => b.Id == borderId);
        var (rate, units, word) = Standing.UnitsAt(c, place, border, boxesPerTruck);
        var cents = rate is null ? (long?)null : Rounding.Cents((minutes + 1439) / 1440 * units * c.Reads.Peek(rate));
        return new UnpricedStanding(place, borderId, minutes, cents,
            string.Create(CultureInfo.InvariantCulture,
                $"{units} {word} stand {minutes / 1440m:0.0} days before {borderId}: ")
            + (cents is { } priced && rate is not null
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{priced / 100m:#,0} USD for it are not in the cost ({rate.Value} {rate.Unit}, {rate.Id})")
                : "no price for it is known, and none is in the cost"));
    }
}
