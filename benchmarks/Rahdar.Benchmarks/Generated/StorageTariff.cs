namespace Rahdar.Benchmarks.Generated;

/// <summary>What a stay on the ground at a port costs: some free days, then so much a started day, more in long
/// stays.</summary>
/// <param name="FreeDays">Days without charge.</param>
/// <param name="DayCents">Cents for each started day after them.</param>
/// <param name="LongFromDay">Day of the stay, counted from 1, from which <paramref name="LongDayCents"/> holds.</param>
/// <param name="LongDayCents">Cents for each started day of a long stay; not below
/// <paramref name="DayCents"/>.</param>
internal sealed record StorageTariff(int FreeDays, long DayCents, int LongFromDay, long LongDayCents)
{
    private const int Day = 1440;

    /// <summary>Charge in cents for a stay of so many minutes.</summary>
    public long Charge(int minutes) => ForDays((minutes + Day - 1) / Day);

    /// <summary>The most cents that a stay costs more when it is so many minutes longer.</summary>
    /// <remarks>No day costs less than the one before it, so it is a long stay that grows dearest.</remarks>
    public long MostExtra(int minutes) => (minutes + Day - 1) / Day * LongDayCents;

    private long ForDays(int days)
    {
        var dear = Math.Max(0, days - LongFromDay + 1);
        var plain = Math.Max(0, days - FreeDays - dear);
        return plain * DayCents + dear * LongDayCents;
    }
}
