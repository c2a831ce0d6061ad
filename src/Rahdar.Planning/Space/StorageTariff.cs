namespace Rahdar.Planning.Space;

/// <summary>What a stay on the ground costs for all boxes, by started days after free days.</summary>
internal sealed class StorageTariff
{
    internal static readonly StorageTariff None = new(0, [], null, "", "");

    private readonly long[] _centsByDays;
    private readonly int? _longestMinutes;
    private readonly decimal _greatestRate;

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
        _greatestRate = rates.Count == 0 ? 0 : rates.Max(r => r.UsdPerDay);
        _centsByDays = new long[rates.Count == 0 ? 1 : Limits.HorizonDays + 2];
        decimal usd = 0;
        for (var day = 1; day < _centsByDays.Length; day++)
        {
            if (day > decimal.Floor(freeDays)) usd += rates.Last(r => r.FromDay <= day || r == rates[0]).UsdPerDay;
            _centsByDays[day] = Rounding.Cents(usd);
        }
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
        : Rounding.Cents((moreMinutes + 1439) / 1440 * _greatestRate) + 1;
}
