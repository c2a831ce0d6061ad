namespace Rahdar.Simulation.Corridor;

/// <summary>What one replication came to, as plain numbers by name.</summary>
/// <param name="Values">Values by name: `wait:TORKHAM-RD-OUT`, `days50:DM-01` and the like; NaN where there is
/// none.</param>
/// <param name="Waiting">Units that wait at each gate at midnight, at gate x (days + 1) + day.</param>
/// <param name="Events">Events handled.</param>
internal sealed record Sheet(IReadOnlyDictionary<string, double> Values, int[] Waiting, long Events)
{
    internal static Sheet Of(CorridorModel model, Replication run)
    {
        var values = new Dictionary<string, double>();
        var measured = run.Measured;
        var days = (double)model.Days;
        foreach (var gate in run.Gates)
        {
            var id = gate.Model.Id;
            values["units:" + id] = gate.Units / days;
            var open = gate.Model.Hours.OpenSeconds(model.Begin, model.End);
            values["use:" + id] = open == 0 ? double.NaN : (double)gate.BusySeconds / open;
            values["wait:" + id] = gate.SecondsToTurn / 3600;
            values["hours:" + id] = gate.UnitSecondsWaited / 3600.0 / days;
        }
        foreach (var yard in run.Yards)
        {
            // What is waited for in a yard is one wait, wherever in it.
            values["hours:" + yard.Model.Id] += yard.TeuSecondsWaited / 3600.0 / days;
        }
        AddBorders(model, measured, values);
        AddSections(model, run, values);
        for (var i = 0; i < model.Services.Length; i++)
        {
            var id = "service-" + model.Services[i].Id;
            values["units:" + id] = measured.BoardedUnits[i] / days;
            values["wait:" + id] = measured.BoardedUnits[i] == 0 ? double.NaN
                : measured.BoardedWaitSeconds[i] / 3600.0 / measured.BoardedUnits[i];
            values["hours:" + id] = measured.ServiceWaitSeconds[i] / 3600.0 / days;
        }
        AddRelations(model, measured, values);
        return new Sheet(values, (int[])measured.Waiting.Clone(), run.Events);
    }

    private static void AddBorders(CorridorModel model, Measures measured, Dictionary<string, double> values)
    {
        for (var i = 0; i < model.Borders.Length; i++)
        {
            var id = $"{model.Borders[i].Id}>{model.Places[model.Borders[i].To]}";
            var (came, never) = (measured.Comers[i], measured.NeverThrough[i]);
            values["crossed:" + id] = measured.Crossings[i] / (double)model.Days;
            values["held:" + id] = measured.Held[i];
            values["crossing:" + id] = came == 0 || never > 0 ? double.NaN
                : measured.CrossingSeconds[i] / 3600.0 / came;
            var hours = measured.CrossingHours.AsSpan(i * (Measures.HoursMax + 1), Measures.HoursMax + 1);
            values["crossing50:" + id] = Percentile(hours, came, 0.5);
            values["crossing90:" + id] = Percentile(hours, came, 0.9);
        }
    }

    private static double Percentile(ReadOnlySpan<int> hours, long count, double share)
    {
        if (count == 0) return double.NaN;
        var left = share * count;
        for (var hour = 0; hour < hours.Length; hour++)
        {
            if (hours[hour] >= left && hours[hour] > 0) return hour + left / hours[hour];
            left -= hours[hour];
        }
        return double.NaN; // so many never get through
    }

    /// <summary>Waiting for lines and use of them.</summary>
    private static void AddSections(CorridorModel model, Replication run, Dictionary<string, double> values)
    {
        var (measured, railway) = (run.Measured, run.Railway);
        var (hours, use) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        void Add(string row, double hoursPerDay, double share)
        {
            hours[row] = hours.GetValueOrDefault(row) + hoursPerDay;
            use[row] = Math.Max(use.GetValueOrDefault(row), share);
        }
        for (var i = 0; i < model.Lines.Length; i++)
        {
            var line = model.Lines[i];
            Add(line.Section, measured.LineWaitSeconds[i] / 3600.0 / model.Days,
                measured.LineTrains[i] * (double)line.HeadwaySeconds / (model.End - model.Begin));
        }
        for (var s = 0; s < model.Layout.Sections.Count; s++)
            Add(model.SectionRows[s], 0, (railway.SectionBusySeconds(s, 0) - measured.SectionBusyBefore[s])
                / (double)(model.End - model.Begin));
        for (var p = 0; p < model.Layout.Places.Count; p++)
            if (model.RowOfPlace[p] is { } row)
                Add(row, (measured.PlaceWait[p] - measured.PlaceWaitBefore[p]) / 3600.0 / model.Days, 0);
        foreach (var row in hours.Keys)
        {
            values["use:section-" + row] = use[row];
            values["hours:section-" + row] = hours[row];
        }
    }

    private static void AddRelations(CorridorModel model, Measures measured, Dictionary<string, double> values)
    {
        for (var i = 0; i < Measures.Sources(model); i++)
        {
            var isConsignment = i >= model.Sources.Length;
            if (!isConsignment && !model.Sources[i].IsObserved) continue;
            var id = isConsignment ? model.Consignments[i - model.Sources.Length].Id : model.Sources[i].Id;
            double At(double share) =>
                Survival.Quantile(measured.Travels[i], measured.TravelsSoFar[i], share) / 86_400.0 ?? double.NaN;
            values["arrived:" + id] = measured.ArrivedUnits[i] / (double)model.Days;
            values["days50:" + id] = At(0.5);
            values["days90:" + id] = At(0.9);
            values["underway:" + id] = measured.UnderWayUnits[i];
        }
    }
}
