using Rahdar.Network;
using Rahdar.Quantities;

namespace Rahdar.Simulation.Corridor;

/// <summary>What a little more of a resource would be worth.</summary>
/// <param name="Resource">The resource, as it is.</param>
/// <param name="More">What is added, in words: `one more opening hour a day`.</param>
/// <param name="SavedUnitHoursPerDay">Hours of waiting saved a day in the whole corridor, all units together; below 0
/// when waiting only moves on and grows.</param>
public sealed record MarginalValue(ResourceResult Resource, string More, Estimate SavedUnitHoursPerDay);

/// <summary>Tries a little more of the resources most waited for, one at a time, under the same luck.</summary>
public static class Bottlenecks
{
    /// <summary>Marginal values of the resources most waited for, the most waited for first.</summary>
    /// <param name="network">The corridor simulated.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="count">How many resources are tried.</param>
    /// <param name="done">Told how many runs are done.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<MarginalValue> Of(
        CorridorNetwork network, SimulationResult result, int count, Action<int>? done = null,
        CancellationToken cancel = default)
    {
        var values = new List<MarginalValue>();
        var tried = 0;
        foreach (var resource in result.Resources.Where(r => r.UnitHoursPerDay.Mean > 0))
        {
            if (values.Count == count) break;
            if (With(network, resource) is not var (more, words)) continue;
            var changed = CorridorSimulation.Run(more, result.Request, cancel: cancel);
            values.Add(new MarginalValue(
                resource, words, Estimate.Of(Waited(result).Zip(Waited(changed), (before, after) => before - after))));
            done?.Invoke(++tried);
        }
        return values;
    }

    /// <summary>Unit-hours waited a day for all resources together, by replication.</summary>
    private static double[] Waited(SimulationResult result)
    {
        var sums = new double[result.Request.Replications];
        foreach (var (name, values) in result.Samples.OrderBy(s => s.Key, StringComparer.Ordinal))
            if (name.StartsWith("hours:", StringComparison.Ordinal))
                for (var i = 0; i < sums.Length; i++)
                    if (!double.IsNaN(values[i])) sums[i] += values[i];
        return sums;
    }

    private static (CorridorNetwork Network, string More)? With(CorridorNetwork network, ResourceResult resource) =>
        resource.Kind switch
        {
            ResourceKind.Post => WithPost(network, resource.Id.Split('>')[0]),
            ResourceKind.Yard => (network with
            {
                GaugeBreaks = [.. network.GaugeBreaks.Select(g => g.Id == resource.Id
                    ? g with { CapacityPerDay = Times(g.CapacityPerDay, 1.1m) }
                    : g)],
            }, "a tenth more lifting a day"),
            ResourceKind.Section => (network with
            {
                Sections = [.. network.Sections.Select(s => s.Id == resource.Id ? s with { PathsPerDay = Plus(
                    s.PathsPerDay) } : s)],
                SectionOfLink = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
                    network.SectionOfLink, p => p.Key,
                    p => p.Value.Id == resource.Id ? p.Value with { PathsPerDay = Plus(p.Value.PathsPerDay) }
                        : p.Value),
            }, "one more train path a day each way"),
            ResourceKind.Service when network.Services.Any(
                s => s.Id == resource.Id && s.Kind == Network.Services.ServiceKind.Frequency) => (network with
                {
                    Services = [.. network.Services.Select(s =>
                        s.Id == resource.Id ? s with { FrequencyPerWeek = Plus(s.FrequencyPerWeek) } : s)],
                }, "one more departure a week"),
            _ => null,
        };

    private static (CorridorNetwork, string)? WithPost(CorridorNetwork network, string id)
    {
        var row = network.Borders.FirstOrDefault(b => b.Id == id);
        if (row is null || row.Hours.IsNeverOpen) return null;
        var hours = row.Hours;
        var isLonger = hours.ClosesMinute <= 1380;
        // The published units a day are those of the hours as they are: an hour more brings its share.
        var open = (hours.ClosesMinute - hours.OpensMinute) / 60m;
        var more = row with
        {
            Hours = isLonger ? hours with { ClosesMinute = hours.ClosesMinute + 60 } : hours,
            CapacityPerDay = Times(row.CapacityPerDay, (open + 1) / open),
        };
        return (network with { Borders = [.. network.Borders.Select(b => b.Id == id ? more : b)] },
            isLonger ? "one more opening hour a day" : "an hour's worth of units more a day");
    }

    private static Figure? Times(Figure? figure, decimal factor) => figure is null ? null : figure with
    {
        Value = new Triangle(figure.Value.Min * factor, figure.Value.Mode * factor, figure.Value.Max * factor),
    };

    private static Figure? Plus(Figure? figure) => figure is null ? null : figure with
    {
        Value = new Triangle(figure.Value.Min + 1, figure.Value.Mode + 1, figure.Value.Max + 1),
    };
}
