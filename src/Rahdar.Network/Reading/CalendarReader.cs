using NodaTime;
using NodaTime.Text;
using Rahdar.Network.Calendars;

namespace Rahdar.Network.Reading;

/// <summary>Holidays and seasons.</summary>
internal static class CalendarReader
{
    internal static IReadOnlyList<Holiday> Read(CorridorTables t)
    {
        var list = new List<Holiday>();
        foreach (var row in t.Rows("facts/calendar.csv"))
        {
            var id = row.Text("calendar_id");
            var share = row.Figure(id, "throughput_share", "share",
                row.Triangle("throughput_share_min", "throughput_share_mode", "throughput_share_max", 0, 1));
            row.Required("throughput_share_mode");
            var recurrence = row.Text("recurrence");
            if (recurrence is not ("yearly" or "dated") && !recurrence.StartsWith("weekly:", StringComparison.Ordinal))
                row.Fault("recurrence", "value:unknown-word",
                    $"`{CsvRow.Shorten(recurrence)}` is not yearly, dated or weekly:DAYS");
            var (yearlyFrom, yearlyTo) =
                recurrence == "yearly" ? (Annual(row, "from_date"), Annual(row, "to_date")) : (null, null);
            var (from, to) =
                recurrence == "dated" ? (row.RequiredDate("from_date"), row.RequiredDate("to_date")) : (null, null);
            if (from > to) row.Fault("to_date", "value:out-of-range", "it ends before it begins");
            var uncertainty = row.Whole("uncertainty_days", 0, 366) ?? 0;
            if (share is null) continue;
            list.Add(new Holiday(
                id, row.Text("kind"), row.Text("scope_type"), row.Text("scope"), row.Text("name"), from, to,
                yearlyFrom, yearlyTo, uncertainty, share));
        }
        return list;
    }

    private static AnnualDate? Annual(CsvRow row, string column)
    {
        var parsed = AnnualDatePattern.Iso.Parse(row.Text(column));
        if (parsed.Success) return parsed.Value;
        row.Fault(column, "value:not-a-date", $"`{CsvRow.Shorten(row.Text(column))}` is not a day MM-DD");
        return null;
    }
}
