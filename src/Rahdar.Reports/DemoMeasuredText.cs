using System.Globalization;
using Rahdar.Indicators;
using Rahdar.Indicators.Borders;
using Rahdar.Network;
using Rahdar.Network.Places;
using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Reports;

/// <summary>The chapter of the demo that measures: border times, speeds, and the way of the boxes as planned and as
/// simulated.</summary>
public static class DemoMeasuredText
{
    private const int PostsShown = 8;

    /// <summary>The chapter.</summary>
    /// <param name="number">Step of the story.</param>
    /// <param name="title">Title.</param>
    /// <param name="answer">The simulation that was measured.</param>
    /// <param name="measured">Its first run, measured.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isPlain">True without colour.</param>
    public static string Chapter(
        int number, string title, ComparisonAnswer answer, DemoMeasured measured, int width, bool isPlain)
    {
        var sheet = new TextSheet(width, isPlain);
        sheet.Line("").Title($"Step {number}. {title}", "run 1, simulated");
        sheet.Line("CPMM indicators of the first run, with Taftan shut and the same run without. Simulated, not "
            + "measured in the world: docs/indicators.md defines them, `indicators --judge` says how far such a month "
            + "is from what was published.");
        sheet.Heading("Border clearance time, h at one post (TFI1): the posts that the closure changes most");
        string[] head = ["", "way", "n open", "h open", "n shut", "h shut"];
        sheet.Rows([0, 9, 8, 9, 8, 9], [head, .. Posts(answer, measured)], 2, 2, 3, 4, 5);
        var (open, shut) = (measured.Open.AllSections, measured.Shut.AllSections);
        sheet.Line($"Cost at a border (TFI2): {Usd(measured.Open.AllBorders.Cost)} open, "
            + $"{Usd(measured.Shut.AllBorders.Cost)} shut; of 500 km and 20 t (TFI3): {Usd(open.Cost)} and "
            + $"{Usd(shut.Cost)}. Prices are the planner's, storage and standing not among them.", 2);
        sheet.Line($"Speed of whole ways (TFI4): with delay {Speed(open.WithDelay.Speeds)} km/h open, "
            + $"{Speed(shut.WithDelay.Speeds)} shut; without delay {Speed(open.WithoutDelay.Speeds)} and "
            + $"{Speed(shut.WithoutDelay.Speeds)}.", 2);
        foreach (var way in answer.Consignments)
        {
            sheet.Heading($"Time and cost over distance: the {way.Query.Cargo} of the story");
            sheet.Rows([0, 7, 10, 9, 11, 11],
                [["", "km", "planned h", "USD", "open h", "shut h"], .. Way(answer.Network, way, measured)],
                2, 1, 2, 3, 4, 5);
            if (!measured.Boxes.IsDelivered)
                sheet.Line("In this run the boxes are still on the way on the last day with Taftan shut.", 2);
        }
        sheet.Line("Hours count from when the boxes were ready; - stands where they had not come by the last day, and "
            + "for what is not known.");
        return sheet.Finish();
    }

    /// <summary>Posts and directions with samples in either run, the greatest change first.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Posts(ComparisonAnswer answer, DemoMeasured measured)
    {
        var open = measured.Open.Borders.ToDictionary(b => string.Join('>', b.Key), b => b.ClearanceTime);
        decimal Change(BorderGroup group) =>
            Math.Abs(group.ClearanceTime.Mean
                - (open.GetValueOrDefault(string.Join('>', group.Key))?.Mean ?? 0));
        return
        [
            .. measured.Shut.Borders.Where(b => b.ClearanceTime.N > 0)
                .OrderByDescending(Change).ThenBy(b => string.Join('>', b.Key), StringComparer.Ordinal).Take(PostsShown)
                .Select(IReadOnlyList<string> (b) =>
                {
                    var before = open.GetValueOrDefault(string.Join('>', b.Key));
                    return
                    [
                        answer.Network.GetPlaceOrUnlinked(new PlaceId(b.Key[0])).Name, b.Key[1],
                        Whole(before?.N ?? 0), IndicatorText.N(before?.Mean), Whole(b.ClearanceTime.N),
                        IndicatorText.N(b.ClearanceTime.Mean),
                    ];
                }),
        ];
    }

    /// <summary>Named points of the plan, with the hours at which the boxes were done there.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Way(
        CorridorNetwork network, GivenWay way, DemoMeasured measured)
    {
        var names = new Naming(network, Speech.Of(Language.English));
        var planned = WayCourse.Planned(names, way.Plan);
        var open = WayCourse.Happened(network, way.Plan, measured.BoxesOpen, way.Plan.Ready);
        var shut = WayCourse.Happened(network, way.Plan, measured.Boxes, way.Plan.Ready);
        return
        [
            .. planned.Skip(1).GroupBy(p => p.Km).Select(IReadOnlyList<string> (points) =>
            {
                var last = points.Last();
                var name = points.Select(p => p.Name).LastOrDefault(n => n.Length > 0) ?? "";
                return
                [
                    name, Whole((long)last.Km), Hours(last.Hours), last.Usd is { } usd ? Whole((long)usd) : "-",
                    At(open, last.Km), At(shut, last.Km),
                ];
            }),
        ];
    }

    /// <summary>When what happened had come so far and was done there.</summary>
    private static string At(IReadOnlyList<WayPoint> course, double km) =>
        course[^1].Km < km ? "-" : Hours(course.Where(p => p.Km <= km + 0.5).Max(p => p.Hours));

    private static string Speed(Statistic speed) => $"{IndicatorText.N(speed.Mean)} (n {Whole(speed.N)})";

    private static string Usd(Statistic cost) =>
        cost.N == 0 ? "unknown" : $"{IndicatorText.N(cost.Mean)} USD (n {Whole(cost.N)})";

    private static string Hours(double hours) => hours.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Whole(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
