using Rahdar.Network;

namespace Rahdar.Planning.Calibration;

/// <summary>The planner's figures against what was published, and a forecast of the border times of the last
/// published year.</summary>
/// <param name="Forecast">Border times of the judged year, predicted from the years before it.</param>
/// <param name="Borders">Border rows against published border times.</param>
/// <param name="BordersUnjudged">Border rows and directions for which only one post, or none, is published.</param>
/// <param name="Speeds">Speeds by country and mode against published speeds.</param>
/// <param name="Services">Services built from their parts against published transit days.</param>
/// <param name="Lengths">Lengths by the links against published lengths.</param>
public sealed record CalibrationReport(
    BorderForecast Forecast, IReadOnlyList<BorderCheck> Borders, int BordersUnjudged, IReadOnlyList<SpeedCheck> Speeds,
    IReadOnlyList<ServiceCheck> Services, IReadOnlyList<LengthCheck> Lengths)
{
    /// <summary>Last data year that anything is fitted on.</summary>
    public const int FittedUntil = 2021;

    /// <summary>Data year that judges.</summary>
    public const int JudgedYear = FittedUntil + 1;

    /// <summary>Compares a network with what was published.</summary>
    public static CalibrationReport Of(CorridorNetwork network)
    {
        var lineage = new Lineage(network);
        var reports = new ReportedValues(network);
        var borders = BorderCheck.ListAll(network, reports, lineage);
        return new CalibrationReport(
            BorderForecast.Of(reports), [.. borders.Where(b => b.Standing != Standing.OnePost)],
            borders.Count(b => b.Standing == Standing.OnePost), SpeedCheck.ListAll(network, lineage),
            ServiceCheck.ListAll(network, lineage), LengthCheck.ListAll(network, lineage));
    }

    /// <summary>Every pair that is judged, with the figures on both sides: none of the first may rest on a page of the
    /// second.</summary>
    public IEnumerable<Comparison> Judged =>
        Compared.Where(x => x.Standing == Standing.Judged).Select(x => x.Comparison);

    /// <summary>Number of pairs that are circular and not judged.</summary>
    public int CircularCount => Compared.Count(x => x.Standing == Standing.Circular);

    private IEnumerable<(Standing Standing, Comparison Comparison)> Compared =>
        Borders.Select(b => (b.Standing, b.Comparison))
            .Concat(Speeds.Select(s => (s.Standing, s.Comparison)))
            .Concat(Services.Select(s => (s.Standing, s.Comparison)))
            .Concat(Lengths.Select(l => (l.Standing, l.Comparison)));
}
