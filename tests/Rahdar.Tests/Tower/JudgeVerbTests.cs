using System.Text;
using Rahdar.Movements;
using Rahdar.Network.Reading;
using Rahdar.Planning.Calibration;
using Rahdar.Reports;
using Rahdar.Tests.Conformance;
using Rahdar.Tests.Movements;
using Rahdar.Tests.Network;
using Rahdar.Tower;

namespace Rahdar.Tests.Tower;

/// <summary>Goal: border times are judged by what was published, against "last year again", and the verdict says what
/// the figures say. Method: a written truck at Torkham on the shipped corridor, as slow as the test wants it.</summary>
[Collection("console")]
public sealed class JudgeVerbTests
{
    [Fact]
    public void Movements_that_are_as_published_beat_last_year_again()
    {
        var answer = Judge("2 00:12");
        // Torkham 24.2 h as published; all Pakistani posts 28.2 h, which this truck alone makes 24.2 h.
        Assert.Equal(["PKTOR", "PK"], answer.Judged.Select(j => j.Series.ScopeId));
        Assert.All(answer.Judged, j => Assert.Equal(24.2m, j.Measured.Mean));
        Assert.Equal(2m, answer.ErrorsOfMovements().Mean);
        // Last year: 31.6 and 35.2 h.
        Assert.Equal(7.2m, answer.ErrorsOfLastYear().Mean);
        Assert.StartsWith(
            "Mean absolute error of 2.0 h on 2 published border times of 2022, against 7.2 h of \"last year again\": "
            + "it beats it.", JudgementText.Verdict(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Movements_that_are_far_off_do_not_beat_it_and_the_first_line_says_so()
    {
        var text = JudgementText.Answer(Judge("6 00:00"));
        Assert.StartsWith("Mean absolute error of 93.8 h", text, StringComparison.Ordinal);
        Assert.Contains("does not beat it", Cli.CommandLineTests.Flat(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Prediction_is_that_of_the_calibration_and_reads_no_value_of_the_judged_year()
    {
        var forecast = CalibrationReport.Of(ShippedCorridor.Network).Forecast;
        var answer = Judge("2 00:12");
        Assert.Equal(forecast.Chosen, answer.Model);
        Assert.All(answer.Judged, j => Assert.Equal(
            forecast.Series.Single(s => s.Series.ScopeId == j.Series.ScopeId && s.Series.Mode == j.Series.Mode
                && s.Series.Direction == j.Series.Direction).Predicted, j.Predicted));
        Assert.Equal(forecast.Series.Count(s => s.Predicted is not null), answer.Judged.Count + answer.NotMet.Count);
    }

    [Fact]
    public void Page_that_tells_the_time_and_stands_behind_the_post_is_named() =>
        Assert.Contains("CPMM22-PAK", Judge("2 00:12").Judged[0].Shared);

    [Fact]
    public void Movements_that_meet_no_published_post_judge_nothing()
    {
        using var folder = new ScratchFolder();
        var file = Write(folder, "1 00:00 departed PKLHE PKPEW road -\n1 20:00 arrived PKPEW PKLHE road -");
        var run = Cli.CommandLineTests.Run(["indicators", file, "--judge"]);
        Assert.Equal(3, run.Code);
        Assert.StartsWith("No published border time of 2022 is met", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_a_fault()
    {
        var faults = new FaultCollector();
        Assert.Null(JudgeVerb.Answer(ShippedCorridor.Network, ["/nowhere/at/all"], faults));
        Assert.Equal("csv:missing-file", Assert.Single(faults.Faults).Code);
    }

    private static JudgementAnswer Judge(string cleared)
    {
        using var folder = new ScratchFolder();
        var file = Write(folder, $"""
            1 00:00 queued PKTOR border-out TORKHAM-RD-OUT
            {cleared} began PKTOR border-out TORKHAM-RD-OUT
            {cleared} ended PKTOR border-out TORKHAM-RD-OUT
            {cleared} departed PKTOR AFRKH road -
            7 00:00 arrived AFRKH PKTOR road -
            7 00:00 delivered AFRKH
            """);
        var faults = new FaultCollector();
        var answer = JudgeVerb.Answer(ShippedCorridor.Network, [file], faults);
        Assert.Empty(faults.Faults);
        return answer!;
    }

    private static string Write(ScratchFolder folder, string lines)
    {
        using var stream = new MemoryStream();
        MovementWriter.Write(stream, new MovementLog(
            [new Unit(new UnitId(History.Box), UnitKind.Truck, 1)], History.Of(lines)));
        return folder.Write("movements.csv", Encoding.UTF8.GetString(stream.ToArray()));
    }
}
