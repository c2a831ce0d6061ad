using Rahdar.Network.Reading;
using Rahdar.Planning;
using Rahdar.Reports.Pages;

namespace Rahdar.Tower;

/// <summary>Use case: the answer to a question about a way, as a page and a picture.</summary>
public static class PlanPictures
{
    /// <summary>Writes what was asked for.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="request">Page and picture; nothing is written when neither is asked for.</param>
    /// <param name="number">Plan shown, number of the list from 1; null takes the one of best value.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The files written; none with a fault.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(
        PlanAnswer answer, PictureRequest request, int? number, FaultCollector faults)
    {
        if (number is { } n && !request.IsAsked)
            faults.Add(PlanVerb.QuestionFile, 0, "--plan", "query:plan",
                $"{n}: a page or picture shows it: give --html FILE or --svg FILE too");
        else if (number is { } shown && answer.Outcome is PlanOutcome.Found
            && (shown < 1 || shown > answer.Shown.Count))
            faults.Add(PlanVerb.QuestionFile, 0, "--plan", "query:plan",
                $"{shown} is not a plan of the list: 1 to {answer.Shown.Count}");
        if (!request.IsAsked || !faults.IsClean) return [];
        return PictureFiles.Write(PlanPage.Of(PictureFiles.SpeechOf(request), answer, number), request, faults);
    }
}
