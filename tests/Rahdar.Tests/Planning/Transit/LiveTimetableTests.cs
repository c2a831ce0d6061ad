using NodaTime;
using Rahdar.Network.Gtfs.Realtime;
using Rahdar.Network.Reading;
using Rahdar.Planning.Transit;
using Rahdar.Tests.Network.Gtfs;

namespace Rahdar.Tests.Planning.Transit;

/// <summary>Goal: what a railway tells of a train changes the journeys, and nothing else does. Method: the sample feed
/// with
/// one message each; times are UTC, five hours before Karachi.</summary>
public sealed class LiveTimetableTests
{
    private static readonly Instant Day = Instant.FromUtc(2025, 6, 5, 0, 0);

    [Fact]
    public void Train_of_the_timetable_leaves_on_its_day_in_the_zone_of_its_railway() =>
        Assert.Equal(["5T15:00 PKLHE CT1-1 PKKHI 6T15:00"], Ask([]));

    [Fact]
    public void Delay_holds_from_its_stop_on() =>
        Assert.Equal(["5T15:00 PKLHE CT1-1 PKKHI 6T15:20"], Ask(RealtimeSamples.Late));

    [Fact]
    public void Cancelled_train_is_not_offered() => Assert.Empty(Ask(RealtimeSamples.Cancelled));

    [Fact]
    public void Added_train_is_offered_beside_the_timetable() =>
        Assert.Equal(
            ["5T10:00 PKLHE EXTRA PKKHI 6T10:00", "5T15:00 PKLHE CT1-1 PKKHI 6T15:00"], Ask(RealtimeSamples.Added));

    [Fact]
    public void Skipped_stop_is_passed() => Assert.Empty(Ask(RealtimeSamples.Skipped, "PKROH"));

    [Fact]
    public void Alert_tells_its_route_and_effect()
    {
        var alert = RealtimeReader.Read("alert.pb", RealtimeSamples.Alert, new FaultCollector())!.Alerts[0];
        Assert.Equal(["CT1"], alert.Routes);
        Assert.Equal((1, "Line shut"), (alert.Effect!.Value, alert.Header));
    }

    [Theory]
    [InlineData(new byte[] { 0x0a, 0x7f })]
    [InlineData(new byte[] { 0x12, 0x00 })]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0x0b })]
    public void Bytes_that_are_no_message_are_refused(byte[] bytes)
    {
        var faults = new FaultCollector();
        Assert.Null(RealtimeReader.Read("x.pb", bytes, faults));
        Assert.Equal("gtfs-rt:bad-message", Assert.Single(faults.Faults).Code);
    }

    private static IReadOnlyList<string> Ask(byte[] message, string to = "PKKHI")
    {
        var updates = message.Length == 0 ? []
            : RealtimeReader.Read("sample.pb", message, new FaultCollector())!.Updates;
        var timetable = TimetableBuilder.Build(
            SampleFeed.Read(SampleFeed.Files).Feed, Day, Day + Duration.FromDays(2),
            TransitOptions.Plain with { Updates = updates });
        var answer = (TransitOutcome.Answer)new TransitPlanner(timetable).Answer(new TransitQuery(
            TransitTime.LeavesWithin, Day, Day + Duration.FromDays(1), [new TransitEnd("PKLHE")],
                [new TransitEnd(to)]));
        return
        [
            .. answer.Journeys.Select(j => $"{j.Departure.ToString("d'T'HH:mm", null)} {j.Legs[0].From} "
                + $"{string.Join('+', j.Legs[0].Trips)} {j.Legs[0].To} {j.Arrival.ToString("d'T'HH:mm", null)}"),
        ];
    }
}
