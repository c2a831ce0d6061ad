using Rahdar.Lines.Running;
using Rahdar.Network.Reading;

namespace Rahdar.Lines.Forms;

/// <summary>Paths of one file of the form railtoolkit running-path.</summary>
/// <remarks>
/// Two editions are read: 2022.05, whose sections and points are lists of three, and 2024.07, whose are maps. A section
/// of the later edition may leave out its speed or its resistance: then that of the section before goes on.
/// Source: the JSON schema running-path of the public project railtoolkit/schema, as of its commit e3ff365, and
/// the files of railtoolkit/TrainRuns.jl for the earlier edition.
/// </remarks>
internal static class RunningPathForm
{
    internal const string Schema = "https://railtoolkit.org/schema/running-path.json";
    internal const string EarlierEdition = "2022.05";
    internal const string Edition = "2024.07";

    internal static IReadOnlyList<RunningPath> Read(FormNode root, bool isEarlier)
    {
        var ids = new HashSet<string>();
        var paths = new List<RunningPath>();
        foreach (var node in root.List("paths", true, 1, Limits.SectionsMax, isUnique: true))
        {
            if (!node.RequireMap()) continue;
            var id = node.Text("id", true);
            var name = node.Text("name", isEarlier);
            node.Text("description");
            node.Text("UUID");
            var sections = node.List("characteristic_sections", true, 2, Limits.SectionsMax, isUnique: true)
                .Select(s => isEarlier ? Triple(s) : Keyed(s)).OfType<Station>().ToList();
            var points = node.List("points_of_interest", false, 0, Limits.SectionsMax, isUnique: true)
                .Select(p => isEarlier ? PointTriple(p) : PointKeyed(p)).OfType<PointOfInterest>().ToList();
            if (id is not null && !ids.Add(id))
                node.Fault("form:duplicate", $"the id `{Scalars.Shorten(id)}` stands twice");
            if (Join(node, sections) is { } joined && id is not null)
                paths.Add(new RunningPath(id, name ?? "", joined, [.. points.OrderBy(p => p.Metres)], node.File));
        }
        return paths;
    }

    private sealed record Station(double Metres, double? Kmh, double? Permil, FormNode Node);

    private static Station? Triple(FormNode node)
    {
        if (node.Items(3, 3) is not [var at, var speed, var resistance]) return null;
        var (metres, kmh, permil) = (at.Number(), speed.Number(above: 0), resistance.Number());
        return metres is null ? null : new Station(metres.Value, kmh, permil, node);
    }

    private static Station? Keyed(FormNode node)
    {
        if (!node.RequireMap()) return null;
        var metres = node.Number("position", true);
        if (!node.Has("speed") && !node.Has("resistance"))
            node.Fault("form:missing", "`speed` or `resistance` is missing");
        var (kmh, permil) = (node.Number("speed", above: 0), node.Number("resistance"));
        return metres is null ? null : new Station(metres.Value, kmh, permil, node);
    }

    private static PointOfInterest? PointTriple(FormNode node)
    {
        if (node.Items(3, 3) is not [var at, var label, var measure]) return null;
        var (metres, name, word) = (at.Number(), label.Text(), measure.Text());
        if (word is not (null or "front" or "middle" or "rear"))
            measure.Fault("form:unknown-word", $"`{Scalars.Shorten(word)}` is not one of front, middle, rear");
        return metres is null || name is null ? null : new PointOfInterest(metres.Value, name, MeasureOf(word));
    }

    private static PointOfInterest? PointKeyed(FormNode node)
    {
        if (!node.RequireMap()) return null;
        var (metres, label) = (node.Number("position", true), node.Text("label", true));
        var measure = node.Word("measure", true, "front", "middle", "rear");
        return metres is null || label is null ? null : new PointOfInterest(metres.Value, label, MeasureOf(measure));
    }

    private static Measure MeasureOf(string? word) =>
        word switch { "rear" => Measure.Rear, "middle" => Measure.Middle, _ => Measure.Front };

    // Sections by position; null when nothing can be run. The values of the last station are never ridden.
    private static IReadOnlyList<PathSection>? Join(FormNode path, IReadOnlyList<Station> stations)
    {
        if (stations.Count < 2) return null;
        var ordered = stations.OrderBy(s => s.Metres).ToList();
        var sections = new List<PathSection>();
        double? kmh = null, permil = null;
        for (var i = 0; i + 1 < ordered.Count; i++)
        {
            var here = ordered[i];
            (kmh, permil) = (here.Kmh ?? kmh, here.Permil ?? permil);
            if (here.Metres == ordered[i + 1].Metres)
            {
                if (here.Kmh is not null && ordered[i + 1].Kmh is not null
                    || here.Permil is not null && ordered[i + 1].Permil is not null)
                    ordered[i + 1].Node.Fault("form:duplicate", "two sections begin at one position");
                continue;
            }
            sections.Add(new PathSection(here.Metres, ordered[i + 1].Metres, kmh, permil));
        }
        var length = ordered[^1].Metres - ordered[0].Metres;
        if (length <= Limits.PathMetresMax) return sections.Count == 0 ? null : sections;
        path.Fault("form:range", $"the path is longer than {Limits.PathMetresMax / 1000:0} km");
        return null;
    }
}
