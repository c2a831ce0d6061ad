using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rahdar.Network.Reading;
using Rahdar.Network.Scenarios;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Network;

/// <summary>Goal: the pages in docs/formats say what the readers do. Method: codes, limits and files are read from the
/// pages and compared with the source, and the example of the scenario page is read and applied.</summary>
public sealed partial class FormatPageTests
{
    [Fact]
    public void Page_of_faults_lists_the_codes_of_the_source_in_order()
    {
        var inSource = Checkout.ListFiles("src/Rahdar.Network", ".cs")
            .SelectMany(f => CodeLiteral().Matches(Checkout.ReadText(f)).Select(m => m.Groups[1].Value))
            .Distinct().Order(StringComparer.Ordinal);
        var onPage = TableCode().Matches(Checkout.ReadText("docs/formats/faults.md")).Select(m => m.Groups[1].Value);
        Assert.Equal(inSource, onPage);
    }

    [Fact]
    public void Page_of_the_corridor_gives_the_limits_of_the_reader()
    {
        var inSource = typeof(ReadingLimits).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => $"{f.Name} {Convert.ToString(f.GetRawConstantValue(), CultureInfo.InvariantCulture)}");
        var onPage = Limit().Matches(Checkout.ReadText("docs/formats/corridor-data.md"))
            .Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}");
        Assert.Equal(inSource, onPage);
    }

    [Fact]
    public void Page_of_the_corridor_and_the_tiny_corridor_list_the_files_that_are_read()
    {
        var opened = new List<string>();
        var tiny = TinyCorridor.With();
        CorridorReader.Read(tiny with
        {
            Open = file =>
            {
                opened.Add(file);
                return tiny.Open(file);
            },
        });
        var onPage = FolderRow().Matches(Checkout.ReadText("docs/formats/corridor-data.md"))
            .SelectMany(m => FileName().Matches(m.Groups[2].Value).Select(f => m.Groups[1].Value + f.Groups[1].Value));
        Assert.Equal(opened.Order(StringComparer.Ordinal), onPage.Order(StringComparer.Ordinal));
        Assert.Equal(opened.Order(StringComparer.Ordinal), TinyCorridor.Texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Example_of_the_scenario_page_is_read_and_applied()
    {
        var network = CorridorReader.Read(BrokenSamples.ShippedFiles).Network!;
        var text = Example().Match(Checkout.ReadText("docs/formats/scenario.md")).Groups[1].Value;
        var faults = new FaultCollector();
        var scenario = ScenarioReader.Read("the example", text, network, faults);
        Assert.Empty(faults.Faults);
        Assert.Equal(7, ScenarioApply.Apply(network, scenario!).Assumptions.Count);
    }

    [GeneratedRegex("\"([a-z]+:[a-z][a-z-]*)\"")]
    private static partial Regex CodeLiteral();

    [GeneratedRegex(@"^\| `([a-z]+:[a-z-]+)` \| \S.*\. \|$", RegexOptions.Multiline)]
    private static partial Regex TableCode();

    [GeneratedRegex(@"^\| `(\w+)` \| ([\d.]+) \|", RegexOptions.Multiline)]
    private static partial Regex Limit();

    [GeneratedRegex(@"^\| `(\w+/)`[^|]*\| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex FolderRow();

    [GeneratedRegex(@"`([\w.]+)`")]
    private static partial Regex FileName();

    [GeneratedRegex("```scenario\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
