using Rahdar.Network;
using Rahdar.Network.Hazards;
using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Lines.Studies;

/// <summary>A line of a corridor: running time and trains a day of each section, today and as projects would leave
/// it.</summary>
/// <param name="Line">Name as asked.</param>
/// <param name="Sections">In the order of the tables; at least one.</param>
/// <param name="Projects">That change a section; may be empty.</param>
/// <param name="Totals">Over all sections: times added, trains of the weakest section.</param>
public sealed record LineStudy(
    string Line, IReadOnlyList<SectionStudy> Sections, IReadOnlyList<Project> Projects, IReadOnlyList<StudyRow> Totals)
{
    /// <summary>Name of the row of running time; its totals are sums.</summary>
    public const string RunningTimeRow = "running time, no stop";

    /// <summary>Name of the row of trains by the practice of the 1520 mm railways.</summary>
    public const string By1520Row = "trains each way, 1520";

    /// <summary>Name of the row of trains by Scott's formula.</summary>
    public const string ScottRow = "trains each way, Scott";

    /// <summary>Name of the row of published paths.</summary>
    public const string PublishedPathsRow = "paths each way, said";

    private const string Baseline = "baseline";

    /// <summary>Names of the lines that sections begin with: `ML1` for `ML-1 Karachi...`.</summary>
    public static IReadOnlyList<string> ListLines(CorridorNetwork network) =>
    [
        .. network.Sections.Where(s => s.Scenario == Baseline).SelectMany(Lines).Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The study; null when no section bears the name.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="line">`ML1`, `ml-1`; or the id of a project.</param>
    public static LineStudy? Of(CorridorNetwork network, string line)
    {
        var named = network.Projects.FirstOrDefault(p => p.Id.Equals(line, StringComparison.OrdinalIgnoreCase));
        var upgrades = network.Sections.Where(s => s.Scenario != Baseline).ToList();
        var sections = network.Sections.Where(s => s.Scenario == Baseline)
            .Where(s => named is null
                ? Lines(s).Contains(Key(line))
                : named.Sections.Any(id => upgrades.Any(u => u.Id == id && HasSameEnds(u, s))))
            .ToList();
        if (sections.Count == 0) return null;
        List<SectionStudy> studies =
            [.. sections.Select(s => Study(network, s, upgrades.FirstOrDefault(u => HasSameEnds(u, s))))];
        var changed = studies.Select(s => s.Upgrade?.Id).OfType<string>().ToHashSet();
        return new LineStudy(
            line, studies, [.. network.Projects.Where(p => p.Sections.Any(changed.Contains))], Sum(studies));
    }

    private static SectionStudy Study(CorridorNetwork network, RailSection section, RailSection? upgrade)
    {
        var remarks = new List<string>();
        var today = SectionState.Of(network, section, remarks);
        var after = upgrade is null ? null : SectionState.Of(network, upgrade, remarks);
        if (upgrade is null) remarks.Add("no project of the tables changes this section");
        if (section.TrackCount == 1)
            remarks.Add("single track, or single in part: the single part rules; trains are counted as pairs");
        var linkKm = LinkKm(network, section);
        return new SectionStudy(section, upgrade,
        [
            Said("length", "km", s => s.LengthKm),
            new StudyRow("length by the links", "km", linkKm, upgrade is null ? null : linkKm),
            Computed("wagons of the train", "", s => s.Wagons),
            Computed("train with locomotives", "t", s => s.Mass),
            Computed(RunningTimeRow, "h", s => s.Hours),
            Computed("speed, no stop", "km/h", s => s.Speed),
            Said("commercial speed, said", "km/h", s => s.FreightSpeed),
            Computed(By1520Row, "/d", s => s.By1520),
            Computed(ScottRow, "/d", s => s.ByScott),
            Said(PublishedPathsRow, "/d", s => s.PathsPerDay),
            Said("paths used, said", "/d", s => s.UsedPaths),
        ], remarks);

        StudyRow Said(string name, string unit, Func<RailSection, Figure?> figure) => new(
            name, unit, StudyValue.Said(figure(section)), upgrade is null ? null : StudyValue.Said(figure(upgrade)));

        StudyRow Computed(string name, string unit, Func<SectionState, StudyValue?> value) => new(
            name, unit, today is null ? null : value(today), after is null ? null : value(after));
    }

    // Both directions of a link are one; null when no link of the network carries the section.
    private static StudyValue? LinkKm(CorridorNetwork network, RailSection section)
    {
        var figures = network.Links
            .Where(l => network.SectionOfLink.TryGetValue(l.Id, out var s) && s.Id == section.Id)
            .DistinctBy(l => string.CompareOrdinal(l.From.Value, l.To.Value) < 0
                ? (l.From, l.To)
                : (l.To, l.From))
            .Select(l => l.RouteKm).OfType<Figure>().ToList();
        return figures.Count == 0 ? null
            : StudyValue.Computed(Triangle.Exactly(Math.Round(figures.Sum(f => f.Value.Mode), 0)), figures);
    }

    // A section that no project changes stays as it is after it.
    private static IReadOnlyList<StudyRow> Sum(IReadOnlyList<SectionStudy> sections)
    {
        return
        [
            Fold(RunningTimeRow, "h", (a, b) => new Triangle(a.Min + b.Min, a.Mode + b.Mode, a.Max + b.Max)),
            Fold(By1520Row, "/d", Least), Fold(ScottRow, "/d", Least), Fold(PublishedPathsRow, "/d", Least),
        ];

        StudyRow Fold(string name, string unit, Func<Triangle, Triangle, Triangle> fold)
        {
            var rows = sections.Select(s => (s.Upgrade, Row: s.Rows.Single(r => r.Name == name))).ToList();
            return new StudyRow(name, unit, All([.. rows.Select(r => r.Row.Today)], fold),
                All([.. rows.Select(r => r.Upgrade is null ? r.Row.Today : r.Row.After)], fold));
        }

        static Triangle Least(Triangle a, Triangle b) => a.Mode <= b.Mode ? a : b;

        // Unknown in one section is unknown for the line.
        static StudyValue? All(IReadOnlyList<StudyValue?> values, Func<Triangle, Triangle, Triangle> fold)
        {
            if (values.Any(v => v is null)) return null;
            return new StudyValue(
                values.Select(v => v!.Value).Aggregate(fold),
                string.Join(";", values.SelectMany(v => v!.Source.Split(';')).Distinct()),
                values.Min(v => v!.Confidence), values.Any(v => v!.IsComputed), values.Any(v => v!.IsEstimate));
        }
    }

    private static bool HasSameEnds(RailSection a, RailSection b) =>
        a.Gauge == b.Gauge && (a.From == b.From && a.To == b.To || a.From == b.To && a.To == b.From);

    private static IEnumerable<string> Lines(RailSection section)
    {
        var word = section.Name.Split(' ')[0];
        return word.Split('/').Where(IsLineName).Select(Key);
    }

    // `ML-1`: letters, a hyphen, digits.
    private static bool IsLineName(string word) =>
        word.Split('-') is [var letters, var digits] && letters.Length > 0 && letters.All(char.IsAsciiLetterUpper)
        && digits.Length > 0 && digits.All(char.IsAsciiDigit);

    private static string Key(string line) => line.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
