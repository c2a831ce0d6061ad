namespace Rahdar.Planning.Space;

/// <summary>What a stay on the ground costs for all boxes, by started days after free days.</summary>
internal sealed class StorageTariff
{
    internal static readonly StorageTariff None = new(0, [], null, "", "");

    private readonly long[] _centsByDays;
    private readonly int? _longestMinutes;
    private readonly long[] _mostExtraByDays;

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
        _centsByDays = new long[rates.Count == 0 ? 1 : Limits.HorizonDays + 2];
        var (usd, free) = (0m, decimal.Floor(freeDays));
        for (var day = 1; day < _centsByDays.Length; day++)
        {
            var rate = rates.Count - 1;
            while (rate > 0 && rates[rate].FromDay > day) rate--;
            if (day > free) usd += rates[rate].UsdPerDay;
            _centsByDays[day] = Rounding.Cents(usd);
        }
        var greatest = rates.Count == 0 ? 0 : rates.Max(r => r.UsdPerDay);
        // A cent for the rounding of the two charges.
        _mostExtraByDays = [.. Enumerable.Range(0, _centsByDays.Length).Select(d => Rounding.Cents(d * greatest) + 1)];
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
        return _centsByDays.Length == 1 ? 0
            : _centsByDays[Math.Min((stayMinutes + 1439) / 1440, _centsByDays.Length - 1)];
    }

    /// <summary>The most that a longer stay adds, in cents; null when the longest stay may be passed.</summary>
    internal long? MostExtra(int moreMinutes) => _longestMinutes is not null
        ? null
        : _mostExtraByDays[Math.Min((moreMinutes + 1439) / 1440, _mostExtraByDays.Length - 1)];
}
