using System.Globalization;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Papers;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>What a reader must know of a plan beside its figures: hazards that no risk holds, papers that come too late
/// for it, and standing that no price holds.</summary>
internal static class Caveats
{
    /// <summary>What the letters of <see cref="Marks"/> mean.</summary>
    internal const string Legend = "! hazard on the way, not in the risk; p papers likely too late";

    /// <summary>One phrase each, for the remarks under a plan.</summary>
    internal static IEnumerable<string> Of(CorridorNetwork n, PlanQuery q, Itinerary plan)
    {
        if (Hazard(plan) is { } hazard) yield return hazard;
        if (Late(n, q, plan) is { } first) yield return Papers(first);
        foreach (var standing in plan.Standing) yield return Standing(n, standing);
    }

    /// <summary>The same in a letter or two, for a table.</summary>
    internal static string Marks(CorridorNetwork n, PlanQuery q, Itinerary plan) =>
        (plan.HazardCountries.Count > 0 ? "!" : "") + (Late(n, q, plan) is { IsTight: true } ? "p" : "");

    /// <summary>Countries with a hazard; null without any.</summary>
    internal static string? Hazard(Itinerary plan) => plan.HazardCountries is { Count: > 0 } countries
        ? $"HAZARD not in the risk: {string.Join(", ", countries)}" : null;

    /// <summary>What must be asked for first, where it may come too late; null where it comes in time or no lead time
    /// is known.</summary>
    internal static FirstToAsk? Late(CorridorNetwork n, PlanQuery q, Itinerary plan) =>
        PaperTrail.Of(n, q, plan).First is { } first && (first.IsTight || first.IsDoubtful) ? first : null;

    /// <summary>`papers need 5-30 days, departure in 4: likely TOO LATE`.</summary>
    internal static string Papers(FirstToAsk first) =>
        $"papers need {Need(first)} days, departure in {first.DaysLeft}: {Verdict(first)}";

    /// <summary>Days that papers need before departure, least to greatest.</summary>
    internal static string Need(FirstToAsk first)
    {
        var (least, most) = (Whole(first.Days.Min), Whole(first.Days.Max));
        return least == most ? least : $"{least}-{most}";
    }

    internal static string Verdict(FirstToAsk first) => first.IsTight ? "likely TOO LATE" : "may be late";

    internal static string Standing(CorridorNetwork n, UnpricedStanding s) =>
        $"standing at {n.GetPlace(s.Place).Name} {PlanText.Hours(s.Minutes)}: "
        + (s.Cents is { } cents ? $"{PlanText.Usd(cents)} USD, not in the price" : "no price known, none counted");

    /// <summary>US cents of all standing whose price is known; null without any.</summary>
    internal static long? StandingCents(Itinerary plan) =>
        plan.Standing.Any(s => s.Cents is not null) ? plan.Standing.Sum(s => s.Cents ?? 0) : null;

    /// <summary>The hazards on the ways of some plans, each once, with their sources; nothing without any.</summary>
    internal static void Hazards(TextSheet sheet, IEnumerable<Itinerary> plans)
    {
        var told = plans.SelectMany(p => p.Hazards).Distinct().ToList();
        if (told.Count == 0) return;
        sheet.Heading("Hazards on these ways, in no risk figure");
        foreach (var hazard in told) sheet.Line($"- {hazard}", 2);
    }

    private static string Whole(decimal days) => decimal.Ceiling(days).ToString("0", CultureInfo.InvariantCulture);
}
