using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rahdar.Movements;
using Rahdar.Network.Places;
using Rahdar.Network.Reading;
using Rahdar.Quantities;
using Rahdar.Tests.House;
using Rahdar.Tests.Network;

namespace Rahdar.Tests.Movements;

/// <summary>Goal: what is written is read back the same, and whatever cannot be read is told by row, field and code.
/// Method: random logs with hostile texts there and back; broken files with the faults that must come, and no
/// other.</summary>
public sealed class MovementCsvTests
{
    private const string Head = "unit,kind,count,at,movement,place,to,mode,by,activity,resource,cents\n";
    private const string Good = "B1,container,16,2025-06-21T03:00:00Z,";

    [Fact]
    public void Log_is_written_as_RFC_4180_asks_with_one_row_a_movement()
    {
        var (unit, at) = (new Unit(new UnitId("B,1"), UnitKind.Container, 16), History.At("21", "03:00"));
        var log = new MovementLog([unit],
        [
            new Departed(unit.Id, at, new PlaceId("PKLHE"), new PlaceId("PKUET"), Mode.Rail, "the \"fast\" one"),
            new Ended(unit.Id, at + Duration.FromMilliseconds(1), new PlaceId("PKUET"), Activity.GaugeChange, "Y", 950),
        ]);
        Assert.Equal(
            Head.TrimEnd() + "\r\n"
            + "\"B,1\",container,16,2025-06-21T03:00:00Z,departed,PKLHE,PKUET,rail,\"the \"\"fast\"\" one\",,,\r\n"
            + "\"B,1\",container,16,2025-06-21T03:00:00.001Z,ended,PKUET,,,,gauge-change,Y,950\r\n",
            Encoding.UTF8.GetString(Written(log)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7", "'+7")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("'=1", "''=1")]
    [InlineData("'s place", "'s place")]
    [InlineData("1=1", "1=1")]
    public void Text_that_a_spreadsheet_would_take_for_a_formula_is_guarded(string text, string cell)
    {
        var unit = new Unit(new UnitId("B1"), UnitKind.Truck, 1);
        var log = new MovementLog(
            [unit], [new Began(unit.Id, History.At("1", "00:00"), new PlaceId("PKTFT"), Activity.Customs, text)]);
        Assert.EndsWith($",customs,{cell},\r\n", Encoding.UTF8.GetString(Written(log)), StringComparison.Ordinal);
        Assert.Equal(log.Movements, Read(Written(log)).Log!.Movements);
    }

    [Fact]
    public void Any_log_comes_back_as_it_was_written()
    {
        var seeds = Gen.Choose(100_000, 999_999).ToArbitrary();
        Prop.ForAll(seeds, seed =>
        {
            var log = AnyLog(new Random(seed));
            var (read, faults) = Read(Written(log));
            Assert.Empty(faults);
            Assert.Equal(log.Movements, read!.Movements);
            Assert.Equal(log.Units, read.Units);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20250622, 11));
    }

    [Theory]
    [InlineData(",container,16,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 unit value:missing")]
    [InlineData("B1,box,16,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 kind value:unknown-word")]
    [InlineData("B1,container,0,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 count value:out-of-range")]
    [InlineData("B1,container,,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 count value:missing")]
    [InlineData("B1,container,1.5,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 count value:not-a-number")]
    [InlineData("B1,container,999999,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 count value:out-of-range")]
    [InlineData("B1,container,16,,delivered,PKLHE,,,,,,", "2 at value:missing")]
    [InlineData("B1,container,16,2025-06-21 03:00,delivered,PKLHE,,,,,,", "2 at value:not-an-instant")]
    [InlineData("B1,container,16,2025-06-31T03:00:00Z,delivered,PKLHE,,,,,,", "2 at value:not-an-instant")]
    [InlineData("B1,container,16,1066-06-21T03:00:00Z,delivered,PKLHE,,,,,,", "2 at value:out-of-range")]
    [InlineData(Good + "delivered,,,,,,,", "2 place value:missing")]
    [InlineData(Good + "lost,PKLHE,,,,,,", "2 movement value:unknown-word")]
    [InlineData(Good + ",PKLHE,,,,,,", "2 movement value:unknown-word")]
    [InlineData(Good + "departed,PKLHE,,rail,T1,,,", "2 to value:missing")]
    [InlineData(Good + "departed,PKLHE,PKUET,camel,T1,,,", "2 mode value:unknown-word")]
    [InlineData(Good + "arrived,PKLHE,PKUET,,T1,,,", "2 mode value:unknown-word")]
    [InlineData(Good + "departed,PKLHE,PKUET,rail,T1,,,100", "2 cents movement:stray-cell")]
    [InlineData(Good + "delivered,PKLHE,PKUET,,,,Y,", "2 resource movement:stray-cell;2 to movement:stray-cell")]
    [InlineData(Good + "began,PKLHE,,,,nap,Y,", "2 activity value:unknown-word")]
    [InlineData(Good + "queued,PKLHE,,,,handling,Y,5", "2 cents movement:stray-cell")]
    [InlineData(Good + "ended,PKLHE,,,,handling,Y,-5", "2 cents value:out-of-range")]
    [InlineData(Good + "ended,PKLHE,,,,handling,Y,5.5", "2 cents value:not-a-number")]
    [InlineData(Good + "ended,PKLHE,,,,handling,Y,1e3", "2 cents value:not-a-number")]
    [InlineData(Good + "ended,PKLHE,,,,handling,Y,9223372036854775808", "2 cents value:out-of-range")]
    [InlineData(Good + "loaded,PKLHE,,,,,,", "2 by value:missing")]
    [InlineData(Good + "unloaded,PKLHE,,road,W1,,,", "2 mode movement:stray-cell")]
    [InlineData(Good + "delivered,PKLHE,,,,,", "2 csv:bad-row")]
    [InlineData(Good + "delivered,PK\"LHE,,,,,,", "2 csv:bad-row")]
    [InlineData(
        Good + "delivered,PKLHE,,,,,,\n\n" + "B1,container,15,2025-06-21T03:00:00Z,delivered,PKLHE,,,,,,",
        "4 unit movement:two-units")]
    public void Every_fault_of_a_broken_row_is_told_and_no_other(string rows, string expected)
    {
        var (log, faults) = Read(Encoding.UTF8.GetBytes(Head + rows + "\n"));
        Assert.Null(log);
        Assert.Equal(
            expected.Split(';').Order(StringComparer.Ordinal),
            faults.Select(f => string.Join(' ', new[] { Text(f.Row), f.Field, f.Code }.Where(t => t.Length > 0)))
                .Order(StringComparer.Ordinal));
        Assert.All(faults, f => Assert.True(f.File == "moves.csv" && f.Message.Length is > 10 and < 400, f.ToString()));
    }

    [Fact]
    public void Broken_files_are_told()
    {
        Assert.Equal("csv:empty-file", Assert.Single(Read([]).Faults).Code);
        Assert.Equal("csv:encoding", Assert.Single(Read([.. Encoding.UTF8.GetBytes(Head), 0xFF, 0xFE]).Faults).Code);
        var withoutTwo = Read(Encoding.UTF8.GetBytes(Head.Replace("count,at,", ""))).Faults;
        Assert.Equal(
            ["at csv:missing-column", "count csv:missing-column"], withoutTwo.Select(f => $"{f.Field} {f.Code}"));
        Assert.Empty(Read(Encoding.UTF8.GetBytes(Head)).Log!.Movements);
    }

    [Fact]
    public void Byte_order_mark_other_columns_and_their_order_do_not_matter()
    {
        var (log, faults) = Read(Encoding.UTF8.GetBytes(
            "\uFEFFnote,cents,resource,activity,by,mode,to,place,movement,at,count,kind,unit\n"
            + "seen,250,yard,handling,,,,PKLHE,ended,2025-06-21T03:00:00Z,2,wagon,W1\n"));
        Assert.Empty(faults);
        Assert.Equal(
            new Ended(
                new UnitId("W1"), History.At("21", "03:00"), new PlaceId("PKLHE"), Activity.Handling, "yard", 250),
            Assert.Single(log!.Movements));
        Assert.Equal(new Unit(new UnitId("W1"), UnitKind.Wagon, 2), Assert.Single(log.Units));
    }

    [Fact]
    public void Places_must_stand_in_the_network_when_one_is_given()
    {
        var network = CorridorReader.Read(TinyCorridor.With()).Network!;
        var place = network.Places.Keys.Min();
        var rows = Head + Good + $"departed,{place},XXXXX,rail,,,,\n" + Good + "delivered,YYYYY,,,,,,\n";
        Assert.Empty(Read(Encoding.UTF8.GetBytes(rows)).Faults);
        var faults = new FaultCollector();
        Assert.Null(MovementReader.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(rows)), "moves.csv", faults, network));
        Assert.Equal(
            ["2 to ref:unknown-place", "3 place ref:unknown-place"],
            faults.Faults.Select(f => $"{Text(f.Row)} {f.Field} {f.Code}"));
    }

    [Fact]
    public void Mutated_files_never_throw_and_what_is_not_read_is_told()
    {
        var (read, told) = (0, 0);
        for (var seed = 1; seed <= 1_000; seed++)
        {
            var random = new Random(seed);
            var bytes = Written(AnyLog(random));
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var at = random.Next(bytes.Length);
                bytes = random.Next(4) switch
                {
                    0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]],
                    1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(30))..]],
                    2 => [.. bytes[..at], (byte)"\",\n=-0"[random.Next(6)], .. bytes[(at + 1)..]],
                    _ => [.. bytes, .. bytes[at..]],
                };
            }
            var (log, faults) = Read(bytes);
            Assert.True(log is null == faults.Count > 0, $"seed {seed}");
            if (log is null) told++;
            else
            {
                read++;
                Timeline.ListOf(log.Movements);
            }
        }
        Assert.True(read > 20 && told > 500, $"{read} read, {told} told");
    }

    [Theory]
    [InlineData("", "PKLHE", "R", 0, 2025)]
    [InlineData(" B1", "PKLHE", "R", 0, 2025)]
    [InlineData("B1", "", "R", 0, 2025)]
    [InlineData("B1", "PKLHE", "R\t", 0, 2025)]
    [InlineData("B1", "PKLHE", "a\0b", 0, 2025)]
    [InlineData("B1", "PKLHE", "R", -1, 2025)]
    [InlineData("B1", "PKLHE", "R", 0, 1066)]
    public void What_could_not_be_read_back_is_not_written(string unit, string place, string by, long cents, int year)
    {
        var units = new[] { new Unit(new UnitId(unit), UnitKind.Container, 1) };
        var at = new LocalDate(year, 1, 1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var movement = new Ended(units[0].Id, at, new PlaceId(place), Activity.Handling, by, cents);
        Assert.ThrowsAny<ArgumentException>(() => Written(new MovementLog(units, [movement])));
    }

    [Fact]
    public void Half_a_letter_and_a_unit_that_is_not_in_the_log_are_not_written()
    {
        var unit = new Unit(new UnitId("B1"), UnitKind.Container, 1);
        var half = new Began(unit.Id, History.At("1", "00:00"), new PlaceId("PKLHE"), Activity.Handling, "\ud800");
        Assert.ThrowsAny<ArgumentException>(() => Written(new MovementLog([unit], [half])));
        Assert.Throws<KeyNotFoundException>(() => Written(new MovementLog([], [half with { Resource = "" }])));
    }

    [Fact]
    public void Example_of_the_page_is_read_and_folds_without_contradiction()
    {
        var page = Checkout.ReadText("docs/formats/movements.md");
        var (log, faults) = Read(Encoding.UTF8.GetBytes(page.Split("```csv\n")[1].Split("```")[0]));
        Assert.Empty(faults);
        var timeline = Assert.Single(Timeline.ListOf(log!.Movements));
        Assert.Empty(timeline.Contradictions);
        Assert.True(timeline.IsDelivered);
        Assert.Single(timeline.ListCrossings());
    }

    private static byte[] Written(MovementLog log)
    {
        var stream = new MemoryStream();
        MovementWriter.Write(stream, log);
        return stream.ToArray();
    }

    private static (MovementLog? Log, IReadOnlyList<InputFault> Faults) Read(byte[] bytes)
    {
        var faults = new FaultCollector();
        return (MovementReader.Read(new MemoryStream(bytes), "moves.csv", faults), faults.Faults);
    }

    private static string Text(int row) => row.ToString(CultureInfo.InvariantCulture);

    // Every kind of movement of up to five units, with texts of letters that mean something to a file or a spreadsheet.
    private static MovementLog AnyLog(Random random)
    {
        var units = Enumerable.Range(0, random.Next(1, 6))
            .Select(n => new Unit(new UnitId(AnyText() + n), (UnitKind)random.Next(5), random.Next(1, Limits.CountMax)))
            .ToList();
        List<Movement> movements = [.. units.Select(u => AnyMovement(u.Id))];
        for (var n = random.Next(30); n > 0; n--) movements.Add(AnyMovement(units[random.Next(units.Count)].Id));
        return new MovementLog(units, movements);

        string AnyText()
        {
            const string letters = "\",\r\n=+-@';ab 1Ж駅é\t";
            var text = new StringBuilder();
            for (var n = random.Next(1, 7); n > 0; n--) text.Append(letters[random.Next(letters.Length)]);
            return text.ToString().Trim() is { Length: > 0 } trimmed ? trimmed : "\U0001F69A";
        }

        string Maybe() => random.Next(4) == 0 ? "" : AnyText();

        long? Price() => random.Next(3) switch { 0 => null, 1 => 0, _ => random.NextInt64(long.MaxValue) };

        Movement AnyMovement(UnitId unit)
        {
            var at = History.At("1", "00:00") + Duration.FromNanoseconds(random.NextInt64(3_000_000_000_000_000));
            var (place, other, mode) = (new PlaceId(AnyText()), new PlaceId(AnyText()), (Mode)random.Next(5));
            var activity = (Activity)random.Next(MovementNames.Activities.Count);
            return random.Next(8) switch
            {
                0 => new Departed(unit, at, place, other, mode, Maybe()),
                1 => new Arrived(unit, at, place, other, mode, Maybe(), Price()),
                2 => new Queued(unit, at, place, activity, Maybe()),
                3 => new Began(unit, at, place, activity, Maybe()),
                4 => new Ended(unit, at, place, activity, Maybe(), Price()),
                5 => new Loaded(unit, at, place, new UnitId(AnyText())),
                6 => new Unloaded(unit, at, place, new UnitId(AnyText())),
                _ => new Delivered(unit, at, place),
            };
        }
    }
}
