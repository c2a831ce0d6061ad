using System.Globalization;
using NodaTime;
using Rahdar.Network;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Reports;

/// <summary>What the answers to several questions say alike.</summary>
internal static class QuestionLines
{
    /// <summary>Files of pages and pictures that were written.</summary>
    internal static void Written(TextSheet sheet, IReadOnlyList<string> files)
    {
        if (files.Count == 0) return;
        sheet.Heading("Written");
        foreach (var file in files) sheet.Line(file, 2);
    }

    /// <summary>Places taken for what was typed, before all else: who meant another place need not read on.</summary>
    internal static void Taken(TextSheet sheet, IReadOnlyList<string> notes)
    {
        foreach (var note in notes.Where(PlaceGuess.IsGuess)) sheet.Line($"{note}.");
    }

    /// <summary>What else was taken for granted.</summary>
    internal static void Notes(TextSheet sheet, IReadOnlyList<string> notes)
    {
        foreach (var note in notes.Where(n => !PlaceGuess.IsGuess(n))) sheet.Line($"Note: {note}.");
    }

    /// <summary>What the scenario assumes, and what of it cannot act on these dates.</summary>
    internal static void Scenario(TextSheet sheet, CorridorNetwork network, PlanQuery query)
    {
        foreach (var assumption in network.Assumptions) sheet.Line($"Assumed by the scenario: {assumption}.");
        foreach (var idle in InForce.ListIdle(network, query, null))
            sheet.Line($"Not in force on these dates: {idle}.");
    }

    /// <summary>What was asked and what is taken for granted.</summary>
    /// <param name="sheet">Where it goes.</param>
    /// <param name="network">The network, with its scenario.</param>
    /// <param name="query">The question.</param>
    /// <param name="what">Between where and when, in words.</param>
    /// <param name="notes">What was taken for granted while the question was read.</param>
    /// <param name="plan">A plan of the answer, for what all of them assume; null without one.</param>
    internal static void Asked(
        TextSheet sheet, CorridorNetwork network, PlanQuery query, string what, IReadOnlyList<string> notes,
        Itinerary? plan)
    {
        sheet.Line($"{what}; {query.Cargo}, known {Date(query.Known)}"
            + (network.ScenarioName.Length > 0 ? $", scenario {network.ScenarioName}" : "")
            + (query.LimitWords.Length > 0 ? $"; {query.LimitWords}" : ""));
        Notes(sheet, notes);
        Scenario(sheet, network, query);
        // The first line of a plan's assumptions is about whose boxes they are, whatever the way.
        if (plan is not null) sheet.Line($"Assumed: {plan.Assumptions[0]}; prices hold on the ready date.");
    }

    /// <summary>A coded no with its evidence.</summary>
    internal static void No(TextSheet sheet, NoPlan reason)
    {
        sheet.Line($"What would change it: {reason.Change}.");
        foreach (var evidence in reason.Evidence) sheet.Line($"- {evidence}", 2);
    }

    internal static string Sentence(string message) => Capital(message) + ".";

    internal static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    internal static string Date(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    internal static string Day(CorridorNetwork network, PlanQuery query, Instant arrival) =>
        Date(arrival.InZone(network.GetPlace(query.To).Zone).Date);

    internal static string Usd(decimal cents) =>
        PlanText.Usd((long)decimal.Round(cents, MidpointRounding.AwayFromZero));

    /// <summary>A share as a whole per cent; less than one run in two hundred is not called none, nor nearly all all.
    /// </summary>
    internal static string Chance(double share) => share switch
    {
        > 0 and < 0.005 => "<1 %",
        < 1 and >= 0.995 => ">99 %",
        _ => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %",
    };
}

/// <summary>Ways of many plans, numbered in the order of appearance, so that a narrow table can name them.</summary>
/// <param name="network">The network, for names.</param>
internal sealed class WayList(CorridorNetwork network)
{
    private readonly List<(string Key, string Words, List<Itinerary> Plans)> _ways = [];

    /// <summary>Number of the way of a plan.</summary>
    internal string Number(Itinerary plan)
    {
        var key = string.Join('>', plan.Family);
        var at = _ways.FindIndex(w => w.Key == key);
        if (at < 0)
        {
            at = _ways.Count;
            _ways.Add((key, PlanText.Way(network, plan), []));
        }
        _ways[at].Plans.Add(plan);
        return (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Number of the way of a plan, and its <see cref="Caveats.Marks"/>.</summary>
    internal string Marked(PlanQuery query, Itinerary plan) => Number(plan) + Caveats.Marks(network, query, plan);

    /// <summary>The ways numbered so far, then the hazards on them.</summary>
    internal void Write(TextSheet sheet)
    {
        sheet.Heading("Ways");
        foreach (var (i, way) in _ways.Index())
        {
            sheet.Labelled($"{i + 1}", way.Words, 4, 2);
            foreach (var hazard in way.Plans.Select(Caveats.Hazard).OfType<string>().Distinct()) sheet.Line(hazard, 6);
        }
        Caveats.Hazards(sheet, _ways.SelectMany(w => w.Plans));
    }
}
