using NodaTime;
using Rahdar.Network.Prices;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Tariffs, in US dollars as published beside them or by the latest dated rate.</summary>
internal static class PriceReader
{
    private const decimal UsdMax = 10_000_000;

    internal static IReadOnlyList<Tariff> Read(CorridorTables t)
    {
        var rates = new List<(string Currency, LocalDate Date, decimal PerUsd)>();
        foreach (var row in t.Rows("facts/fx.csv"))
        {
            var (rate, date) = (row.RequiredNumber("per_usd", 0.0001m, 100_000_000), row.RequiredDate("date"));
            if (rate is not null && date is not null) rates.Add((row.Required("currency"), date.Value, rate.Value));
        }
        var list = new List<Tariff>();
        foreach (var row in t.Rows("facts/tariffs.csv"))
        {
            var id = row.Text("tariff_id");
            foreach (var column in new[] { "from_id", "to_id" })
                if (row.Text(column).Length > 0) t.RequirePlace(row, column);
            var from = row.Date("valid_from");
            var to = row.Date("valid_to");
            if (from > to) row.Fault("valid_to", "value:out-of-range", "the price ends before it begins");
            var usd = Published(row) ?? Converted(row, rates);
            list.Add(new Tariff(
                id, row.Text("kind"), row.Text("scope"), row.Text("from_id"), row.Text("to_id"), row.Text("mode"),
                row.Text("unit"), row.Text("vehicle_or_unit_class"),
                row.Figure(id, "usd", row.Text("unit"), usd, from), from, to, row.Text("note")));
        }
        return list;
    }

    /// <summary>US dollars as published in the row; null when its columns are empty or faulty.</summary>
    internal static Triangle? Published(CsvRow row) => row.Triangle("usd_min", "usd_mode", "usd_max", 0, UsdMax);

    private static Triangle? Converted(CsvRow row, List<(string Currency, LocalDate Date, decimal PerUsd)> rates)
    {
        var value = row.Number("value", -1_000_000_000_000, 1_000_000_000_000);
        var currency = row.Text("currency");
        if (value is null || currency is "" or "PCT") return null;
        if (currency == "USD") return Triangle.Exactly(value.Value);
        var day = row.Date("valid_from");
        var rate = rates.Where(r => r.Currency == currency && (day is null || r.Date <= day))
            .OrderByDescending(r => r.Date).FirstOrDefault();
        return rate.PerUsd > 0 ? Triangle.Exactly(value.Value / rate.PerUsd) : null;
    }
}
