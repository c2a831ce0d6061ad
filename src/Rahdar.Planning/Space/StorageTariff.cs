namespace Rahdar.Planning.Space;

/// <summary>What a stay on the ground costs for all boxes, by started days after free days.</summary>
internal sealed class StorageTariff
{
    internal static readonly StorageTariff None = new(0, [], null, "", "");

    private readonly decimal _freeDays;
    private readonly IReadOnlyList<(decimal FromDay, decimal UsdPerDay)> _rates;
    private readonly int? _longestMinutes;
    private long[]? _centsByDays;
    private long[]? _mostExtraByDays;

    /// <param name="freeDays">Days without charge.</param>
    /// <param name="rates">USD a day for all boxes from a day of the stay on, in order of day; the first holds from day
    /// 1.</param>
    /// <param name="longestDays">Longest stay in days; null without limit.</param>
    /// <param name="what">What the bill says.</param>
    /// <param name="figureId">Figure behind the price.</param>
    internal StorageTariff(
        decimal freeDays, IReadOnlyList<(decimal FromDay, decimal UsdPerDay)> rates, decimal? longestDays, string what,
            string figureId)
    {
        (What, FigureId) = (what, figureId);
        IsFree = rates.Count == 0 && longestDays is null;
        _longestMinutes = longestDays is { } days ? (int)decimal.Floor(days * 1440) : null;
        FirstRate = rates.Count == 0 ? 0 : rates[0].UsdPerDay;
        (_freeDays, _rates) = (freeDays, rates);
    }

    internal string What { get; }

    internal string FigureId { get; }

    internal bool IsFree { get; }

    /// <summary>USD a day from the first day on.</summary>
    internal decimal FirstRate { get; }

    /// <summary>Charge in cents for a stay, or null when it is longer than allowed.</summary>
    internal long? Charge(int stayMinutes)
    {
        if (stayMinutes > _longestMinutes) return null;
        if (_rates.Count == 0) return 0;
        _centsByDays ??= CentsByDays();
        return _centsByDays[Math.Min((stayMinutes + 1439) / 1440, _centsByDays.Length - 1)];
    }

    /// <summary>The most that a longer stay adds, in cents; null when the longest stay may be passed.</summary>
    internal long? MostExtra(int moreMinutes)
    {
        if (_longestMinutes is not null) return null;
        _mostExtraByDays ??= MostExtraByDays();
        return _mostExtraByDays[Math.Min((moreMinutes + 1439) / 1440, _mostExtraByDays.Length - 1)];
    }

    private long[] CentsByDays()
    {
        var cents = new long[Limits.HorizonDays + 2];
        var (usd, free) = (0m, decimal.Floor(_freeDays));
        for (var day = 1; day < cents.Length; day++)
        {
            var rate = _rates.Count - 1;
            while (rate > 0 && _rates[rate].FromDay > day) rate--;
            if (day > free) usd += _rates[rate].UsdPerDay;
            cents[day] = Rounding.Cents(usd);
        }
        return cents;
    }

    /// <summary>A cent comes on top for the rounding of the two charges.</summary>
    private long[] MostExtraByDays()
    {
        var greatest = _rates.Count == 0 ? 0 : _rates.Max(r => r.UsdPerDay);
        return [.. Enumerable.Range(0, _rates.Count == 0 ? 1 : Limits.HorizonDays + 2)
            .Select(d => Rounding.Cents(d * greatest) + 1)];
    }
}
