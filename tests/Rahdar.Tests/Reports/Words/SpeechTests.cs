using NodaTime;
using Rahdar.Network.Places;
using Rahdar.Reports.Words;

namespace Rahdar.Tests.Reports.Words;

/// <summary>Goal: numbers, dates and names are written as readers of each language write them. Method: one of each, by
/// hand.</summary>
public sealed class SpeechTests
{
    private static readonly LocalDate Day = new(2025, 6, 21);

    [Theory]
    [InlineData("en", "1,234.5")]
    [InlineData("ru", "1\u00A0234,5")]
    [InlineData("ur", "1,234.5")]
    [InlineData("fa", "۱٬۲۳۴٫۵")]
    public void Number_has_the_separators_of_its_language(string tag, string expected) =>
        Assert.Equal(expected, Of(tag).Number(1234.5, 1));

    [Theory]
    [InlineData("en", "21\u00A0Jun 2025")]
    [InlineData("ru", "21\u00A0июня 2025")]
    [InlineData("ur", "21\u00A0جون 2025")]
    [InlineData("fa", "۲۱\u00A0ژوئن ۲۰۲۵ (۳۱ خرداد ۱۴۰۴)")]
    public void Date_written_out_is_Gregorian_with_the_Iranian_one_beside_it_in_Persian(string tag, string expected) =>
        Assert.Equal(expected, Of(tag).FullDate(Day));

    [Theory]
    [InlineData("en", "−2.4")]
    [InlineData("ru", "−2,4")]
    [InlineData("fa", "\u200E−۲٫۴")]
    public void Change_carries_a_sign_on_its_left(string tag, string expected) =>
        Assert.Equal(expected, Of(tag).Change(-2.4));

    [Theory]
    [InlineData("en", "48.5 ± 12")]
    [InlineData("ru", "48,5 ± 12")]
    [InlineData("ur", "\u206648.5 ± 12\u2069")]
    [InlineData("fa", "\u2066۴۸٫۵ ± ۱۲\u2069")]
    public void Plus_and_minus_runs_from_left_to_right_in_every_language(string tag, string expected) =>
        Assert.Equal(expected, Of(tag).PlusMinus(48.5, 12));

    [Fact]
    public void A_mean_of_one_run_stands_alone() => Assert.Equal("174.8", Of("en").PlusMinus(174.8, double.NaN));

    [Fact]
    public void Change_of_nothing_and_of_next_to_nothing_has_no_sign()
    {
        Assert.Equal("0", Of("en").Change(0));
        Assert.Equal("0", Of("en").Change(-0.01));
    }

    [Fact]
    public void What_is_no_number_is_a_dash() => Assert.Equal("–", Of("fa").Number(double.NaN));

    [Theory]
    [InlineData(7.54, "7.5 h")]
    [InlineData(47, "47 h")]
    [InlineData(48, "2 d")]
    [InlineData(101, "4.2 d")]
    public void Length_is_hours_below_two_days(double hours, string expected) =>
        Assert.Equal(expected, Of("en").Length(Duration.FromHours(hours)));

    [Theory]
    [InlineData("en", "Taftan")]
    [InlineData("ru", "Тафтан")]
    [InlineData("ur", "\u2068Taftan\u2069")]
    public void Place_has_the_name_of_the_language_or_its_Latin_one_without_brackets(string tag, string expected)
    {
        var place = new Place(
            new PlaceId("PKTFT"), "Taftan (Koh-i-Taftan)", "PK", 29, 61, [], DateTimeZone.Utc, true,
            new Dictionary<string, string> { ["ru"] = "Тафтан" });
        Assert.Equal(expected, Of(tag).Name(place));
    }

    [Theory]
    [InlineData("RU", Language.Russian)]
    [InlineData(" fa ", Language.Persian)]
    [InlineData("de", null)]
    public void Tag_is_read_in_any_case(string tag, Language? expected) =>
        Assert.Equal(expected, LanguageTags.Find(tag));

    private static Speech Of(string tag) => Speech.Of(LanguageTags.Find(tag)!.Value);
}
