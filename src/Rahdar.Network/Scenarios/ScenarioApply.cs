using System.Collections.Frozen;
using NodaTime;
using Rahdar.Network.Borders;
using Rahdar.Network.Places;
using Rahdar.Network.Rail;
using Rahdar.Network.Reading;
using Rahdar.Quantities;

namespace Rahdar.Network.Scenarios;

/// <summary>Makes a changed copy of a network; the given one stays as it is.</summary>
public static class ScenarioApply
{
    /// <summary>The network with a scenario's modifications applied in order.</summary>
    public static CorridorNetwork Apply(CorridorNetwork network, Scenario scenario)
    {
        var changed = network with
        {
            ScenarioName = scenario.Name,
            Modifications = [.. network.Modifications, .. scenario.Modifications],
        };
        foreach (var modification in scenario.Modifications)
            changed = modification switch
            {
                Close close => ApplyClose(changed, scenario, close),
                SetDwell dwell => ApplyDwell(changed, dwell),
                SetCapacity capacity => ApplyCapacity(changed, capacity),
                SetHours hours => changed with
                {
                    Borders =
                        [.. changed.Borders.Select(b => b.Id == hours.BorderId ? b with { Hours = hours.Hours } : b)],
                    Assumptions = [.. changed.Assumptions, $"{hours.BorderId} open {hours.Hours}"],
                },
                OpenLink open => ApplyOpen(changed, open),
                UpgradeLine upgrade => ApplyUpgrade(changed, upgrade),
                StopService stop => changed with
                {
                    StoppedServices = changed.StoppedServices.Append(stop.ServiceId).ToFrozenSet(),
                    Assumptions = [.. changed.Assumptions, $"service {stop.ServiceId} does not run"],
                },
                _ => throw new InvalidOperationException($"no rule for {modification.GetType().Name}"),
            };
        return changed with { AllFigures = FigureAudit.ListAll(changed) };
    }

    private static CorridorNetwork ApplyClose(CorridorNetwork n, Scenario scenario, Close close)
    {
        var id = $"SCENARIO-{scenario.Name}-{close.Line}";
        var provenance = new Provenance(close.Source, close.Confidence, close.From, null);
        var days = new Figure($"scenario/{scenario.Name}:{close.Line}/days", close.Days, "d", provenance);
        var closure = new Closure(
            id, close.Target, close.TargetId, close.From, null, "freight", ClosureReach.Freight, "", "scenario",
            $"assumed by scenario {scenario.Name}", Verification.Confirmed, null, null, days, close.Modes,
            provenance, "");
        var mean = (int)decimal.Ceiling(close.Days.Mean);
        var reopens = close.From.PlusDays(mean);
        var sentence = $"{close.TargetId} assumed shut to freight from {close.From:uuuu-MM-dd}, {close.Days} days: "
            + $"assumed reopening {reopens:uuuu-MM-dd}"
            + (close.Days.Min == close.Days.Max ? ""
                : $" after {mean} days, their mean ({close.From.PlusDays((int)close.Days.Min):uuuu-MM-dd} to "
                + $"{close.From.PlusDays((int)close.Days.Max):uuuu-MM-dd})");
        return n with { Closures = [.. n.Closures, closure], Assumptions = [.. n.Assumptions, sentence] };
    }

    private static CorridorNetwork ApplyDwell(CorridorNetwork n, SetDwell set)
    {
        var provenance = new Provenance(set.Source, set.Confidence, null, null);
        Figure? Changed(Figure? old) => old is null ? null : old with { Value = set.Hours, Provenance = provenance };
        var rows = n.Figures.Rows.ToDictionary();
        if (rows.TryGetValue($"dwell/{set.RowId}", out var dwell)) rows[$"dwell/{set.RowId}"] = Changed(dwell)!;
        return n with
        {
            GaugeBreaks = [.. n.GaugeBreaks.Select(g => g.Id == set.RowId ? g with { Work = Changed(g.Work) } : g)],
            Borders = [.. n.Borders.Select(b => b.Id == set.RowId ? b with { Clearance = Changed(b.Clearance) } : b)],
            Handling = [.. n.Handling.Select(h => h.Id == set.RowId ? h with { Hours = Changed(h.Hours)! } : h)],
            Figures = n.Figures with { Rows = rows.ToFrozenDictionary() },
            Assumptions = [.. n.Assumptions, $"{set.RowId} takes {set.Hours} h"],
        };
    }

    private static CorridorNetwork ApplyCapacity(CorridorNetwork n, SetCapacity set)
    {
        var provenance = new Provenance(set.Source, set.Confidence, null, null);
        Figure Changed(Figure? old, string table, string unit) =>
            new(old?.Id ?? $"{table}/{set.RowId}/capacity_per_day", set.PerDay, old?.Unit ?? unit, provenance);
        var unit = n.GaugeBreaks.FirstOrDefault(g => g.Id == set.RowId)?.CapacityUnit
            ?? n.Borders.First(b => b.Id == set.RowId).CapacityUnit;
        return n with
        {
            GaugeBreaks = [.. n.GaugeBreaks.Select(g => g.Id == set.RowId
                ? g with { CapacityPerDay = Changed(g.CapacityPerDay, "gauge_change", g.CapacityUnit + "/d") } : g)],
            Borders = [.. n.Borders.Select(b => b.Id == set.RowId
                ? b with { CapacityPerDay = Changed(b.CapacityPerDay, "borders", b.CapacityUnit) } : b)],
            Assumptions = [.. n.Assumptions, $"{set.RowId} takes {set.PerDay} {unit} a day"],
        };
    }

    private static CorridorNetwork ApplyUpgrade(CorridorNetwork n, UpgradeLine upgrade)
    {
        var all = n.Upgrades.ToDictionary();
        var changes = ListUpgrades(n, upgrade.ProjectId);
        foreach (var (link, row) in changes)
            all[link] = [.. all.GetValueOrDefault(link, []).Append(new SectionUpgrade(upgrade.From, row))
                .OrderBy(u => u.From)];
        var rows = changes.Select(c => c.Section.Id).Distinct();
        return n with
        {
            Upgrades = all.ToFrozenDictionary(),
            Assumptions =
            [
                .. n.Assumptions,
                $"{upgrade.ProjectId}: {string.Join(", ", rows)} in force from {upgrade.From:uuuu-MM-dd}",
            ],
        };
    }

    /// <summary>Worked links that a project changes, each with the section row it brings; empty when it brings none,
    /// or only lines that are still to be built. The trains of others go on running: their paths stay those of the
    /// section replaced.</summary>
    internal static IReadOnlyList<(string LinkId, RailSection Section)> ListUpgrades(CorridorNetwork n, string project)
    {
        var named = n.Projects.First(p => p.Id == project).Sections;
        var worked = n.Links.Where(l => l.Mode == Mode.Rail
            && (l.Status == LinkStatus.Operating || n.OpenedFrom.ContainsKey(l.Id))).ToList();
        return
        [
            .. n.Sections.Where(s => named.Contains(s.Id) && s.Scenario != "baseline")
                .SelectMany(s => SectionJoin.LinksOf(s, worked)
                    .Select(l => (l.Id, s with { UsedPaths = n.SectionOfLink[l.Id].UsedPaths }))),
        ];
    }

    private static CorridorNetwork ApplyOpen(CorridorNetwork n, OpenLink open)
    {
        var opened = n.OpenedFrom.ToDictionary();
        var project = n.Projects.FirstOrDefault(p => p.Id == open.Id);
        var sections = n.SectionOfLink;
        if (project is null) opened[open.Id] = open.From;
        else
        {
            var rows = n.Sections.Where(s => project.Sections.Contains(s.Id)).ToList();
            var fit = n.Links.Where(l => l.Mode == Mode.Rail && l.Status != LinkStatus.Suspended).ToList();
            var changed = sections.ToDictionary();
            foreach (var row in rows)
                foreach (var link in SectionJoin.LinksOf(row, fit))
                {
                    if (link.Status != LinkStatus.Operating) opened[link.Id] = open.From;
                    changed[link.Id] = row;
                }
            sections = changed.ToFrozenDictionary();
        }
        var gauges = n.GaugeBreaks.Select(g =>
            g.Status == "proposed" && project is not null && (g.Place == project.From || g.Place == project.To)
                ? g with { Status = "operating" }
                : g).ToList();
        return n with
        {
            OpenedFrom = opened.ToFrozenDictionary(),
            SectionOfLink = sections,
            GaugeBreaks = gauges,
            Assumptions = [.. n.Assumptions, $"{open.Id} open from {open.From:uuuu-MM-dd}"],
        };
    }
}
