using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Network;
using Rahdar.Network.Reading;
using Rahdar.Reports.Pages;
using Rahdar.Reports.Words;
using Rahdar.Tower;

namespace Rahdar.Server.Asking;

/// <summary>A question as it was asked: its values, where its faults go, and who listens.</summary>
/// <param name="corridor">What it is asked of.</param>
/// <param name="values">Values by parameter, in the order given.</param>
/// <param name="faults">Receives what is wrong.</param>
/// <param name="step">Told what is being worked on; it may throw to stop the work between two steps.</param>
/// <param name="cancel">Stops the work.</param>
internal sealed class Asked(
    HeldCorridor corridor, IReadOnlyDictionary<string, IReadOnlyList<string>> values, FaultCollector faults,
    Action<string> step, CancellationToken cancel)
{
    internal HeldCorridor Corridor => corridor;

    internal CorridorNetwork Network => corridor.Network;

    internal FaultCollector Faults => faults;

    internal Action<string> Step => step;

    internal CancellationToken Cancel => cancel;

    /// <summary>Set by a question whose answer can be drawn: its page in a language.</summary>
    internal Func<Speech, StoryPage>? Page { get; set; }

    /// <summary>Set by a question whose answer is a table too: its CSV.</summary>
    internal string? Csv { get; set; }

    /// <summary>The value of a parameter; null when it was left out.</summary>
    internal string? Text(string name) => values.GetValueOrDefault(name) is [var first, ..] ? first : null;

    /// <summary>The value of a parameter that was checked to be there.</summary>
    internal string Required(string name) => Text(name) ?? "";

    internal IReadOnlyList<string> Texts(string name) => values.GetValueOrDefault(name, []);

    internal bool Flag(string name) => Text(name) == "true";

    /// <summary>A whole number; the default where it was left out or cannot be read, which is then a fault.</summary>
    internal int Whole(string name, int value) => (int)Long(name, value, int.MinValue, int.MaxValue);

    internal long Long(string name, long value, long least = long.MinValue, long most = long.MaxValue)
    {
        if (Text(name) is not { } text) return value;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most) return number;
        Fault(name, "request:not-a-number", $"`{text}` is not a whole number");
        return value;
    }

    /// <summary>A day; today where it was left out.</summary>
    internal LocalDate Day(string name)
    {
        if (Text(name) is not { } text) return corridor.Today;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day) return day.Value;
        Fault(name, "query:date", $"`{text}` is not a date 2025-06-11");
        return corridor.Today;
    }

    /// <summary>A scenario as Tower takes it: the file of a shipped one, or its text. A file of the user is never
    /// opened: a name that is not shipped is a fault.</summary>
    internal string? Scenario(string name) => Text(name) is { Length: > 0 } given ? Scenario(name, given) : null;

    /// <summary>Scenarios in the order given; one that is not known is a fault and left out.</summary>
    internal IReadOnlyList<string> Scenarios(string name) =>
        [.. Texts(name).Where(t => t.Length > 0).Select(t => Scenario(name, t)).OfType<string>()];

    internal void Fault(string name, string code, string message) =>
        faults.Add(PlanVerb.QuestionFile, 0, "--" + name, code, message);

    private string? Scenario(string name, string given)
    {
        if (CorridorStore.IsScenarioText(given)) return given;
        if (CorridorStore.FindScenarioFile(given) is { } file) return file;
        Fault(name, "scenario:missing-file",
            $"`{given}` is no shipped scenario; shipped are {string.Join(", ", CorridorStore.ListScenarios())}");
        return null;
    }
}
