using Rahdar.Lines.Studies;
using Rahdar.Network;
using Rahdar.Network.Reading;

namespace Rahdar.Tower.Rail;

/// <summary>Use case: what a line of the corridor does today and would do after a project.</summary>
public static class LineStudyVerb
{
    /// <summary>The study; null with a fault when no section bears the name.</summary>
    public static LineStudy? Answer(CorridorNetwork network, string line, FaultCollector faults)
    {
        if (LineStudy.Of(network, line) is { } study) return study;
        faults.Add(PlanVerb.QuestionFile, 0, "LINE", "query:line",
            $"`{(line.Length <= 40 ? line : line[..40])}` is neither a line ({string.Join(", ",
                LineStudy.ListLines(network))}) nor a project that changes a section");
        return null;
    }
}
