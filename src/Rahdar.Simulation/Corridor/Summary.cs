namespace Rahdar.Simulation.Corridor;

/// <summary>Makes estimates of the sheets of all replications.</summary>
internal static class Summary
{
    internal static SimulationResult Of(
        CorridorModel model, SimulationRequest request, string scenario, IReadOnlyList<string> figures, Sheet[] sheets)
    {
        IEnumerable<double> Values(string name) => sheets.Select(s => s.Values.GetValueOrDefault(name, double.NaN));
        Estimate Value(string name) => Estimate.Of(Values(name));
        Estimate Whole(string name) => Estimate.OfAll(Values(name));
        var resources = new List<ResourceResult>();
        for (var g = 0; g < model.Gates.Length; g++)
        {
            var gate = model.Gates[g];
            resources.Add(new ResourceResult(
                gate.Kind, gate.Id, gate.Name, gate.Unit, Value("units:" + gate.Id), Value("use:" + gate.Id),
                Value("wait:" + gate.Id), Value("hours:" + gate.Id))
            {
                Queue = [.. Days(model, g).Select(d => sheets.Average(s => (double)s.Waiting[d]))],
                QueueRange = [.. Days(model, g).Select(d => (sheets.Min(s => s.Waiting[d]), sheets.Max(s =>
                    s.Waiting[d])))],
            });
        }
        foreach (var row in model.Lines.Select(l => l.Section).Concat(model.SectionRows).Distinct()
            .Order(StringComparer.Ordinal))
            resources.Add(new ResourceResult(
                ResourceKind.Section, row, model.SectionNames[row], "trains", Estimate.Of([]), Value("use:section-"
                    + row),
                Estimate.Of([]), Value("hours:section-" + row)));
        foreach (var service in model.Services)
        {
            var id = "service-" + service.Id;
            resources.Add(new ResourceResult(
                ResourceKind.Service, service.Id, service.Name, "TEU", Value("units:" + id), Estimate.Of([]),
                Value("wait:" + id), Value("hours:" + id)));
        }
        return new SimulationResult(
            request, scenario,
            [.. resources.OrderByDescending(r => double.IsNaN(r.UnitHoursPerDay.Mean) ? 0 : r.UnitHoursPerDay.Mean)
                .ThenBy(r => r.Id, StringComparer.Ordinal)],
            [.. Crossings(model, Value)], [.. Relations(model, Value, Whole)], sheets.Average(s => (double)s.Events),
            model.Limits, model.LeftOut, figures)
        {
            Begin = model.At(model.Begin),
            Model = model,
            Samples = sheets[0].Values.Keys.ToDictionary(
                name => name, name => sheets.Select(s => s.Values.GetValueOrDefault(name, double.NaN)).ToArray()),
        };
    }

    private static IEnumerable<int> Days(CorridorModel model, int gate) =>
        Enumerable.Range(gate * (model.Days + 1), model.Days + 1);

    private static IEnumerable<CrossingResult> Crossings(CorridorModel model, Func<string, Estimate> value) =>
        model.Borders.Select(b =>
        {
            var (from, to) = (model.Places[b.From], model.Places[b.To]);
            var id = $"{b.Id}>{to}";
            return new CrossingResult(
                b.Id, from, to, value("crossed:" + id), value("crossing:" + id), value("crossing50:" + id),
                value("crossing90:" + id), value("held:" + id));
        }).OrderBy(c => c.BorderId, StringComparer.Ordinal).ThenBy(c => c.To);

    /// <summary>Of relations a percentile of days has a value only where every replication has one; a consignment is
    /// one journey a replication, and told of those in which it arrived.</summary>
    private static IEnumerable<RelationResult> Relations(
        CorridorModel model, Func<string, Estimate> value, Func<string, Estimate> whole) =>
        model.Sources.Where(s => s.IsObserved).Select(s => (s.Id, s.Name, Travel: whole))
            .Concat(model.Consignments.Select(c => (c.Id, Name: c.Id, Travel: value)))
            .Select(s => new RelationResult(
                s.Id, s.Name, value("arrived:" + s.Id), s.Travel("days50:" + s.Id), s.Travel("days90:" + s.Id),
                value("underway:" + s.Id)));
}
