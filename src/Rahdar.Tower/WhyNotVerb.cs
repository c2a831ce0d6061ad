using Rahdar.Network;
using Rahdar.Network.Claims;
using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Planning.Questions;

namespace Rahdar.Tower;

/// <summary>Use case: why do no plans go this way?</summary>
public static class WhyNotVerb
{
    private const int NamesShown = 6;

    /// <summary>Reads what is expected: a mode, an id, a pair of posts, or the name of a place, border or service in
    /// any script held; null with a fault when it is none.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="notes">Receives a guess that was made.</param>
    public static ExpectedWay? Read(
        CorridorNetwork network, string text, FaultCollector faults, ICollection<string>? notes = null)
    {
        if (ExpectedWay.Find(network, text) is { } way) return way;
        var finder = new PlaceFinder(network);
        if (finder.Resolve(text) is PlaceResolution.One one)
        {
            if (one.Match.Grade > MatchGrade.Name) notes?.Add(PlaceGuess.Note(text, one.Place));
            return ExpectedWay.Find(network, one.Place.Id.Value);
        }
        var unbuilt = network.Borders.Where(b => ExpectedWay.IsUnbuilt(network, b)).Select(b => b.Id).ToHashSet();
        var found = finder.Find(text).Where(m => !unbuilt.Contains(m.Id)).ToList();
        if (found is [{ Grade: <= MatchGrade.Name } only, ..] && found.Count(m => m.Grade == only.Grade) == 1)
            return ExpectedWay.Find(network, only.Id);
        var near = string.Join(", ", found.Take(NamesShown).Select(m => $"{m.Name} ({m.Id})"));
        faults.Add(PlanVerb.QuestionFile, 0, "--why-not", "query:unknown-way",
            $"`{text}` is no mode (rail, road, sea, air), place, border, pair of posts, link, service or project"
            + (near.Length > 0 ? $"; did you mean {near}?" : ""));
        return null;
    }

    /// <summary>The answer about a way.</summary>
    /// <param name="answer">The answer to the question itself.</param>
    /// <param name="way">What is expected.</param>
    /// <param name="valueOfTime">US dollars a day for all boxes; null takes the data's own figure.</param>
    public static WhyNotAnswer Answer(PlanAnswer answer, ExpectedWay way, string? valueOfTime) =>
        WhyNot.Ask(answer, way, ValueOfTimeReader.Of(valueOfTime, answer.Network, answer.Query.Cargo));
}
