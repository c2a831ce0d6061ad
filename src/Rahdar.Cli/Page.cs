using System.CommandLine;
using Rahdar.Network.Reading;
using Rahdar.Reports;
using Rahdar.Tower;

namespace Rahdar.Cli;

/// <summary>Where answers go: how wide, how plain, and with which exit code.</summary>
/// <param name="width">Columns of the page.</param>
/// <param name="isPlain">True for no colour.</param>
internal sealed class Page(int width, bool isPlain)
{
    internal const int Found = 0;
    internal const int Failure = 1;
    internal const int BadInput = 2;
    internal const int NoPlan = 3;

    internal int Width => width;

    internal bool IsPlain => isPlain;

    /// <summary>How long work says on stderr what it is at.</summary>
    internal ProgressKind Progress { get; init; }

    internal static int Print((string Text, int ExitCode) answer)
    {
        Console.Out.Write(answer.Text);
        return answer.ExitCode;
    }

    /// <summary>Reads the corridor, asks it and prints the answer, or every fault; the answer is the exit
    /// code.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="json">Whether JSON is wanted.</param>
    /// <param name="data">Folder of another corridor.</param>
    /// <param name="verb">The question.</param>
    internal int Answer<TAnswer>(
        ParseResult parsed, Option<bool> json, Option<string?> data, Verb<TAnswer> verb)
        where TAnswer : class
    {
        var isJson = parsed.GetValue(json);
        var outcome = CorridorStore.Read(parsed.GetValue(data));
        if (outcome.Network is null) return Faults(outcome.Faults, isJson);
        var faults = new FaultCollector();
        TAnswer? answer;
        using (var progress = new Progress(this)) answer = verb.Ask(outcome.Network, faults, progress.Step);
        if (answer is null) return Faults(faults.Faults, isJson);
        Console.Out.Write(isJson ? verb.Json(answer) : verb.Text(answer, width, isPlain));
        return verb.IsFound(answer) ? Found : NoPlan;
    }

    internal int Fault(string option, string code, string message, bool isJson = false) =>
        Faults([new InputFault(PlanVerb.QuestionFile, 0, option, code, message)], isJson);

    internal int Faults(IReadOnlyList<InputFault> faults, bool isJson)
    {
        if (isJson) Console.Out.Write(PlanJson.Faults(faults));
        else Console.Error.Write(NetworkText.Faults(faults, width, isPlain));
        return BadInput;
    }
}
