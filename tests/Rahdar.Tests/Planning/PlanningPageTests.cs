using Rahdar.Tests.House;

namespace Rahdar.Tests.Planning;

/// <summary>Goal: the worked example of docs/planning.md is true. Method: its drawing is asked, its answer
/// compared.</summary>
public sealed class PlanningPageTests
{
    private static readonly string Page = Checkout.ReadText("docs/planning.md").ReplaceLineEndings("\n");

    [Fact]
    public void The_worked_example_of_the_page_is_what_the_planner_answers()
    {
        Assert.Equal(Block("answer"), SpecAnswer.Of(SpecAnswer.Basics + Block("drawing")));
    }

    private static string Block(string name)
    {
        var begin = Page.IndexOf($"```{name}\n", StringComparison.Ordinal) + name.Length + 4;
        return Page[begin..Page.IndexOf("\n```", begin, StringComparison.Ordinal)];
    }
}
