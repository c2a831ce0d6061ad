using System.Text;
using NodaTime;
using Rahdar.Network.Gtfs;

namespace Rahdar.Tests.Network.Gtfs;

/// <summary>Goal: a feed that is wrong is told so by the code the canonical validator has, and one that is right is
/// not.
/// Method: one change at a time to a small valid feed.</summary>
public sealed class GtfsReaderTests
{
    [Fact]
    public void Valid_feed_has_no_errors_or_warnings()
    {
        var (feed, notices) = SampleFeed.Read(SampleFeed.Files);
        Assert.DoesNotContain(notices.Kept, n => n.Severity != Severity.Info);
        Assert.Equal(3, feed.StopTimes["CT1-1"].Count);
        Assert.Equal(44 * 3600, feed.StopTimes["CT1-1"][2].Arrival);
        Assert.Equal("90", feed.Trips[0].Freight["teu"]);
    }

    [Theory]
    [InlineData("trips.txt", "CT1,MT,CT1-1", "CT9,MT,CT1-1", "foreign_key_violation", Severity.Error)]
    [InlineData("trips.txt", "CT1,MT,CT1-1", "CT1,XX,CT1-1", "foreign_key_violation", Severity.Error)]
    [InlineData("stop_times.txt", "PKROH,2", "PKROH,1", "duplicate_key", Severity.Error)]
    [InlineData("stop_times.txt", "34:00:00,34:30:00", "34:00:00,", "stop_time_with_only_arrival_or_departure_time",
        Severity.Error)]
    [InlineData("stop_times.txt", "34:00:00,34:30:00", "34:30:00,34:00:00", "start_and_end_range_out_of_order",
        Severity.Error)]
    [InlineData("stop_times.txt", "34:00:00,34:30:00", "9:00:00,34:30:00",
        "stop_time_with_arrival_before_previous_departure_time", Severity.Error)]
    [InlineData("stop_times.txt", "44:00:00,44:00:00", ",", "missing_trip_edge", Severity.Error)]
    [InlineData("stop_times.txt", "34:00:00", "34:77:00", "invalid_time", Severity.Error)]
    [InlineData("stop_times.txt", "PKROH,2", "PKROH,two", "invalid_integer", Severity.Error)]
    [InlineData("stop_times.txt", "PKROH,2", "PKROH,-2", "number_out_of_range", Severity.Error)]
    [InlineData("stop_times.txt", "34:00:00,34:30:00", "20:10:00,34:30:00", "fast_travel_between_consecutive_stops",
        Severity.Warning)]
    [InlineData("stops.txt", "27.7,68.9", "127.7,68.9", "number_out_of_range", Severity.Error)]
    [InlineData("stops.txt", "27.7,68.9", "abc,68.9", "invalid_float", Severity.Error)]
    [InlineData("stops.txt", "27.7,68.9", ",", "stop_without_location", Severity.Error)]
    [InlineData("stops.txt", "27.7,68.9", "0.1,0.2", "point_near_origin", Severity.Error)]
    [InlineData("stops.txt", "PKROH,,Rohri", "PKROH,,", "missing_stop_name", Severity.Error)]
    [InlineData("stops.txt", "stop_lon", "stop_lat", "duplicated_column", Severity.Error)]
    [InlineData("stops.txt", "Rohri,27.7", "Rohri,1,27.7", "invalid_row_length", Severity.Error)]
    [InlineData("stops.txt", "Rohri", " Rohri", "leading_or_trailing_whitespaces", Severity.Warning)]
    [InlineData("stops.txt", "Rohri", "\"Roh\nri\"", "new_line_in_value", Severity.Error)]
    [InlineData("stops.txt", "Rohri", "\"Rohri", "csv_parsing_failed", Severity.Error)]
    [InlineData("stops.txt", "stop_code", "stop_colour", "unknown_column", Severity.Info)]
    [InlineData("stops.txt", "stop_code", "", "empty_column_name", Severity.Error)]
    [InlineData("agency.txt", "https://", "ftp://", "invalid_url", Severity.Error)]
    [InlineData("agency.txt", ",en", ",klingonish", "invalid_language_code", Severity.Error)]
    [InlineData("agency.txt", "Asia/Karachi", "Asia/Nowhere", "invalid_timezone", Severity.Error)]
    [InlineData("routes.txt", "CT1,Lahore to Karachi container train,2", ",,2",
        "route_both_short_and_long_name_missing", Severity.Error)]
    [InlineData("routes.txt", ",2", ",99", "unexpected_enum_value", Severity.Warning)]
    [InlineData("routes.txt", "PR,CT1,", "PR,CT1-LONG-NAME-X,", "route_short_name_too_long", Severity.Warning)]
    [InlineData("calendar.txt", "20250601,20251231", "20251231,20250601", "start_and_end_range_out_of_order",
        Severity.Error)]
    [InlineData("calendar.txt", "20250601", "20250631", "invalid_date", Severity.Error)]
    [InlineData("trips.txt", ",90,", ",many,", "invalid_float", Severity.Error)]
    public void Fault_gets_its_code(string file, string old, string other, string code, Severity severity)
    {
        var (_, notices) = SampleFeed.Read(SampleFeed.Changed(file, old, other));
        Assert.True(notices.Has(code, severity), string.Join('\n', notices.Kept));
    }

    [Theory]
    [InlineData("stops.txt", "missing_required_file")]
    [InlineData("calendar.txt", "missing_calendar_and_calendar_date_files")]
    public void Missing_file_is_an_error(string file, string code) =>
        Assert.True(SampleFeed.Read(SampleFeed.With(file, null)).Notices.Has(code, Severity.Error));

    [Fact]
    public void Extended_route_types_are_known()
    {
        var (_, notices) = SampleFeed.Read(SampleFeed.Changed("routes.txt", ",2", ",102"));
        Assert.False(notices.Has("unexpected_enum_value", Severity.Warning));
    }

    [Fact]
    public void Calendar_that_is_over_is_told_only_when_a_day_is_given()
    {
        var files = GtfsFiles.InMemory("sample", SampleFeed.Files);
        Assert.False(GtfsReader.Read(files).Notices.Has("expired_calendar", Severity.Warning));
        Assert.True(GtfsReader.Read(files, new LocalDate(2026, 1, 1)).Notices.Has("expired_calendar",
            Severity.Warning));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_told()
    {
        var files = SampleFeed.Files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        files["stops.txt"] = Encoding.Latin1.GetBytes(SampleFeed.Files["stops.txt"].Replace("Rohri", "Röhri"));
        var (_, notices) = GtfsReader.Read(GtfsFiles.InMemory("sample", files));
        Assert.True(notices.Has("invalid_character", Severity.Error));
    }

    [Fact]
    public void Endless_field_is_refused()
    {
        var text = SampleFeed.Files["stops.txt"].Replace("Rohri", new string('x', GtfsLimits.FieldCharactersMax + 1));
        Assert.True(SampleFeed.Read(SampleFeed.With("stops.txt", text)).Notices.Has("csv_parsing_failed",
            Severity.Error));
    }

    [Fact]
    public void Many_notices_of_a_code_are_counted_and_not_all_kept()
    {
        var rows = string.Concat(Enumerable.Range(0, 1000).Select(i => $"S{i},,Stop,x,1\n"));
        var (_, notices) = SampleFeed.Read(SampleFeed.With("stops.txt", SampleFeed.Files["stops.txt"] + "\n" + rows));
        Assert.Equal(1000, notices.Totals.First(t => t.Code == "invalid_float").Count);
        Assert.Equal(GtfsLimits.NoticesKeptPerCode, notices.Kept.Count(n => n.Code == "invalid_float"));
    }

    [Fact]
    public void Header_with_byte_order_mark_and_carriage_returns_is_read()
    {
        var text = "\uFEFF" + SampleFeed.Files["stops.txt"].ReplaceLineEndings("\r\n");
        Assert.False(SampleFeed.Read(SampleFeed.With("stops.txt", text)).Notices.HasErrors);
    }
}
