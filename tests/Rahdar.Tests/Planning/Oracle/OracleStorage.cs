using Rahdar.Tests.Drawing;

namespace Rahdar.Tests.Planning.Oracle;

/// <summary>The storage clock of boxes on the ground: since when, at which prices (null: free, no limit).</summary>
internal readonly record struct OracleStorage(int Since, DrawnTariff? Tariff)
{
    /// <summary>Which prices hold at a place for boxes that came by one carrier and leave by another.</summary>
    public static DrawnTariff? FindTariff(CorridorDrawing drawing, string place, string from, string to) =>
        from == "sea" || to == "sea"
            ? drawing.Ports.FirstOrDefault(p => p.Place == place)?.Tariff
            : drawing.Yards.FirstOrDefault(y => y.Place == place)?.Tariff;

    /// <summary>Cents for leaving at this minute; null when the longest stay is passed.</summary>
    public long? FindCents(int leaving, int boxes)
    {
        if (Tariff is null)
        {
            return 0;
        }

        int stay = leaving - Since;
        if (stay > Tariff.LongestStayDays * OracleUnits.MinutesADay)
        {
            return null;
        }

        int startedDays = (stay + OracleUnits.MinutesADay - 1) / OracleUnits.MinutesADay;
        decimal usdABox = 0;
        for (int day = Tariff.FreeDays + 1; day <= startedDays; day++)
        {
            usdABox += day >= Tariff.ThenFromDay ? Tariff.ThenRate!.Value : Tariff.Rate;
        }

        return OracleUnits.ToCents(usdABox * boxes);
    }
}
