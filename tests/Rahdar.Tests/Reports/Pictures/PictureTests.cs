using System.Xml.Linq;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;
using Rahdar.Tests.Expected;

namespace Rahdar.Tests.Reports.Pictures;

/// <summary>Goal: pictures stay as they were looked at, and each says what it shows, in which unit and from where.
/// Method: one small picture of each kind against a file; the rest is read from the SVG as XML.</summary>
public sealed class PictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. PictureSamples.Names];

    public static TheoryData<string, Language> NamesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var name in PictureSamples.Names)
                foreach (var language in Enum.GetValues<Language>()) data.Add(name, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whole_picture_is_as_approved(string name) => ApprovedFile.Check(
        $"pictures/{name}.svg", PictureSamples.Of(name, Language.English).ToFile());

    [Theory]
    [InlineData("gantt", Language.Persian)]
    [InlineData("time-cost", Language.Urdu)]
    public void Whole_picture_from_right_to_left_is_as_approved(string name, Language language) => ApprovedFile.Check(
        $"pictures/{name}-{LanguageTags.Of(language)}.svg",
        PictureSamples.Of(name, language).ToFile(PictureWidth.Phone));

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public void Picture_says_what_it_shows_in_which_unit_and_from_where(string name, Language language)
    {
        var picture = PictureSamples.Of(name, language);
        foreach (var width in Enum.GetValues<PictureWidth>())
        {
            var svg = XDocument.Parse(picture.ToFile(width)).Root!;
            Assert.Equal(LanguageTags.Of(language), (string?)svg.Attribute("lang"));
            Assert.Equal(language >= Language.Urdu ? "rtl" : "ltr", (string?)svg.Attribute("direction"));
            Assert.Equal(picture.Title, (string?)svg.Element(Svg + "title"));
            Assert.Equal(picture.Description, (string?)svg.Element(Svg + "desc"));
            Assert.DoesNotContain("{", picture.Description + picture.Caption + picture.Title, StringComparison.Ordinal);
            var axes = svg.Descendants().Where(e => e.Attribute("data-axis") is not null).ToList();
            Assert.NotEmpty(axes);
            Assert.All(axes, a => Assert.Single(
                a.Elements(), e => (string?)e.Attribute("data-unit") is { Length: > 0 } && e.Value.Length > 0));
            Assert.Contains("a source", string.Concat(svg.Descendants(Svg + "text").Select(t => t.Value)),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Legend_tells_no_two_things_apart_by_colour_alone(string name)
    {
        var svg = XDocument.Parse(PictureSamples.Of(name, Language.English).ToFile()).Root!;
        var legend = svg.Descendants().Single(e => e.Attribute("data-legend") is not null);
        // A sign without its colours: its shapes, their sizes but for the place, dashes and textures.
        var (signs, sign) = (new List<string>(), "");
        foreach (var e in legend.Elements())
            if (e.Name == Svg + "text")
            {
                signs.Add(sign);
                sign = "";
            }
            else sign += Look(e);
        Assert.NotEmpty(signs);
        Assert.Equal(signs.Distinct(), signs);
    }

    [Fact]
    public void Chart_runs_through_the_points_of_the_published_sample()
    {
        var (planned, _) = PictureSamples.Points();
        var svg = XDocument.Parse(TimeCostChart.Of(Speech.Of(Language.English), planned, null, "x").ToFile()).Root!;
        var lines = svg.Descendants(Svg + "polyline").Select(l => l.Attribute("points")!.Value.Split(' ')).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.Equal(planned.Count, l.Length));
        // The step at the port is upright, the ride to Peshawar is not.
        double X(int i) => double.Parse(lines[0][i].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(X(0), X(1));
        Assert.Equal(1400.0 / 2720, (X(2) - X(0)) / (X(6) - X(0)), 0.005);
    }

    [Fact]
    public void Nothing_that_queues_is_no_picture()
    {
        var result = SimulationSamples.Result() with { Resources = [] };
        Assert.Null(QueueChart.Of(
            Speech.Of(Language.English), SimulationSamples.Answer().Network, result, "x"));
    }

    [Fact]
    public void Map_shows_who_made_its_data() => Assert.All(Enum.GetValues<Language>(), l => Assert.Contains(
        "© OpenStreetMap contributors, GeoNames, UNECE", PictureSamples.Of("map", l).ToFile(),
        StringComparison.Ordinal));

    private static string Look(XElement e)
    {
        var fill = (string?)e.Attribute("fill") ?? "";
        var texture = fill.StartsWith("url(", StringComparison.Ordinal) ? fill.Split('-')[^2]
            : fill == "#ffffff" ? "hollow"
            : fill == "none" ? "none" : "solid";
        return $"{e.Name.LocalName} {texture} {(string?)e.Attribute("stroke-dasharray")} {(string?)e.Attribute("r")} "
            + $"{(string?)e.Attribute("width")} {(string?)e.Attribute("stroke-width")};";
    }
}
