using System.Text.Json;
using NodaTime;
using Rahdar.Network.Gtfs;
using Rahdar.Planning.Transit;

namespace Rahdar.Conformance.Gtfs;

/// <summary>Feeds, questions, and the journeys that others published: the whole front, or the best journey.</summary>
/// <remarks>Two forms of cases are known by their fields. `expected` and `expectedCount` give the whole front; a change
/// takes two minutes where the feed says nothing. `expectedBest` gives the journey that must come first, by legs, by a
/// line of text, or both; a change takes no time where the feed says nothing. Feeds are read as far as they can be:
/// their validity is another suite.</remarks>
internal static class GtfsJourneySuite
{
    internal static Suite Suite { get; } = new(
        "gtfs-journeys", "The journeys found are those published: times, changes and vehicles.",
        "cases*.json and the feeds they name", ListCases);

    private static IReadOnlyList<SuiteCase> ListCases(SuiteFolder folder)
    {
        var feeds = new Dictionary<string, GtfsFeed>();
        var cases = new List<SuiteCase>();
        foreach (var file in folder.ListFiles(".json").Where(f => !f.Contains('/')))
        {
            if (folder.ReadJson(file) is not { ValueKind: JsonValueKind.Array } list) continue;
            foreach (var (one, number) in list.EnumerateArray().Select((c, i) => (c, i)))
                cases.Add(SuiteCase.Of(
                    $"{file} {(one.TryGetProperty("id", out var id) ? id.GetString() : $"case {number + 1}")}",
                    () => Compare(folder, feeds, one)));
        }
        return cases;
    }

    private static IEnumerable<Difference> Compare(
        SuiteFolder folder, Dictionary<string, GtfsFeed> feeds, JsonElement one)
    {
        var question = new JourneyQuestion(one, Feed(folder, feeds, one.GetProperty("feed").GetString()!), folder);
        var found = question.Ask();
        return one.TryGetProperty("expectedBest", out var best)
            ? BestJourney.Compare(best, found, question.Feed)
            : JourneyFront.Compare(one, found);
    }

    private static GtfsFeed Feed(SuiteFolder folder, Dictionary<string, GtfsFeed> feeds, string name)
    {
        if (feeds.TryGetValue(name, out var known)) return known;
        var files = folder.ListFiles(".txt", name).ToDictionary(f => Path.GetFileName(f));
        if (files.Count == 0) throw new InvalidDataException($"the folder holds no feed {name}");
        return feeds[name] = GtfsReader.Read(new GtfsFiles(name, files.Keys, f => folder.Open(files[f])!)).Feed;
    }
}
