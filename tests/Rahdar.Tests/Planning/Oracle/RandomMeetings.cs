using System.Globalization;
using System.Text;
using NodaTime;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>
/// Draws a corridor where boxes that came different ways, at different times, may meet again at one timetabled train:
/// behind a border with hours, with storage that costs more than coming late.
/// </summary>
/// <remarks>
/// From A to B by a short and by a long way; over the border to C by frequent trains, or by truck at an instant of
/// choice; on to D by a dated train. No carrier leads back, so that nothing rides round to save storage.
/// </remarks>
internal sealed class RandomMeetings
{
    private static readonly LocalDate FirstDay = new(2025, 6, 1);

    private readonly SplitMix random;
    private readonly StringBuilder text = new();
    private readonly LocalDateTime ready;
    private readonly bool crossesByTruck;

    /// <summary>Starts a drawing.</summary>
    public RandomMeetings(int seed, int attempt)
    {
        random = new SplitMix(seed, attempt);
        ready = FirstDay.PlusDays(random.Between(0, 6)).AtMidnight().PlusHours(random.Between(0, 23));
        crossesByTruck = random.Chance(40);
    }

    /// <summary>The whole drawing.</summary>
    public string Draw()
    {
        DrawPlaces();
        DrawFirstWays();
        DrawBorder();
        DrawHandlings();
        DrawDatedTrain();
        Say($"yard PKBBB {Tariff()}");
        Say($"yard IRCCC {Tariff()}");
        Say("trucks on");
        Say($"cargo {random.Between(1, 3)} x 20t");
        Say($"query PKAAA IRDDD ready {ready.ToString("uuuu-MM-dd'T'HH:mm", null)}Z");
        return text.ToString();
    }

    private void DrawPlaces()
    {
        Say("place PKAAA Asia/Karachi");
        Say("place PKBBB Asia/Karachi");
        Say("place PKEEE Asia/Karachi");
        Say("place IRCCC Asia/Tehran");
        Say("place IRDDD Asia/Tehran");
        foreach (string country in new[] { "PK", "IR" })
        {
            Say($"speed {country} rail {random.OneOf(20, 30, 50)}");
            Say($"speed {country} road {random.OneOf(50, 60, 75, 90)}");
            Say($"price {country} rail {Dollars(random.Between(20, 90))}");
            Say($"price {country} road {Dollars(random.Between(30, 120))}");
        }
    }

    /// <summary>From A to B: by rail, and by truck or by another train that goes round by E.</summary>
    private void DrawFirstWays()
    {
        Say($"link PKAAA PKBBB rail 1676 {random.Between(100, 500)}km");
        Say($"train T1 PKAAA PKBBB rail weekly {Weekly()} capacity 40");
        if (crossesByTruck)
        {
            Say($"link PKAAA PKEEE rail 1676 {random.Between(100, 300)}km");
            Say($"link PKEEE PKBBB rail 1676 {random.Between(501, 700)}km");
            Say($"train T4 PKAAA PKEEE PKBBB rail weekly {Weekly()} capacity 40");
        }
        else
        {
            Say($"link PKAAA PKBBB road {random.Between(100, 700)}km");
        }
    }

    private void DrawBorder()
    {
        string mode = crossesByTruck ? "road" : "rail";
        int kilometres = random.Between(20, 150);
        Say($"link PKBBB IRCCC {(crossesByTruck ? "road" : "rail 1676")} {kilometres}km");
        if (!crossesByTruck)
        {
            Say($"train T2 PKBBB IRCCC rail weekly {Weekly()} capacity 40");
        }

        string days = random.OneOf("mon-fri", "mon-thu", "sat-thu", "wed", "mon-sun");
        string hours = random.OneOf("08:00-17:00", "06:00-22:00", "00:00-24:00", "09:30-12:15");
        Say($"border PKBBB IRCCC {mode} {random.OneOf(2, 6, 12, 24)}h {random.Between(2, 9) * 10} open {days} {hours}");
        if (random.Chance(15))
        {
            Say($"closed PKBBB IRCCC {mode} {DayIn(random.Between(0, 5))} {random.Between(1, 4)}d");
        }

        if (random.Chance(20))
        {
            int first = random.Between(0, 5);
            string dates = $"{DayIn(first)} {DayIn(first + random.Between(0, 2))}";
            Say($"holiday {random.OneOf("PK", "IR")} {dates} share {random.OneOf("0.5", "0.2", "0.1")}");
        }
    }

    private void DrawHandlings()
    {
        string[] pairs = crossesByTruck
            ? ["origin rail", "rail rail", "rail road", "road rail", "rail destination"]
            : ["origin rail", "origin road", "rail rail", "road rail", "rail destination"];
        foreach (string pair in pairs)
        {
            Say($"handling {pair} {random.Between(0, 20)}h {random.Between(0, 12) * 10}");
        }
    }

    private void DrawDatedTrain()
    {
        Say($"link IRCCC IRDDD rail 1676 {random.Between(50, 300)}km");
        SortedSet<LocalDateTime> departures = [];
        int wanted = random.Between(1, 2);
        while (departures.Count < wanted)
        {
            departures.Add(ready.Date.PlusDays(random.Between(3, 9)).AtMidnight().PlusHours(random.Between(0, 23)));
        }

        string dates = string.Join(' ', departures.Select(d => d.ToString("uuuu-MM-dd'T'HH:mm", null)));
        Say($"train T3 IRCCC IRDDD rail leaves {dates} cutoff {random.OneOf(0, 6, 12)}h capacity 40");
    }

    private string Weekly() => random.OneOf("3.5", "7", "14");

    private string Tariff()
    {
        int rate = random.Between(2, 20) * 10;
        string then = random.Chance(30) ? $" then {rate * random.Between(2, 3)} from {random.Between(2, 4)}" : "";
        return $"free {random.Between(0, 1)} rate {rate}{then}";
    }

    private string DayIn(int days) => ready.Date.PlusDays(days).ToString("uuuu-MM-dd", null);

    private static string Dollars(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private void Say(string statement) => text.Append(statement).Append('\n');
}
