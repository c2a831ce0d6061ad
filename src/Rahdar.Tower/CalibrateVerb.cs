using Rahdar.Network;
using Rahdar.Planning.Calibration;
using Rahdar.Reports;

namespace Rahdar.Tower;

/// <summary>Use case: set the planner's figures against what was published.</summary>
public static class CalibrateVerb
{
    /// <summary>The report as Markdown or JSON.</summary>
    /// <param name="network">The corridor.</param>
    /// <param name="isJson">True for JSON.</param>
    public static string Answer(CorridorNetwork network, bool isJson)
    {
        var report = CalibrationReport.Of(network);
        return isJson ? CalibrationJson.Of(report) : CalibrationText.Of(report);
    }

    /// <summary>Writes a report to a file, in place of what stood there.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string file, string report) => WholeFile.Write(file, report);
}
