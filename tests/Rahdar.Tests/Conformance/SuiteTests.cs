using Rahdar.Conformance;
using Rahdar.Tests.Cli;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Conformance;

/// <summary>Goal: Rahdar gives the answers of the public suites, and a run that ought to fail does. Method: the suites
/// run on the material of the checkout, then on copies with a wrong expected value planted in them.</summary>
[Collection("console")]
public sealed class SuiteTests
{
    public static TheoryData<string, int> Totals => new()
    {
        { "cpmm", 14 },
        { "geojson", 50 },
        { "identifiers", 85 },
        { "rail-capacity", 17 },
        { "rail-running-time", 65 },
    };

    [Theory]
    [MemberData(nameof(Totals))]
    public void Material_of_the_checkout_passes_in_full(string suite, int cases)
    {
        var result = Suites.Find(suite)!.Run(Folder(suite));
        Assert.Empty(result.Faults);
        Assert.DoesNotContain(result.Cases, c => !c.IsPassed);
        Assert.Equal(cases, result.Passed);
    }

    [Theory]
    [InlineData("identifiers", "identifiers.csv", "817600,817600,true", "817600,817601,true", "expected 817601")]
    [InlineData("identifiers", "identifiers.csv", "24548858,,false", "24548858,24548858,true", "found invalid")]
    [InlineData("cpmm", "worked-example.json", "21.8792", "21.8812", "trip k1: SWD: expected 21.8812")]
    [InlineData("cpmm", "worked-example.json", "\"TFI1\": 24,", "\"TFI1\": 25,", "Torkham outbound: TFI1: expected 25")]
    [InlineData("cpmm", "worked-example.json", "32.6667", "37", "country: TFI1: expected 37, found 32.666667")]
    [InlineData("cpmm", "time-cost-distance.json", "\"h\": 124,", "\"h\": 125,", "points[3].h: expected 125")]
    [InlineData("cpmm", "published-indicators.csv", "USD,2022,267", "USD,2022,150", "outbound of its posts: share of")]
    [InlineData("cpmm", "published-indicators.csv", "all,hour,2023,33.1", "all,hour,2023,33.3", "TFI1 1 to 0")]
    [InlineData("geojson", "valid/point/3d.json", "[", "[[", "valid/point/3d.json: expected valid, found invalid (")]
    [InlineData("rail-capacity", "vectors.json", "32.085", "32.086", "perDay: expected 32.086")]
    [InlineData("rail-running-time", "running-times.csv", "745.070427", "755.070427", "running_time_s: expected 755.0")]
    [InlineData("rail-running-time", "schema-rolling-stock/invalid/mass.yaml", "length: 1", "length: 1\n    mass: 1",
        "invalid/mass.yaml: expected invalid, found valid")]
    [InlineData("geojson", "invalid/point/1d.json", "0", "0, 0", "/1d.json: expected invalid, found valid")]
    public void Planted_error_is_reported(string suite, string file, string old, string other, string words)
    {
        using var folder = new ScratchFolder().With("tests/Conformance/" + suite);
        folder.Change(file, old, other);
        var run = CommandLineTests.Run(["conformance", suite, folder.Name]);
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains("FAILED ", run.Out, StringComparison.Ordinal);
        Assert.Contains(words, run.Out, StringComparison.Ordinal);
        Assert.EndsWith($"{Totals.Single(t => t.Data.Item1 == suite).Data.Item2 - 1} passed, 1 failed\n", run.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_suite_refuses_an_empty_folder_and_one_that_is_not_there()
    {
        using var folder = new ScratchFolder();
        foreach (var suite in Suites.All)
        {
            var empty = CommandLineTests.Run(["conformance", suite.Name, folder.Name]);
            Assert.Equal((2, ""), (empty.Code, empty.Out));
            var none = CommandLineTests.Run(["conformance", suite.Name, folder.Name + "-nowhere"]);
            Assert.Equal((2, ""), (none.Code, none.Out));
            Assert.Contains("suite:no-folder", none.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Unknown_suite_is_told_with_the_known_ones()
    {
        var run = CommandLineTests.Run("conformance trains .");
        Assert.Equal(2, run.Code);
        Assert.Contains("query:suite", run.Error, StringComparison.Ordinal);
        Assert.All(Suites.All, s => Assert.Contains(s.Name, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void File_of_another_form_is_a_fault_and_nothing_is_judged()
    {
        using var folder = new ScratchFolder();
        folder.Write("identifiers.csv", "scheme,input,normalized,valid\nawb,1,,false\nbarcode,1,,perhaps\n");
        var run = CommandLineTests.Run(["conformance", "identifiers", folder.Name]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("barcode", run.Error, StringComparison.Ordinal);
        Assert.Contains("perhaps", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_that_throws_fails_and_those_after_it_are_judged()
    {
        var suite = new Suite("made-up", "", "anything", _ =>
        [
            SuiteCase.Of("first", () => throw new InvalidOperationException("no such thing")),
            SuiteCase.Of("second", () => []),
        ]);
        using var folder = new ScratchFolder();
        var result = suite.Run(folder.Name);
        Assert.Equal((1, 1), (result.Passed, result.Failed));
        Assert.Equal(
            "FAILED first: expected an answer, found InvalidOperationException: no such thing\n1 passed, 1 failed\n",
            SuiteText.Of(result));
    }

    [Fact]
    public void Suites_have_names_of_their_own() =>
        Assert.Equal(Suites.All.Count, Suites.All.Select(s => s.Name).Distinct().Count());

    [Fact]
    public void Every_folder_of_material_has_a_readme_with_its_source_and_is_of_a_suite()
    {
        var folders = Directory.GetDirectories(Path.Combine(Checkout.Root, "tests/Conformance"));
        Assert.NotEmpty(folders);
        Assert.All(folders, f => Assert.True(File.Exists(Path.Combine(f, "README.md")), f));
    }

    private static string Folder(string suite) => Path.Combine(Checkout.Root, "tests/Conformance", suite);
}
