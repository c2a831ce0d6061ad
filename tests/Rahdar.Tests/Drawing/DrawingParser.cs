using NodaTime;

namespace Rahdar.Tests.Drawing;

/// <summary>Reads a corridor drawn in text (README.md beside this file) into its records.</summary>
/// <remarks>
/// Throws: <see cref="FormatException"/> with the line number for a bad line, for something said twice, and for an id
/// that no statement of the drawing explains. The order of statements is free.
/// </remarks>
public static class DrawingParser
{
    /// <summary>Reads a whole drawing.</summary>
    public static CorridorDrawing Parse(string text)
    {
        DrawingSheet sheet = new();
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            DrawingLine line = new(i + 1, lines[i]);
            if (!line.IsAtEnd)
            {
                ReadStatement(sheet, line);
                line.ExpectEnd();
            }
        }

        return sheet.Finish(lines.Length);
    }

    private static void ReadStatement(DrawingSheet sheet, DrawingLine line)
    {
        string verb = line.TakeWord("a statement");
        switch (verb)
        {
            case "place": ReadPlace(sheet, line); break;
            case "link": ReadLink(sheet, line); break;
            case "border": ReadBorder(sheet, line); break;
            case "gauge": ReadGauge(sheet, line); break;
            case "port": ReadPort(sheet, line); break;
            case "yard": ReadYard(sheet, line); break;
            case "handling": ReadHandling(sheet, line); break;
            case "train": ReadTrain(sheet, line); break;
            case "speed": ReadSpeed(sheet, line); break;
            case "price": ReadPrice(sheet, line); break;
            case "days": ReadTransitDays(sheet, line); break;
            case "trucks": ReadTrucks(sheet, line); break;
            case "request": ReadRequest(sheet, line); break;
            case "split": ReadSplit(sheet, line); break;
            case "holiday": ReadHoliday(sheet, line); break;
            case "closed": ReadClosure(sheet, line); break;
            case "disputed": ReadDispute(sheet, line); break;
            case "emits": ReadEmission(sheet, line); break;
            case "cargo": ReadCargo(sheet, line); break;
            case "query": ReadQuery(sheet, line); break;
            default: throw line.Fault($"unknown statement '{verb}'");
        }
    }

    private static void ReadPlace(DrawingSheet sheet, DrawingLine line)
    {
        string id = line.TakePlace();
        string zoneId = line.TakeWord("a time zone");
        DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId)
            ?? throw line.Fault($"unknown time zone '{zoneId}'");
        sheet.SayOnce(line, $"place {id}");
        sheet.Places.Add(new DrawnPlace(id, zone));
    }

    private static void ReadLink(DrawingSheet sheet, DrawingLine line)
    {
        (string from, string to) = TakePair(sheet, line);
        string mode = line.TakeOneOf("rail", "road", "sea");
        int? gauge = mode == "rail" ? line.TakeWhole("a gauge", 1) : null;
        decimal kilometres = line.TakePositive("a length in km", "km");
        bool isRail = mode == "rail";
        sheet.Links.Add(new DrawnLink(from, to, mode, gauge, kilometres)
        {
            LongestMetres = isRail && line.TryTake("longest") ? line.TakePositive("a longest train", "m") : null,
            HeaviestTonnes = isRail && line.TryTake("heaviest") ? line.TakePositive("a heaviest train", "t") : null,
        });
    }

    private static void ReadBorder(DrawingSheet sheet, DrawingLine line)
    {
        (string from, string to) = TakePair(sheet, line);
        string mode = line.TakeOneOf("rail", "road");
        decimal hours = line.TakeNumber("clearance hours", "h");
        decimal usd = line.TakeNumber("a border cost");
        IReadOnlyList<IsoDayOfWeek> days = DrawingHours.Week;
        int openMinute = 0;
        int closeMinute = DrawingHours.MinutesADay;
        if (line.TryTake("open"))
        {
            days = DrawingHours.TakeDays(line);
            (openMinute, closeMinute) = DrawingHours.TakeHours(line);
        }

        if (from[..2] == to[..2])
        {
            throw line.Fault("a border needs two countries");
        }

        sheet.SayOnce(line, $"border {PairKey(from, to)} {mode}");
        sheet.RequireLater(line, $"no {mode} link {from} {to}", d => d.Links.Any(
            k => k.Mode == mode && PairKey(k.From, k.To) == PairKey(from, to)));
        sheet.Borders.Add(new DrawnBorder(from, to, mode, hours, usd, days, openMinute, closeMinute));
    }

    private static void ReadGauge(DrawingSheet sheet, DrawingLine line)
    {
        string place = TakeKnownPlace(sheet, line);
        int a = line.TakeWhole("a gauge", 1);
        int b = line.TakeWhole("a gauge", 1);
        line.Expect("wait");
        decimal wait = line.TakeNumber("hours to wait", "h");
        line.Expect("work");
        decimal work = line.TakeNumber("hours of work", "h");
        decimal usd = line.TakeNumber("a cost");
        if (a == b)
        {
            throw line.Fault("a gauge change needs two gauges");
        }

        sheet.SayOnce(line, $"gauge {place} {Math.Min(a, b)} {Math.Max(a, b)}");
        sheet.Gauges.Add(new DrawnGauge(place, a, b, wait, work, usd));
    }

    private static void ReadPort(DrawingSheet sheet, DrawingLine line)
    {
        string place = TakeKnownPlace(sheet, line);
        DrawnTariff tariff = TakeTariff(line);
        line.Expect("dwell");
        decimal dwell = line.TakeNumber("dwell hours", "h");
        line.Expect("thc");
        decimal thc = line.TakeNumber("a terminal charge");
        sheet.SayOnce(line, $"port {place}");
        sheet.Ports.Add(new DrawnPort(place, tariff, dwell, thc));
    }

    private static void ReadYard(DrawingSheet sheet, DrawingLine line)
    {
        string place = TakeKnownPlace(sheet, line);
        DrawnTariff tariff = TakeTariff(line);
        sheet.SayOnce(line, $"yard {place}");
        sheet.Yards.Add(new DrawnYard(place, tariff));
    }

    private static DrawnTariff TakeTariff(DrawingLine line)
    {
        line.Expect("free");
        int free = line.TakeWhole("free days", 0);
        line.Expect("rate");
        decimal rate = line.TakeNumber("a day rate");
        decimal? thenRate = null;
        int? thenFrom = null;
        if (line.TryTake("then"))
        {
            thenRate = line.TakeNumber("a later day rate");
            line.Expect("from");
            thenFrom = line.TakeWhole("a day", 1);
        }

        int? stay = line.TryTake("stay") ? line.TakeWhole("a longest stay in days", 1) : null;
        return new DrawnTariff(free, rate, thenRate, thenFrom, stay);
    }

    private static void ReadHandling(DrawingSheet sheet, DrawingLine line)
    {
        string from = line.TakeOneOf("origin", "rail", "road", "sea");
        string to = line.TakeOneOf("rail", "road", "sea", "destination");
        if (from == "origin" && to == "destination")
        {
            throw line.Fault("no handling leads from origin to destination");
        }

        decimal hours = line.TakeNumber("handling hours", "h");
        decimal usd = line.TakeNumber("a handling cost");
        sheet.SayOnce(line, $"handling {from} {to}");
        sheet.Handlings.Add(new DrawnHandling(from, to, hours, usd));
    }

    private static void ReadTrain(DrawingSheet sheet, DrawingLine line)
    {
        string id = line.TakeWord("an id");
        List<string> stops = [];
        while (line.IsPlaceNext())
        {
            stops.Add(TakeKnownPlace(sheet, line));
        }

        if (stops.Count < 2)
        {
            throw line.Fault("a service needs at least two stops");
        }

        if (stops.Zip(stops.Skip(1)).Any(pair => pair.First == pair.Second))
        {
            throw line.Fault("a service does not stop twice in a row at one place");
        }

        string mode = line.TakeOneOf("rail", "road", "sea");
        decimal? weekly = null;
        List<LocalDateTime>? departures = null;
        decimal? cutoff = null;
        if (line.TakeOneOf("weekly", "leaves") == "weekly")
        {
            weekly = line.TakeNumber("departures a week");
        }
        else
        {
            departures = TakeDepartures(line);
            line.Expect("cutoff");
            cutoff = line.TakeNumber("cut-off hours", "h");
        }

        line.Expect("capacity");
        int capacity = line.TakeWhole("a capacity", 0);
        sheet.SayOnce(line, $"train {id}");
        sheet.Trains.Add(new DrawnTrain(id, stops, mode, weekly, departures, cutoff, capacity));
    }

    private static List<LocalDateTime> TakeDepartures(DrawingLine line)
    {
        List<LocalDateTime> departures = [line.TakeDateTime()];
        while (line.IsDateTimeNext())
        {
            departures.Add(line.TakeDateTime());
        }

        return departures;
    }

    private static void ReadSpeed(DrawingSheet sheet, DrawingLine line)
    {
        string country = line.TakeCountry();
        string mode = line.TakeOneOf("rail", "road");
        decimal speed = line.TakePositive("a speed");
        sheet.SayOnce(line, $"speed {country} {mode}");
        sheet.Speeds.Add(new DrawnSpeed(country, mode, speed));
    }

    private static void ReadPrice(DrawingSheet sheet, DrawingLine line)
    {
        if (line.IsPlaceNext())
        {
            string from = TakeKnownPlace(sheet, line);
            string to = TakeKnownPlace(sheet, line);
            line.Expect("sea");
            sheet.SayOnce(line, $"price {from} {to} sea");
            sheet.SeaPrices.Add(new DrawnSeaPrice(from, to, line.TakeNumber("a price")));
            return;
        }

        string country = line.TakeCountry();
        string mode = line.TakeOneOf("rail", "road");
        sheet.SayOnce(line, $"price {country} {mode}");
        sheet.Rates.Add(new DrawnRate(country, mode, line.TakeNumber("a price")));
    }

    private static void ReadTransitDays(DrawingSheet sheet, DrawingLine line)
    {
        string train = line.TakeWord("a service");
        decimal days = line.TakePositive("transit days");
        sheet.SayOnce(line, $"days {train}");
        sheet.RequireLater(line, $"no sea service '{train}'", d => d.Trains.Any(t => t.Id == train && t.Mode == "sea"));
        sheet.TransitDays.Add(new DrawnTransitDays(train, days));
    }

    private static void ReadTrucks(DrawingSheet sheet, DrawingLine line)
    {
        sheet.SayOnce(line, "trucks");
        sheet.TrucksOn = line.TakeOneOf("on", "off") == "on";
    }

    private static void ReadRequest(DrawingSheet sheet, DrawingLine line)
    {
        sheet.SayOnce(line, "request");
        if (line.TakeOneOf("on", "off") == "on")
        {
            line.Expect("build");
            sheet.RequestBuildHours = line.TakeNumber("hours to build", "h");
        }
    }

    private static void ReadSplit(DrawingSheet sheet, DrawingLine line)
    {
        sheet.SayOnce(line, "split");
        line.Expect("work");
        decimal work = line.TakeNumber("hours of work", "h");
        line.Expect("headway");
        decimal headway = line.TakeNumber("hours between portions", "h");
        line.Expect("locomotive");
        sheet.Split = new DrawnSplit(work, headway, line.TakeNumber("a price of a locomotive"));
    }

    private static void ReadHoliday(DrawingSheet sheet, DrawingLine line)
    {
        string country = line.TakeCountry();
        LocalDate first = line.TakeDate();
        LocalDate last = line.TakeDate();
        line.Expect("share");
        decimal share = line.TakeNumber("a share");
        if (last < first || share > 1)
        {
            throw line.Fault("a holiday needs dates in order and a share of at most 1");
        }

        sheet.Holidays.Add(new DrawnHoliday(country, first, last, share));
    }

    private static void ReadClosure(DrawingSheet sheet, DrawingLine line)
    {
        (string from, string to, string mode) = TakeCrossing(sheet, line);
        LocalDate date = line.TakeDate();
        sheet.Closures.Add(new DrawnClosure(from, to, mode, date, line.TakeWhole("days", 1, "d")));
    }

    private static void ReadDispute(DrawingSheet sheet, DrawingLine line)
    {
        (string from, string to, string mode) = TakeCrossing(sheet, line);
        decimal probability = line.TakePositive("a probability");
        if (probability >= 1)
        {
            throw line.Fault("a probability of a dispute is below 1");
        }

        sheet.SayOnce(line, $"disputed {PairKey(from, to)} {mode}");
        sheet.Disputes.Add(new DrawnDispute(from, to, mode, probability));
    }

    private static void ReadEmission(DrawingSheet sheet, DrawingLine line)
    {
        string? country = line.TryTake("sea") ? null : line.TakeCountry();
        string mode = country is null ? "sea" : line.TakeOneOf("rail", "road");
        sheet.SayOnce(line, $"emits {country} {mode}");
        sheet.EmissionFactors.Add(new DrawnEmission(country, mode, line.TakeNumber("grams a tonne-km")));
    }

    private static void ReadCargo(DrawingSheet sheet, DrawingLine line)
    {
        sheet.SayOnce(line, "cargo");
        int boxes = line.TakeWhole("boxes", 1);
        line.Expect("x");
        decimal tonnes = line.TakePositive("tonnes a box", "t");
        if (tonnes != 20)
        {
            throw line.Fault("boxes of a drawing are always 20t");
        }

        sheet.Cargo = new DrawnCargo(boxes, tonnes);
    }

    private static void ReadQuery(DrawingSheet sheet, DrawingLine line)
    {
        sheet.SayOnce(line, "query");
        (string from, string to) = TakePair(sheet, line);
        line.Expect("ready");
        sheet.Query = new DrawnQuery(from, to, line.TakeInstant());
    }

    private static string TakeKnownPlace(DrawingSheet sheet, DrawingLine line)
    {
        string place = line.TakePlace();
        sheet.RequireLater(line, $"unknown place '{place}'", d => d.Places.Any(p => p.Id == place));
        return place;
    }

    private static (string From, string To) TakePair(DrawingSheet sheet, DrawingLine line)
    {
        string from = TakeKnownPlace(sheet, line);
        string to = TakeKnownPlace(sheet, line);
        return from != to ? (from, to) : throw line.Fault("two different places expected");
    }

    private static (string From, string To, string Mode) TakeCrossing(DrawingSheet sheet, DrawingLine line)
    {
        (string from, string to) = TakePair(sheet, line);
        string mode = line.TakeOneOf("rail", "road");
        sheet.RequireLater(line, $"no {mode} border {from} {to}", d => d.Borders.Any(
            b => b.Mode == mode && PairKey(b.From, b.To) == PairKey(from, to)));
        return (from, to, mode);
    }

    private static string PairKey(string a, string b) =>
        string.CompareOrdinal(a, b) < 0 ? $"{a}-{b}" : $"{b}-{a}";
}
