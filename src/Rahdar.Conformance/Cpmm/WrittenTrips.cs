using System.Text.Json;
using Rahdar.Indicators;
using Rahdar.Indicators.Borders;
using Rahdar.Indicators.Sections;
using Rahdar.Network.Indicators;
using Rahdar.Network.Places;

namespace Rahdar.Conformance.Cpmm;

/// <summary>A worked example: trips, and the indicators of each, of each post and of the country.</summary>
internal static class WrittenTrips
{
    private const decimal Tolerance = 0.001m;

    internal static IEnumerable<SuiteCase> ListCases(string file, JsonElement json)
    {
        var expected = json.GetProperty("expected");
        var measured = new Lazy<Measurement>(() => Measure(json.GetProperty("trips")));
        foreach (var trip in List(expected, "trips"))
            yield return SuiteCase.Of(
                $"{file} trip {trip.GetProperty("id")}",
                () => ExpectedFigures.Compare(trip, TripOf(trip, measured.Value), Tolerance));
        foreach (var post in List(expected, "bcp"))
            yield return SuiteCase.Of(
                $"{file} {post.GetProperty("bcp")} {post.GetProperty("direction")}",
                () => ExpectedFigures.Compare(post, PostOf(post, measured.Value), Tolerance));
        if (expected.TryGetProperty("country", out var country))
            yield return SuiteCase.Of(
                $"{file} country", () => ExpectedFigures.Compare(country, CountryOf(measured.Value), Tolerance));
    }

    private static Measurement Measure(JsonElement trips)
    {
        var parts = new List<Measurement>();
        foreach (var trip in trips.EnumerateArray().Select(t => new WrittenTrip(t)))
        {
            var builder = new MeasurementBuilder(trip.Geography);
            builder.Add(trip.Unit, trip.Timeline);
            parts.Add(builder.Finish());
        }
        return new Measurement(
            [.. parts.SelectMany(p => p.Passages)], [.. parts.SelectMany(p => p.Runs)], [], parts.Count,
            [.. parts.SelectMany(p => p.Open)], parts.Sum(p => p.Begun), 0, parts.Sum(p => p.Contradictions));
    }

    private static Dictionary<string, object?> TripOf(JsonElement trip, Measurement measured)
    {
        var id = trip.GetProperty("id").GetString()!;
        var run = measured.Runs.Single(r => r.Unit.Id.Value == id);
        return new Dictionary<string, object?>
        {
            ["id"] = id,
            ["distanceKm"] = run.Km,
            ["movingH"] = (decimal)run.Moving.TotalHours,
            ["totalH"] = (decimal)run.Total.TotalHours,
            ["costUsd"] = run.Cents / 100m,
            ["SWOD"] = SectionSpeed.WithoutDelay([run]).Pooled,
            ["SWD"] = SectionSpeed.WithDelay([run]).Pooled,
            ["TFI3"] = SectionCost.Of(run),
        };
    }

    private static Dictionary<string, object?> PostOf(JsonElement post, Measurement measured)
    {
        var (name, direction) = (post.GetProperty("bcp").GetString()!, post.GetProperty("direction").GetString()!);
        var passages = measured.Passages.Where(p => p.Post == new PlaceId(name)
            && p.Direction == (direction == "outbound" ? IndicatorDirection.Outbound : IndicatorDirection.Inbound));
        var (time, cost) = (BorderClearanceTime.Of(passages), BorderCost.Of(passages));
        return new Dictionary<string, object?>
        {
            ["bcp"] = name,
            ["direction"] = direction,
            ["samples"] = (decimal)time.N,
            ["TFI1"] = time.Mean,
            ["TFI1median"] = time.Median,
            ["TFI1cv"] = time.Variation,
            ["TFI2"] = cost.Mean,
            ["TFI2median"] = cost.Median,
            ["TFI2cv"] = cost.Variation,
        };
    }

    private static Dictionary<string, object?> CountryOf(Measurement measured)
    {
        var (without, with) = (SectionSpeed.WithoutDelay(measured.Runs), SectionSpeed.WithDelay(measured.Runs));
        return new Dictionary<string, object?>
        {
            ["samples"] = (decimal)measured.Passages.Count,
            ["TFI1"] = BorderClearanceTime.Of(measured.Passages).Mean,
            ["TFI2"] = BorderCost.Of(measured.Passages).Mean,
            ["TFI3"] = SectionCost.Of(measured.Runs).Mean,
            ["SWODmeanOfTrips"] = without.Speeds.Mean,
            ["SWDmeanOfTrips"] = with.Speeds.Mean,
            ["SWODpooled"] = without.Pooled,
            ["SWDpooled"] = with.Pooled,
        };
    }

    private static IEnumerable<JsonElement> List(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];
}
