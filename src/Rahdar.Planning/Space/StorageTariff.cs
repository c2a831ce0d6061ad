namespace Rahdar.Planning.Space;

/// <summary>What a stay on the ground costs for all boxes, by started days after free days.</summary>
/// <param name="FreeDays">Days without charge.</param>
/// <param name="Rates">Cents a day for all boxes from a day of the stay on, in order of day; the first holds from day 1.</param>
/// <param name="LongestDays">Longest stay in days; null without limit.</param>
/// <param name="What">What the bill says.</param>
/// <param name="FigureId">Figure behind the price.</param>
internal sealed record StorageTariff(
    decimal FreeDays, IReadOnlyList<(decimal FromDay, decimal UsdPerDay)> Rates, decimal? LongestDays, string What, string FigureId)
{
    internal static readonly StorageTariff None = new(0, [], null, "", "");

    internal bool IsFree => Rates.Count == 0 && LongestDays is null;

    /// <summary>Charge in cents for a stay, or null when it is longer than allowed.</summary>
    internal long? Charge(int stayMinutes)
    {
        if (stayMinutes > LongestDays * 1440) return null;
        if (Rates.Count == 0) return 0;
        var days = (stayMinutes + 1439) / 1440;
        decimal usd = 0;
        for (var day = (int)decimal.Floor(FreeDays) + 1; day <= days; day++) usd += RateOn(day);
        return Rounding.Cents(usd);
    }

    /// <summary>The most that a longer stay adds, in cents; null when the longest stay may be passed.</summary>
    internal long? MostExtra(int moreMinutes)
    {
        if (LongestDays is not null) return null;
        return Rates.Count == 0 ? 0 : Rounding.Cents((moreMinutes + 1439) / 1440 * Rates.Max(r => r.UsdPerDay)) + 1;
    }

    private decimal RateOn(int day)
    {
        var rate = 0m;
        foreach (var (from, usd) in Rates)
            if (day >= from) rate = usd;
        return rate;
    }
}
