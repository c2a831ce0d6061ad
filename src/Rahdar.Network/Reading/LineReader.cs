using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>Reads the trains and the working of lines, for studies of running time and capacity.</summary>
internal static class LineReader
{
    internal const string TrainFile = "ours/line_trains.csv";
    internal const string OperationFile = "ours/line_operation.csv";

    internal static IReadOnlyList<LineTrain> ReadTrains(CorridorTables t)
    {
        var wagons = t.Ids("ours/wagons.csv", "wagon_id");
        var list = new List<LineTrain>();
        foreach (var row in t.Rows(TrainFile))
        {
            var id = row.Text("train_id");
            var gauge = row.RequiredWhole("gauge_mm", 600, 2000);
            var wagon = row.Required("wagon_id");
            if (wagon.Length > 0 && !wagons.MayHold(wagon))
                row.Fault("wagon_id", "ref:unknown-id", $"`{CsvRow.Shorten(wagon)}` is no wagon");
            var found = new Cells(row, id);
            var (count, mass, length) = (found.Of("locomotives", "1", 1, 6), found.Of("locomotive_t", "t", 10, 400),
                found.Of("locomotive_m", "m", 5, 60));
            var (power, pull) = (found.Of("power_kw", "kW", 100, 20_000), found.Of("pull_kn", "kN", 10, 2_000));
            var (number, gross) = (found.Of("wagons", "1", 1, 400), found.Of("wagon_gross_t", "t", 5, 200));
            var (limit, brake) = (found.Of("speed_limit_kmh", "km/h", 10, 250),
                found.Of("braking_mps2", "m/s2", 0.05m, 2));
            var (locomotiveBase, locomotiveAir) = (found.Of("locomotive_base_permil", "permil", 0.1m, 20),
                found.Of("locomotive_air_permil", "permil", 0.1m, 50));
            var (wagonBase, wagonAir) = (found.Of("wagon_base_permil", "permil", 0.1m, 20),
                found.Of("wagon_air_permil", "permil", 0.1m, 50));
            var rotating = found.Of("rotating_factor", "1", 1, 1.5m);
            if (!found.AreAllThere || gauge is null) continue;
            list.Add(new LineTrain(id, row.Text("name"), new Gauge(gauge.Value), wagon, count!, mass!, length!, power!,
                pull!, number!, gross!, limit!, brake!)
            {
                LocomotiveBase = locomotiveBase!,
                LocomotiveAir = locomotiveAir!,
                WagonBase = wagonBase!,
                WagonAir = wagonAir!,
                RotatingFactor = rotating!,
            });
        }
        return list;
    }

    internal static IReadOnlyList<LineOperation> ReadOperations(CorridorTables t)
    {
        var (sections, trains) = (t.Ids("facts/rail_sections.csv", "section_id"), t.Ids(TrainFile, "train_id"));
        var list = new List<LineOperation>();
        foreach (var row in t.Rows(OperationFile))
        {
            var (id, train) = (row.Text("section_id"), row.Required("train_id"));
            if (!sections.MayHold(id))
                row.Fault("section_id", "ref:unknown-id", $"`{CsvRow.Shorten(id)}` is no section");
            if (train.Length > 0 && !trains.MayHold(train))
                row.Fault("train_id", "ref:unknown-id", $"`{CsvRow.Shorten(train)}` is no train of {TrainFile}");
            var found = new Cells(row, id);
            var (limit, blocks) = (found.Of("freight_limit_kmh", "km/h", 5, 250),
                found.Of("blocks_between", "1", 1, 10));
            var block = found.Of("block", "km",
                row.Triangle("block_min_km", "block_mode_km", "block_max_km", 0.1m, 200));
            var work = found.Of("work", "min",
                row.Triangle("work_min_minutes", "work_mode_minutes", "work_max_minutes", 0, 240));
            var (window, reliability, efficiency) = (found.Of("window_minutes", "min/d", 0, 1_400),
                found.Of("reliability", "share", 0.01m, 1), found.Of("efficiency", "share", 0.01m, 1));
            if (found.AreAllThere)
                list.Add(new LineOperation(
                    id, train, limit!, block!, blocks!, work!, window!, reliability!, efficiency!));
        }
        return list;
    }

    /// <summary>Cells of a row that must all be there.</summary>
    private sealed class Cells(CsvRow row, string id)
    {
        internal bool AreAllThere { get; private set; } = true;

        internal Figure? Of(string column, string unit, decimal least, decimal greatest) =>
            Keep(row.RequiredNumber(column, least, greatest) is { } value
                ? row.Figure(id, column, unit, Triangle.Exactly(value))
                : null);

        internal Figure? Of(string field, string unit, Triangle? value)
        {
            var column = field == "block" ? "block_mode_km" : "work_mode_minutes";
            row.Required(column);
            return Keep(row.Figure(id, field, unit, value));
        }

        private Figure? Keep(Figure? figure)
        {
            AreAllThere &= figure is not null;
            return figure;
        }
    }
}
