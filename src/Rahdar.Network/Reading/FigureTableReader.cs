using System.Collections.Frozen;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Tables of single figures: dwell, vehicles, emissions, defaults, and the parts that rows play.</summary>
internal static class FigureTableReader
{
    /// <summary>Tables that roles may name, with their id columns.</summary>
    internal static readonly IReadOnlyDictionary<string, string> IdColumns = new Dictionary<string, string>
    {
        ["tariffs"] = "tariff_id",
        ["dwell"] = "dwell_id",
        ["vehicles"] = "class_id",
        ["emissions"] = "factor_id",
    };

    internal static FigureTables Read(CorridorTables t)
    {
        var rows = new Dictionary<string, Figure>();
        var speeds = new Dictionary<string, Figure>();
        var gross = new Dictionary<string, Figure>();
        foreach (var row in t.Rows("facts/dwell.csv"))
        {
            var id = row.Text("dwell_id");
            var where = row.Text("where");
            var isSpeed = id.Contains("-SPEED-", StringComparison.Ordinal);
            var figure = row.Figure(
                id, "hours", isSpeed ? "km/h" : "h", row.Triangle("min_h", "mode_h", "max_h", 0, 10_000));
            if (figure is null) continue;
            rows["dwell/" + id] = figure;
            if (isSpeed && where.EndsWith(" road", StringComparison.Ordinal)) speeds[where[..^5]] = figure;
        }
        foreach (var row in t.Rows("facts/vehicles.csv"))
        {
            var value = row.Number("value", 0, 1_000_000);
            var figure = row.Figure(
                row.Text("class_id"), "value", row.Text("unit"), value is { } v ? Triangle.Exactly(v) : null);
            if (figure is null) continue;
            rows["vehicles/" + row.Text("class_id")] = figure;
            if (row.Text("what").StartsWith("gross weight limit", StringComparison.Ordinal))
                gross[row.Text("country")] = figure;
        }
        var emissions = new Dictionary<string, Dictionary<string, Figure>>
        {
            ["road"] = [],
            ["rail-diesel"] = [],
            ["rail-electric"] = [],
        };
        foreach (var row in t.Rows("facts/emissions.csv"))
            ReadEmission(row, rows, emissions);
        foreach (var row in t.Rows("facts/tariffs.csv"))
        {
            var value = PriceReader.Published(row)
                ?? (row.Text("currency").Length == 0 ? row.Triangle("min", "mode#2", "max") : null);
            if (row.Figure(row.Text("tariff_id"), "usd", row.Text("unit"), value) is { } usd)
                rows["tariffs/" + row.Text("tariff_id")] = usd;
        }
        var defaults = new Dictionary<(string, string), Figure>();
        foreach (var row in t.Rows("ours/defaults.csv").DistinctBy(r => r.Text("default_id")))
        {
            var figure = row.Figure(
                row.Text("default_id"), "value", row.Text("unit"), row.Triangle("min", "mode", "max"));
            if (figure is { } d && !defaults.TryAdd((row.Text("what"), row.Text("scope")), d))
                row.Fault("what", "csv:duplicate-id", $"a second default for {row.Text("what")} {row.Text("scope")}");
        }
        var roles = t.Rows("ours/roles.csv").DistinctBy(r => r.Text("role"))
            .ToDictionary(r => r.Text("role"), r => $"{r.Text("table")}/{r.Text("row_id")}");
        foreach (var (kind, byCountry) in emissions)
            foreach (var (role, row) in roles)
                if (role.StartsWith($"emission:{kind}:", StringComparison.Ordinal)
                    && rows.TryGetValue(row, out var figure))
                    byCountry[role.Split(':')[2]] = figure;
        return new FigureTables(
            rows.ToFrozenDictionary(), roles.ToFrozenDictionary(), defaults.ToFrozenDictionary(),
            speeds.ToFrozenDictionary(),
            gross.ToFrozenDictionary(), emissions["road"].ToFrozenDictionary(),
            emissions["rail-diesel"].ToFrozenDictionary(),
            emissions["rail-electric"].ToFrozenDictionary());
    }

    private static void ReadEmission(
        CsvRow row, Dictionary<string, Figure> rows, Dictionary<string, Dictionary<string, Figure>> emissions)
    {
        var id = row.Text("factor_id");
        var unit = row.Text("unit");
        var figure = row.Figure(id, "wtw", unit, row.Triangle("wtw_min", "wtw_mode", "wtw_max"));
        if (figure is null) return;
        rows["emissions/" + id] = figure;
        if (unit != "g CO2e/t-km") return;
        var kind = (row.Text("mode"), row.Text("energy")) switch
        {
            ("road", "diesel") when id.Contains("-ART", StringComparison.Ordinal) => "road",
            ("rail", "diesel") => "rail-diesel",
            ("rail", "grid") => "rail-electric",
            _ => "",
        };
        if (kind.Length == 0) return;
        foreach (var country in row.Text("region").Split(';').Where(c => c.Length == 2))
            emissions[kind].TryAdd(country, figure);
    }
}
