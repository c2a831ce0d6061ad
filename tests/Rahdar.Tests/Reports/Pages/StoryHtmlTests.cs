using System.Text.RegularExpressions;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Words;
using Rahdar.Tests.Reports.Pictures;

namespace Rahdar.Tests.Reports.Pages;

/// <summary>Goal: a page is one file that needs nothing else, says its language, and shows text as text. Method: a page
/// of every kind of block, and the pages of the samples.</summary>
public sealed partial class StoryHtmlTests
{
    [Fact]
    public void Whole_page_without_pictures_is_as_approved() => Tests.Expected.ApprovedFile.Check(
        "pictures/story.html", Body(StoryHtml.Of(Story(Language.Urdu))));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Persian)]
    public void Page_asks_for_nothing_and_runs_nothing(Language language)
    {
        var speech = Speech.Of(language);
        var pages = new[]
        {
            SimulationPage.Of(speech, SimulationSamples.Answer()),
            ComparisonPage.Of(speech, SimulationSamples.Comparison()),
            Story(language) with { Blocks = [new StoryBlock.Figure(PictureSamples.Of("map", language))] },
        };
        foreach (var html in pages.Select(StoryHtml.Of))
        {
            Assert.Empty(Fetched().Matches(html.Replace("http://www.w3.org/2000/svg", "")));
            Assert.Contains($"<html lang=\"{speech.Tag}\" dir=\"{speech.Direction}\">", html, StringComparison.Ordinal);
            Assert.Contains("<meta charset=\"utf-8\">", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Page_of_a_simulation_leads_with_the_longest_wait_and_says_how_much_is_assumed()
    {
        var page = SimulationPage.Of(Speech.Of(Language.English), SimulationSamples.Answer());
        var words = page.Blocks.OfType<StoryBlock.Paragraph>().Select(p => p.Text).ToList();
        Assert.StartsWith("Most waited for: PKBBB – IRCCC, road (2,400", words[0], StringComparison.Ordinal);
        Assert.Contains("Of the 4 figures it was made from 1 are published, 1 recalled and 2 assumed", words[1],
            StringComparison.Ordinal);
        Assert.Equal(["queues", "map"], page.Pictures.Select(p => p.Name));
    }

    [Fact]
    public void Page_of_a_comparison_draws_consignments_first_and_leaves_out_what_has_no_value()
    {
        var page = ComparisonPage.Of(Speech.Of(Language.English), SimulationSamples.Comparison());
        Assert.Equal(
            ["bars-days50-1", "bars-hours-1", "bars-crossing-1"], page.Pictures.Select(p => p.Name));
        Assert.Contains("consignment-1: 3 before, 4 after", page.Pictures[0].Description, StringComparison.Ordinal);
        Assert.Contains("No figure of this scenario changes", StoryHtml.Of(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_of_the_data_keep_their_own_direction() => Assert.Contains(
        "<ul lang=\"en\" dir=\"ltr\">", StoryHtml.Of(SimulationPage.Of(
            Speech.Of(Language.Persian), SimulationSamples.Answer())), StringComparison.Ordinal);

    private static StoryPage Story(Language language) => new(
        Speech.Of(language), "Title <b>", "of & about",
        [
            new StoryBlock.Paragraph("Lead") { IsLead = true },
            new StoryBlock.Heading($"Heading {Speech.Id("TAFTAN-RD")}"),
            new StoryBlock.Paragraph("Words"),
            new StoryBlock.Points(["one", "two"]),
            new StoryBlock.Points(["a remark"], Language.English),
            new StoryBlock.Table("Caption", [new("Where"), new("km", true)], [["Here", "1"], ["There \"x\"", "2"]])
            {
                Note = "Note",
            },
        ]);

    private static string Body(string html) => html[html.IndexOf("<body>", StringComparison.Ordinal)..];

    /// <summary>Anything that makes a browser fetch or run something.</summary>
    [GeneratedRegex(@"https?:|<script|<link|<img|<iframe|@import|@font-face|\ssrc=|\shref=|\son\w+=|url\((?!#)")]
    private static partial Regex Fetched();
}
