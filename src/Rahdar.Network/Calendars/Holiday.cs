using NodaTime;
using Rahdar.Quantities;

namespace Rahdar.Network.Calendars;

/// <summary>A holiday of a country, or a season of a place.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Kind">holiday, weekend or season.</param>
/// <param name="ScopeType">country, border, road, area, sea or waterway.</param>
/// <param name="Scope">Country code or name.</param>
/// <param name="Name">Name.</param>
/// <param name="From">First day of a dated row; null when yearly.</param>
/// <param name="To">Last day of a dated row.</param>
/// <param name="YearlyFrom">Month and day of a yearly row.</param>
/// <param name="YearlyTo">Month and day of a yearly row.</param>
/// <param name="UncertaintyDays">Days by which it may move.</param>
/// <param name="Share">Throughput share of a normal day, 0 to 1.</param>
public sealed record Holiday(
    string Id, string Kind, string ScopeType, string Scope, string Name, LocalDate? From, LocalDate? To,
    AnnualDate? YearlyFrom, AnnualDate? YearlyTo, int UncertaintyDays, Figure Share)
{
    /// <summary>Whether a local date falls into it.</summary>
    public bool Covers(LocalDate date)
    {
        if (From is { } first) return first <= date && date <= (To ?? first);
        if (YearlyFrom is not { } start || YearlyTo is not { } end) return false;
        var day = new AnnualDate(date.Month, date.Day);
        return start <= end ? start <= day && day <= end : day >= start || day <= end;
    }
}
