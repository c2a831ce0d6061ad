using Rahdar.Network.Reading;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Words;
using Rahdar.Tests.Network;
using Rahdar.Tests.Reports;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: a page and a picture are written whole or not at all, and what cannot be written is told before the
/// work. Method: a folder of the test's own.</summary>
public sealed class PictureFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rahdar-pictures-").FullName;

    public static TheoryData<PictureRequest, string, string> Bad => new()
    {
        { new PictureRequest { Html = "" }, "query:file", "--html" },
        { new PictureRequest { Html = "/" }, "query:file", "--html" },
        { new PictureRequest { Svg = "/no/such/folder/x.svg" }, "query:file", "--svg" },
        { new PictureRequest { Html = "x", Svg = "./x" }, "query:file", "--svg" },
        { new PictureRequest { Html = "x.html", Language = "de" }, "query:language", "--lang" },
        { new PictureRequest { Html = "x.html", Picture = "map" }, "query:picture", "--picture" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_cannot_be_written_is_told(PictureRequest request, string code, string option)
    {
        var faults = new FaultCollector();
        PictureFiles.Check(request, faults);
        var fault = Assert.Single(faults.Faults);
        Assert.Equal((code, option), (fault.Code, fault.Field));
    }

    [Fact]
    public void Both_files_are_written_whole()
    {
        var faults = new FaultCollector();
        var request = new PictureRequest { Html = In("a.html"), Svg = In("a.svg"), Picture = "map" };
        Assert.Equal([In("a.html"), In("a.svg")], PictureFiles.Write(Page(), request, faults));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(In("a.html")), StringComparison.Ordinal);
        Assert.Contains("data-picture=\"map\"", File.ReadAllText(In("a.svg")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Picture_nobody_drew_is_told_with_those_there_are_and_nothing_is_written()
    {
        var faults = new FaultCollector();
        var request = new PictureRequest { Html = In("a.html"), Svg = In("a.svg"), Picture = "gantt" };
        Assert.Empty(PictureFiles.Write(Page(), request, faults));
        Assert.Equal("`gantt` is not one of queues, map", Assert.Single(faults.Faults).Message);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Stopped_writing_leaves_the_file_as_it_was()
    {
        File.WriteAllText(In("a.html"), "before");
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => PictureFiles.Write(
            Page(), new PictureRequest { Html = In("a.html") }, new FaultCollector(), stopped.Token));
        Assert.Equal("before", File.ReadAllText(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Fact]
    public void Line_that_is_drawn_nowhere_is_told_beside_all_other_faults()
    {
        var faults = new FaultCollector();
        Assert.Null(SimulateVerb.Answer(
            ShippedCorridor.Network, new SimulateRequest("soon") { Line = "nosuch" }, faults));
        Assert.Equal(["query:date", "query:line", "query:line"],
            faults.Faults.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    private static StoryPage Page() => SimulationPage.Of(Speech.Of(Language.English), SimulationSamples.Answer());
}
