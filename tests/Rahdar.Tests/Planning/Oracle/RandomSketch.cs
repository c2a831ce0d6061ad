using System.Globalization;
using System.Text;
using NodaTime;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>One random corridor while it is being drawn: a chain of places with road and rail side by side.</summary>
/// <remarks>
/// Figures are chosen so that questions of taste do not matter: whole km, speeds that divide well, whole hours for
/// handling, and no two ways of one mode between two places of the same length. No service changes gauge at a stop.
/// </remarks>
internal sealed class RandomSketch
{
    private static readonly (string Country, string Zone, int Gauge)[] Countries =
    [
        ("PK", "Asia/Karachi", 1676), ("IR", "Asia/Tehran", 1435), ("TM", "Asia/Ashgabat", 1520),
        ("AF", "Asia/Kabul", 1520), ("KZ", "Asia/Almaty", 1520), ("CN", "Asia/Shanghai", 1435),
    ];

    private static readonly LocalDate FirstDay = new(2025, 6, 1);

    // What a railway's track takes is drawn apart, so that it moves nothing else of a drawing.
    private const int TrackStream = 1_000_000;

    private readonly SplitMix random;
    private readonly StringBuilder text = new();
    private readonly List<(string Country, string Zone, int Gauge)> countries = [];
    private readonly List<string> places = [];
    private readonly List<int> countryOf = [];
    private readonly Dictionary<int, int> railGauges = [];
    private readonly Dictionary<int, int> railLengths = [];
    private readonly HashSet<int> roads = [];
    private readonly HashSet<int> gaugeRows = [];
    private readonly RandomLengths lengths;
    private readonly SplitMix trackRandom;
    private readonly RandomLengths track;
    private readonly LocalDateTime ready;
    private readonly int boxes;
    private readonly bool hasTrucks;
    private readonly bool hasRequest;
    private readonly List<(int First, int Last, string Mode)> sections = [];
    private int trains;

    /// <summary>Starts a sketch.</summary>
    public RandomSketch(int seed, int attempt)
    {
        random = new SplitMix(seed, attempt);
        lengths = new RandomLengths(random);
        trackRandom = new SplitMix(seed, attempt + TrackStream);
        track = lengths.DrawingFrom(trackRandom);
        ready = FirstDay.PlusDays(random.Between(0, 6)).AtMidnight().PlusHours(random.Between(0, 23));
        boxes = random.Between(1, 4);
        hasTrucks = random.Chance(78);
        hasRequest = random.Chance(35);
    }

    /// <summary>The whole drawing.</summary>
    public string Draw()
    {
        DrawPlaces();
        CutIntoSections();
        DrawLinks();
        DrawGaugeRows();
        DrawCountries();
        DrawHandlings();
        DrawServices();
        DrawYards();
        Say($"trucks {(hasTrucks ? "on" : "off")}");
        Say(hasRequest ? $"request on build {random.OneOf(12, 24, 48)}h" : "request off");
        Say($"cargo {boxes} x 20t");
        Say($"query {places[0]} {places[^1]} ready {ready.ToString("uuuu-MM-dd'T'HH:mm", null)}Z");
        return text.ToString();
    }

    private void DrawPlaces()
    {
        List<(string, string, int)> left = [.. Countries];
        int wanted = random.Between(2, 3);
        while (countries.Count < wanted)
        {
            (string, string, int) country = random.OneOf(left);
            left.Remove(country);
            countries.Add(country);
        }

        int count = random.Chance(hasTrucks ? 30 : 80) ? random.Between(5, 7) : random.Between(4, 5);
        for (int i = 0; i < count; i++)
        {
            countryOf.Add(i * wanted / count);
            string letter = new((char)('A' + i), 3);
            places.Add(countries[countryOf[i]].Country + letter);
            Say($"place {places[i]} {countries[countryOf[i]].Zone}");
        }
    }

    /// <summary>The way that is meant to work: stretches of the chain, each by rail or road.</summary>
    private void CutIntoSections()
    {
        int first = 0;
        while (first < places.Count - 1)
        {
            int last = random.Between(first + 1, Math.Min(places.Count - 1, first + 3));
            sections.Add((first, last, random.Chance(58) ? "rail" : "road"));
            first = last;
        }
    }

    private void DrawLinks()
    {
        for (int i = 0; i + 1 < places.Count; i++)
        {
            (int first, _, string mode) = sections.Single(s => s.First <= i && i < s.Last);
            if (mode == "rail" || random.Chance(28))
            {
                int side = mode == "rail" ? first : random.OneOf(i, i + 1);
                DrawRail(i, countries[countryOf[side]].Gauge);
            }

            if (mode == "road" || random.Chance(hasTrucks ? 75 : 35))
            {
                roads.Add(i);
                Say($"link {places[i]} {places[i + 1]} road {lengths.Choose("road", i, i + 1, 80, 700)}km");
                DrawBorder(i, i + 1, "road");
            }
        }

        // A by-pass makes trucks choose: past a terminal, or over a second border.
        if (random.Chance(30))
        {
            int i = random.Between(0, places.Count - 3);
            Say($"link {places[i]} {places[i + 2]} road {lengths.Choose("road", i, i + 2, 150, 1200)}km");
            DrawBorder(i, i + 2, "road");
        }

        DrawRailByPass();
        if (trackRandom.Chance(96))
        {
            Say($"split work {trackRandom.OneOf("1", "2.5", "6")}h headway {trackRandom.OneOf("0", "1", "2.25")}h "
                + $"locomotive {trackRandom.OneOf("0.1", "0.75", "3")}");
        }
    }

    /// <summary>A second, shorter way by rail in one country, at times with tighter limits.</summary>
    private void DrawRailByPass()
    {
        (int From, int To)[] pairs = [.. Enumerable.Range(0, places.Count - 2)
            .SelectMany(i => new[] { (From: i, To: i + 2), (From: i, To: i + 3) })
            .Where(p => p.To < places.Count && countryOf[p.From] == countryOf[p.To]
                && Enumerable.Range(p.From, p.To - p.From).All(k =>
                    railGauges.TryGetValue(k, out int gauge) && gauge == railGauges[p.From]))];
        if (pairs.Length > 0 && trackRandom.Chance(60))
        {
            (int from, int to) = trackRandom.OneOf(pairs);
            int[] chain = [.. Enumerable.Range(from, to - from).Select(k => railLengths[k])];
            // Each link stays the shortest way between its ends: by that the reader finds its section.
            int least = Math.Max((2 * chain.Max()) - chain.Sum(), 0) + 1;
            Say($"link {places[from]} {places[to]} rail {railGauges[from]} "
                + $"{track.Choose("rail", from, to, least, chain.Sum() - 1)}km{track.ChooseLimits(boxes)}");
        }
    }

    private void DrawRail(int i, int gauge)
    {
        railGauges[i] = gauge;
        railLengths[i] = lengths.Choose("rail", i, i + 1, 80, 900);
        Say($"link {places[i]} {places[i + 1]} rail {gauge} {railLengths[i]}km{track.ChooseLimits(boxes)}");
        DrawBorder(i, i + 1, "rail");
    }

    private void DrawBorder(int a, int b, string mode)
    {
        if (countryOf[a] == countryOf[b])
        {
            return;
        }

        bool isTurned = random.Chance(30);
        string pair = isTurned ? $"{places[b]} {places[a]}" : $"{places[a]} {places[b]}";
        string days = random.OneOf("mon-sun", "mon-sat", "mon-fri", "sat-thu", "wed", "tue-thu");
        string hours = random.OneOf("08:00-17:00", "06:00-22:00", "00:00-24:00", "09:30-12:15", "20:00-24:00");
        string open = random.Chance(50) ? $" open {days} {hours}" : "";
        Say($"border {pair} {mode} {random.OneOf(2, 4, 6, 9, 12, 24, 30)}h {random.Between(2, 20) * 10}{open}");
        if (random.Chance(12))
        {
            Say($"closed {pair} {mode} {DayIn(-3, 8)} {random.Between(1, 15)}d");
        }

        if (random.Chance(15))
        {
            Say($"disputed {pair} {mode} 0.{random.Between(1, 9)}{random.Between(0, 9)}");
        }
    }

    private void DrawGaugeRows()
    {
        for (int i = 1; i + 1 < places.Count; i++)
        {
            if (railGauges.TryGetValue(i - 1, out int before) && railGauges.TryGetValue(i, out int after)
                && before != after && random.Chance(92))
            {
                gaugeRows.Add(i);
                Say($"gauge {places[i]} {before} {after} wait {random.Between(0, 5) * 6}h "
                    + $"work {random.Between(1, 12)}h {random.Between(1, 12) * 10}");
            }
        }
    }

    private void DrawCountries()
    {
        foreach ((string country, _, _) in countries)
        {
            foreach (string mode in new[] { "rail", "road" })
            {
                bool isRail = mode == "rail";
                if (random.Chance(99))
                {
                    int speed = isRail ? random.OneOf(10, 15, 20, 30) : random.OneOf(50, 60, 75, 90);
                    Say($"speed {country} {mode} {speed}");
                }

                if (random.Chance(99))
                {
                    int cents = isRail ? random.Between(10, 60) : random.Between(30, 120);
                    Say($"price {country} {mode} {Dollars(cents)}");
                }

                if (random.Chance(92))
                {
                    Say($"emits {country} {mode} {(isRail ? random.Between(15, 35) : random.Between(60, 110))}");
                }
            }

            if (random.Chance(35))
            {
                int first = random.Between(0, 10);
                string share = random.OneOf("0.5", "0.2", "0.25", "0.05", "0.4");
                Say($"holiday {country} {DayIn(first, first)} {DayIn(first, first + 4)} share {share}");
            }
        }
    }

    private void DrawHandlings()
    {
        string[] froms = ["origin", "rail", "road", "sea"];
        string[] tos = ["rail", "road", "sea", "destination"];
        foreach (string from in froms)
        {
            foreach (string to in tos)
            {
                bool isEnd = from == "origin" || to == "destination";
                bool isTruckToTruck = from == "road" && to == "road";
                bool isKept = random.Chance(isEnd ? 98 : isTruckToTruck ? 35 : 94);
                if (isKept && !(from == "origin" && to == "destination"))
                {
                    Say($"handling {from} {to} {random.Between(0, 18)}h {random.Between(0, 12) * 10}");
                }
            }
        }
    }

    private void DrawServices()
    {
        foreach ((int first, int last, string mode) in sections)
        {
            bool isServed = mode == "rail" || !hasTrucks || random.Chance(30);
            if (isServed && random.Chance(97))
            {
                SayTrain(ListStops(first, last, mode), mode);
            }
        }

        for (int i = trains; i < 4 && random.Chance(65); i++)
        {
            DrawLandService(random.OneOf("rail", "rail", "road"));
        }

        if (random.Chance(35))
        {
            DrawSea();
        }
    }

    /// <summary>A service over a stretch of the chain where its mode runs through.</summary>
    private void DrawLandService(string mode)
    {
        List<int> starts = [.. Enumerable.Range(0, places.Count - 1).Where(i => HasLink(i, mode))];
        if (starts.Count == 0)
        {
            return;
        }

        int first = random.OneOf(starts);
        bool mayChangeGauge = random.Chance(30);
        int last = first + 1;
        while (last + 1 < places.Count && HasLink(last, mode) && random.Chance(70)
            && (!IsGaugeBreak(last) || (mayChangeGauge && gaugeRows.Contains(last))))
        {
            last++;
        }

        List<int> stops = ListStops(first, last, mode);
        if (random.Chance(6))
        {
            stops.Reverse();
        }

        SayTrain(stops, mode);
    }

    /// <summary>The two ends and some of the places between; never a place where the gauge changes.</summary>
    private List<int> ListStops(int first, int last, string mode)
    {
        List<int> stops = [first];
        for (int i = first + 1; i < last; i++)
        {
            if (random.Chance(60) && !(mode == "rail" && IsGaugeBreak(i)))
            {
                stops.Add(i);
            }
        }

        return [.. stops, last];
    }

    private bool HasLink(int i, string mode) => mode == "rail" ? railGauges.ContainsKey(i) : roads.Contains(i);

    private bool IsGaugeBreak(int i) => railGauges.TryGetValue(i - 1, out int before)
        && railGauges.TryGetValue(i, out int after) && before != after;

    private void DrawSea()
    {
        int a = random.Between(0, 1);
        int b = random.Between(a + 2, places.Count - 1);
        int middle = random.Chance(35) ? random.Between(a + 1, b - 1) : a;
        List<int> stops = middle == a ? [a, b] : [a, middle, b];
        foreach (int stop in stops)
        {
            if (random.Chance(97))
            {
                Say($"port {places[stop]} {Tariff()} dwell {random.Between(0, 3) * 12}h "
                    + $"thc {random.Between(2, 12) * 10}");
            }
        }

        string id = SayTrain(stops, "sea");
        Say($"days {id} {random.Between(2, 12)}");
        if (random.Chance(60))
        {
            Say($"emits sea {random.Between(5, 15)}");
        }

        for (int i = 0; i < stops.Count; i++)
        {
            if (i + 1 < stops.Count)
            {
                int kilometres = lengths.Choose("sea", stops[i], stops[i + 1], 400, 1800);
                Say($"link {places[stops[i]]} {places[stops[i + 1]]} sea {kilometres}km");
            }

            for (int j = i + 1; j < stops.Count; j++)
            {
                Say($"price {places[stops[i]]} {places[stops[j]]} sea {random.Between(10, 60) * 10}");
            }
        }
    }

    private string SayTrain(List<int> stops, string mode)
    {
        string id = $"T{++trains}";
        int capacity = random.Chance(10) ? Math.Max(0, boxes - random.Between(1, 2)) : 40;
        string names = string.Join(' ', stops.Select(s => places[s]));
        Say($"train {id} {names} {mode} {Timing(stops[0])} capacity {capacity}");
        return id;
    }

    /// <summary>A frequency, or dated departures, later further down the corridor so that boxes wait.</summary>
    private string Timing(int firstStop)
    {
        if (random.Chance(38))
        {
            return $"weekly {random.OneOf("1", "2", "3", "7", "0.5", "1.5", "2.5")}";
        }

        SortedSet<LocalDateTime> departures = [];
        int wanted = random.Between(1, 4);
        for (int i = 0; i < wanted; i++)
        {
            int day = random.Between(firstStop, 7 + (3 * firstStop));
            departures.Add(ready.Date.PlusDays(day).AtMidnight().PlusHours(random.Between(0, 23)));
        }

        string dates = string.Join(' ', departures.Select(d => d.ToString("uuuu-MM-dd'T'HH:mm", null)));
        return $"leaves {dates} cutoff {random.OneOf(0, 2, 6, 12, 24)}h";
    }

    private void DrawYards()
    {
        for (int i = 0; i < places.Count; i++)
        {
            if (random.Chance(65))
            {
                Say($"yard {places[i]} {Tariff()}");
            }
        }
    }

    private string Tariff()
    {
        int free = random.Chance(40) ? 0 : random.Between(1, 3);
        int rate = random.Between(1, 15) * 5;
        string then = random.Chance(50)
            ? $" then {rate * random.Between(2, 5)} from {free + random.Between(1, 4)}"
            : "";
        string stay = random.Chance(15) ? $" stay {random.Between(2, 12)}" : "";
        return $"free {free} rate {rate}{then}{stay}";
    }

    private string DayIn(int least, int most) =>
        ready.Date.PlusDays(random.Between(least, most)).ToString("uuuu-MM-dd", null);

    private static string Dollars(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private void Say(string statement) => text.Append(statement).Append('\n');
}
