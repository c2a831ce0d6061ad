using NodaTime;
using Rahdar.Indicators;
using Rahdar.Network;
using Rahdar.Planning.Calibration;

namespace Rahdar.Reports;

/// <summary>One published border time of the judged year against movements, a prediction, the year before.</summary>
/// <param name="Series">Post or country, mode and direction, with all years as published.</param>
/// <param name="Measured">Hours of the movements at that post, or at all posts of the country.</param>
/// <param name="Predicted">Hours predicted from the years before, by the model of the calibration.</param>
/// <param name="Shared">Pages that tell the published value and stand too behind a figure of the posts that a
/// simulation reads; empty when they are apart.</param>
public sealed record JudgedSeries(
    BorderSeries Series, Statistic Measured, decimal Predicted, IReadOnlyList<string> Shared)
{
    /// <summary>Hours published for the judged year.</summary>
    public decimal Published => Series.HoursOf(CalibrationReport.JudgedYear)!.Value;

    /// <summary>Hours published for the year before.</summary>
    public decimal LastYear => Series.HoursOf(CalibrationReport.FittedUntil)!.Value;
}

/// <summary>Border times of movements against those published, beside two ways of knowing better.</summary>
/// <param name="Network">The corridor.</param>
/// <param name="Files">Files read.</param>
/// <param name="Model">Model of the calibration, chosen on years before the judged one.</param>
/// <param name="Judged">Series that the movements speak of, posts first.</param>
/// <param name="NotMet">Series published of which the movements tell nothing.</param>
/// <param name="From">First instant measured at a post; null without samples.</param>
/// <param name="Until">Last instant told of.</param>
/// <param name="Open">Crossings that had not ended.</param>
public sealed record JudgementAnswer(
    CorridorNetwork Network, IReadOnlyList<string> Files, BorderModel Model, IReadOnlyList<JudgedSeries> Judged,
    IReadOnlyList<BorderSeries> NotMet, Instant? From, Instant Until, int Open)
{
    /// <summary>Errors of the movements.</summary>
    /// <param name="isApartOnly">True for series without a shared page.</param>
    public Errors ErrorsOfMovements(bool isApartOnly = false) => Of(isApartOnly, j => j.Measured.Mean);

    /// <summary>Errors of what years up to the one before predict, on the same series.</summary>
    /// <param name="isApartOnly">True for series without a shared page.</param>
    public Errors ErrorsOfPrediction(bool isApartOnly = false) => Of(isApartOnly, j => j.Predicted);

    /// <summary>Errors of "last year again", on the same series.</summary>
    /// <param name="isApartOnly">True for series without a shared page.</param>
    public Errors ErrorsOfLastYear(bool isApartOnly = false) => Of(isApartOnly, j => j.LastYear);

    private Errors Of(bool isApartOnly, Func<JudgedSeries, decimal> hours) => Errors.Of(
        Judged.Where(j => !isApartOnly || j.Shared.Count == 0).Select(j => (hours(j), j.Published)));
}
