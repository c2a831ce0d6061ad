using Rahdar.Network.Indicators;

namespace Rahdar.Planning.Calibration;

/// <summary>How border times of a year are predicted from earlier years: the same for every post.</summary>
/// <param name="Years">Number of calendar years before it whose mean is taken, as far as published.</param>
/// <param name="Pull">Share by which that mean is moved to the mean of the country, or for a country of all
/// countries.</param>
/// <param name="Trend">Share of the last yearly change of all series together that is carried on.</param>
public sealed record BorderModel(int Years, decimal Pull, decimal Trend)
{
    /// <summary>The year before, again.</summary>
    public static readonly BorderModel LastYear = new(1, 0, 0);

    /// <summary>Everything that is tried, the simplest first.</summary>
    public static IReadOnlyList<BorderModel> Candidates { get; } =
    [
        LastYear, new(2, 0, 0), new(3, 0, 0), new(1, 0.25m, 0), new(2, 0.25m, 0), new(3, 0.25m, 0), new(1, 0.5m, 0),
        new(2, 0.5m, 0), new(3, 0.5m, 0), new(1, 0, 0.5m), new(1, 0, 1),
    ];

    /// <summary>Hours predicted; only values of years before it are read.</summary>
    /// <exception cref="InvalidOperationException">The series has no value in the years looked at.</exception>
    internal decimal Predict(BorderSeries series, int year, IReadOnlyList<BorderSeries> all)
    {
        var own = series.MeanOf(year - Years, year)
            ?? throw new InvalidOperationException($"nothing is published of {series.ScopeId} before {year}");
        var parents = all.Where(s => s.Scope == IndicatorScope.Country && s.Mode == series.Mode
                && s.Direction == series.Direction
                && (series.Scope == IndicatorScope.Country || s.Country == series.Country))
            .Select(s => s.MeanOf(year - Years, year)).OfType<decimal>().ToList();
        var mean = parents.Count == 0 ? own : own + Pull * (parents.Average() - own);
        return mean * (1 + Trend * (ChangeBefore(year, all) - 1));
    }

    /// <summary>Hours of the year before divided by those of the year before that, over the series that have both; 1
    /// when none has.</summary>
    private static decimal ChangeBefore(int year, IReadOnlyList<BorderSeries> all)
    {
        var both = all.Where(s => s.HoursOf(year - 1) is not null && s.HoursOf(year - 2) > 0).ToList();
        return both.Count == 0
            ? 1m
            : both.Sum(s => s.HoursOf(year - 1)!.Value) / both.Sum(s => s.HoursOf(year - 2)!.Value);
    }
}

/// <summary>A candidate with its errors.</summary>
/// <param name="Model">The candidate.</param>
/// <param name="HeldOut">Errors on the fitted years, each predicted from the years before it: these alone
/// choose.</param>
/// <param name="Judged">Errors on the judged year; shown, not used.</param>
public sealed record TriedModel(BorderModel Model, Errors HeldOut, Errors Judged);

/// <summary>One series with the judged year predicted.</summary>
/// <param name="Series">Values as published.</param>
/// <param name="Predicted">Hours by the chosen model; null when the judged year or the year before is not
/// published.</param>
public sealed record PredictedSeries(BorderSeries Series, decimal? Predicted);

/// <summary>Border times of the judged year, predicted from the years before it.</summary>
/// <param name="Chosen">Candidate with the least error on held-out fitted years.</param>
/// <param name="Tried">All candidates.</param>
/// <param name="Series">All series.</param>
public sealed record BorderForecast(
    BorderModel Chosen, IReadOnlyList<TriedModel> Tried, IReadOnlyList<PredictedSeries> Series)
{
    /// <summary>Errors of the chosen model on the judged year.</summary>
    /// <param name="scope">Posts or countries only; null for both.</param>
    public Errors ErrorsOf(IndicatorScope? scope = null) => ErrorsOf(scope, s => s.Predicted!.Value);

    /// <summary>Errors of "last year again" on the judged year, on the same series.</summary>
    /// <param name="scope">Posts or countries only; null for both.</param>
    public Errors LastYearErrorsOf(IndicatorScope? scope = null) =>
        ErrorsOf(scope, s => s.Series.HoursOf(CalibrationReport.FittedUntil)!.Value);

    internal static BorderForecast Of(ReportedValues reports)
    {
        var all = reports.Series;
        var first = all.SelectMany(s => s.ByYear.Keys).DefaultIfEmpty(CalibrationReport.JudgedYear).Min();
        var fitted = Enumerable.Range(first, CalibrationReport.JudgedYear - first).ToList();
        var tried = BorderModel.Candidates.Select(m => new TriedModel(
            m, ErrorsOn(m, fitted, all), ErrorsOn(m, [CalibrationReport.JudgedYear], all))).ToList();
        var chosen = tried.MinBy(t => t.HeldOut.Mean)!.Model;
        return new BorderForecast(chosen, tried,
        [
            .. all.Select(s => new PredictedSeries(
                s, CanJudge(s, CalibrationReport.JudgedYear)
                    ? chosen.Predict(s, CalibrationReport.JudgedYear, all) : null)),
        ]);
    }

    private static Errors ErrorsOn(BorderModel model, IReadOnlyList<int> years, IReadOnlyList<BorderSeries> all) =>
        Errors.Of(from year in years
                  from s in all
                  where CanJudge(s, year)
                  select (model.Predict(s, year, all), s.HoursOf(year)!.Value));

    /// <summary>Only where "last year again" can be said too, so that both are judged on the same values.</summary>
    private static bool CanJudge(BorderSeries s, int year) =>
        s.HoursOf(year) is not null && s.HoursOf(year - 1) is not null;

    private Errors ErrorsOf(IndicatorScope? scope, Func<PredictedSeries, decimal> predicted) => Errors.Of(
        Series.Where(s => s.Predicted is not null && (scope is null || s.Series.Scope == scope))
            .Select(s => (predicted(s), s.Series.HoursOf(CalibrationReport.JudgedYear)!.Value)));
}
