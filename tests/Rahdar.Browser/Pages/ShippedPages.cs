using Rahdar.Movements;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Simulation.Corridor;
using Rahdar.Tower;

namespace Rahdar.Browser.Pages;

/// <summary>Pages of the shipped corridor in each language, written once to a folder of their own.</summary>
/// <remarks>Real questions, so that the names, lengths and crowds are those a reader meets. One simulation and one
/// comparison serve all languages.</remarks>
public sealed class ShippedPages : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rahdar-pages-").FullName;

    public ShippedPages()
    {
        var network = CorridorStore.Read(null).Network!;
        Dictionary<string, Func<Speech, StoryPage>> pages = new()
        {
            ["plan"] = Plan(network),
            ["simulate"] = Simulate(network),
            ["compare"] = Compare(network),
        };
        foreach (var (name, page) in pages)
            foreach (var tag in LanguageTags.All)
            {
                var made = page(Speech.Of(LanguageTags.Find(tag)!.Value));
                File.WriteAllText(HtmlOf(name, tag), StoryHtml.Of(made));
                foreach (var picture in made.Pictures)
                    File.WriteAllText(Path.Combine(_folder, $"{name}-{picture.Name}-{tag}.svg"), picture.ToFile());
            }
    }

    /// <summary>The page of a verb in a language.</summary>
    public string HtmlOf(string verb, string language) => Path.Combine(_folder, $"{verb}-{language}.html");

    /// <summary>All pictures of a language as files of their own.</summary>
    public IReadOnlyList<string> ListSvg(string language) =>
        [.. Directory.EnumerateFiles(_folder, $"*-{language}.svg").Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Func<Speech, StoryPage> Plan(CorridorNetwork network)
    {
        var faults = new FaultCollector();
        var answer = PlanVerb.Answer(
            network, new PlanRequest("PKLHE", "RUASF", "2025-06-21", "16x20ft:20t") { Known = "2025-06-11" }, faults);
        Assert.True(faults.IsClean, string.Join('\n', faults.Faults));
        var ahead = OutlookReader.LookAhead(answer!, new AheadRequest { Draws = 200, ListsUnseen = false });
        return speech => PlanPage.Of(speech, ahead);
    }

    private static Func<Speech, StoryPage> Simulate(CorridorNetwork network)
    {
        var faults = new FaultCollector();
        var answer = SimulateVerb.Answer(
            network,
            new SimulateRequest("2025-06-21")
            {
                Days = 20,
                WarmUpDays = 3,
                Replications = 2,
                Scenarios = ["taftan-shut-30"],
                Consignments = ["16x20ft:20t PKLHE RUASF 2025-06-22"],
            },
            faults);
        Assert.True(faults.IsClean, string.Join('\n', faults.Faults));
        var (units, movements) = (new Dictionary<UnitId, Unit>(), new List<Movement>());
        CorridorSimulation.Trace(answer!.Network, answer.Result.Request, 0, (unit, movement) =>
        {
            if (movement.At < answer.Result.Begin) return;
            units.TryAdd(unit.Id, unit);
            movements.Add(movement);
        });
        var line = TrainLine.Read(network, "PKKHI,PKLHE").Line;
        Assert.NotNull(line);
        return speech => SimulationPage.Of(speech, answer, new MovementLog([.. units.Values], movements), line);
    }

    private static Func<Speech, StoryPage> Compare(CorridorNetwork network)
    {
        var faults = new FaultCollector();
        var answer = CompareVerb.Answer(
            network,
            new SimulateRequest("2025-06-21")
            {
                Days = 10,
                WarmUpDays = 3,
                Replications = 3,
                Scenarios = ["taftan-shut-30"],
            },
            faults);
        Assert.True(faults.IsClean, string.Join('\n', faults.Faults));
        return speech => ComparisonPage.Of(speech, answer!);
    }
}
