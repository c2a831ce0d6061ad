using System.Reflection;
using System.Text.RegularExpressions;
using Rahdar.Movements;
using Rahdar.Quantities;
using Rahdar.Tests.House;

namespace Rahdar.Tests.Movements;

/// <summary>Goal: names that files and programs rely on do not change by accident. Method: the whole list stands here,
/// and is compared with the code and with the page.</summary>
public sealed partial class MovementNamesTests
{
    private const string Page = "docs/formats/movements.md";

    [Fact]
    public void Names_of_movements_are_these() => Assert.Equal(
        "departed arrived queued began ended loaded unloaded delivered", Joined(MovementNames.Movements));

    [Fact]
    public void Names_of_activities_are_these() => Assert.Equal(
        "border-out border-in papers customs sanitary weighing inspection checkpoint gauge-change handling storage "
        + "boarding passage making-up splitting escort repair", Joined(MovementNames.Activities));

    [Fact]
    public void Names_of_units_and_modes_are_these()
    {
        Assert.Equal("container wagon train truck vessel", Joined(MovementNames.Kinds));
        Assert.Equal("rail road sea ro-ro air", Joined(MovementNames.Modes));
    }

    [Fact]
    public void Codes_of_contradictions_are_these() => Assert.Equal(
        [
            "timeline:after-delivery", "timeline:begun-twice", "timeline:in-two-places", "timeline:not-arrived",
            "timeline:not-begun", "timeline:not-departed", "timeline:not-ended", "timeline:not-loaded",
            "timeline:still-loaded",
        ],
        Codes());

    [Fact]
    public void Every_value_has_one_name()
    {
        Assert.Equal(Enum.GetValues<Activity>(), MovementNames.Activities.Values);
        Assert.Equal(Enum.GetValues<UnitKind>(), MovementNames.Kinds.Values);
        Assert.Equal(Enum.GetValues<Mode>(), MovementNames.Modes.Values);
        Assert.All(MovementNames.Activities, a => Assert.Equal(a.Key, MovementNames.Of(a.Value)));
    }

    [Fact]
    public void Family_of_movements_is_closed_and_each_has_a_name()
    {
        var family = typeof(Movement).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Movement))).ToList();
        Assert.All(family, t => Assert.True(t.IsSealed, t.Name));
        Assert.Equal(family.Select(t => t.Name).Order(), MovementNames.Movements.Values.Select(t => t.Name).Order());
        Assert.All(
            typeof(Movement).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Where(c => c.GetParameters().Length != 1),
            c => Assert.True(c.IsFamilyAndAssembly));
    }

    [Fact]
    public void Page_lists_the_names_columns_codes_and_limits_of_the_source()
    {
        var page = Checkout.ReadText(Page);
        Assert.Contains(MovementRow.Header, page, StringComparison.Ordinal);
        Assert.Equal(MovementNames.Movements.Keys, Section(page, "Movements"));
        Assert.Equal(MovementNames.Activities.Keys, Section(page, "Activities"));
        Assert.Equal(Codes(), Section(page, "Contradictions"));
        Assert.Equal(
            typeof(Limits).GetFields().Select(f => $"{f.Name} {f.GetRawConstantValue()}"),
            Limit().Matches(page).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value}"));
    }

    [Fact]
    public void Page_lists_the_faults_that_only_movements_have()
    {
        var ofNetwork = Section("## Codes\n" + Checkout.ReadText("docs/formats/faults.md"), "Codes");
        var inSource = CodeLiteral().Matches(Checkout.ReadText("src/Rahdar.Movements/MovementReader.cs"))
            .Select(m => m.Groups[1].Value).Distinct().Except(ofNetwork).Order(StringComparer.Ordinal);
        Assert.Equal(inSource, Section(Checkout.ReadText(Page), "Faults"));
    }

    private static string Joined<T>(IReadOnlyDictionary<string, T> names) => string.Join(' ', names.Keys);

    private static IEnumerable<string> Codes() => typeof(Contradiction)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)
        .Order(StringComparer.Ordinal);

    // First cells of the table under a heading.
    private static IEnumerable<string> Section(string page, string heading) =>
        FirstCell().Matches(page.Split($"## {heading}\n")[1].Split("\n## ")[0]).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"^\| `([a-z:-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex(@"^\| `(\w+Max)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Limit();

    [GeneratedRegex("\"([a-z]+:[a-z][a-z-]*)\"")]
    private static partial Regex CodeLiteral();
}
