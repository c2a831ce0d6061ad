using System.Xml.Linq;

namespace Rahdar.Tests.House;

/// <summary>Goal: the rooms keep their one-way line, from words to hosts. Method: the project references of every
/// src/*/*.csproj are read from the file and compared with the list below, which is the one in
/// docs/decisions/0001-one-line-of-rooms.md. A new room or edge needs a line here and a decision.</summary>
public sealed class EdgeListTests
{
    /// <summary>Rooms that think, in the order of the line.</summary>
    private static readonly string[] Thinking =
    [
        "Rahdar.Quantities", "Rahdar.Network", "Rahdar.Movements", "Rahdar.Planning", "Rahdar.Indicators",
        "Rahdar.Lines", "Rahdar.Simulation",
    ];

    /// <summary>For each room, the rooms it may refer to; in the order of the line.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rahdar.Quantities"] = [],
        ["Rahdar.Network"] = ["Rahdar.Quantities"],
        ["Rahdar.Movements"] = ["Rahdar.Quantities", "Rahdar.Network"],
        ["Rahdar.Planning"] = ["Rahdar.Quantities", "Rahdar.Network"],
        ["Rahdar.Indicators"] = ["Rahdar.Quantities", "Rahdar.Network", "Rahdar.Movements"],
        ["Rahdar.Lines"] = ["Rahdar.Quantities", "Rahdar.Network"],
        ["Rahdar.Simulation"] = ["Rahdar.Quantities", "Rahdar.Network", "Rahdar.Movements", "Rahdar.Planning"],
        ["Rahdar.Reports"] = Thinking,
        ["Rahdar.Tower"] = [.. Thinking, "Rahdar.Reports"],
        ["Rahdar.Conformance"] = [.. Thinking, "Rahdar.Reports", "Rahdar.Tower"],
        ["Rahdar.Server"] = [.. Thinking, "Rahdar.Reports", "Rahdar.Tower"],
        ["Rahdar.Cli"] =
            [.. Thinking, "Rahdar.Reports", "Rahdar.Tower", "Rahdar.Conformance", "Rahdar.Server"],
    };

    /// <summary>Rooms the benchmarks may refer to. They stand beside the line: no room refers to them.</summary>
    private static readonly string[] AllowedToBenchmarks = ["Rahdar.Network", "Rahdar.Planning", "Rahdar.Simulation",
        "Rahdar.Tower"];

    public static TheoryData<string> Rooms => [.. Checkout.ListFiles("src", ".csproj")];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_refers_only_to_rooms_the_list_allows(string project)
    {
        var room = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.TryGetValue(room, out var allowed), $"{room} is not in the edge list");

        var forbidden = ListReferences(project).Except(allowed!).ToList();
        Assert.True(
            forbidden.Count == 0,
            $"{room} refers to {string.Join(", ", forbidden)}; allowed: {string.Join(", ", allowed!)}");
    }

    [Fact]
    public void Benchmarks_refer_only_to_what_they_measure() =>
        Assert.Empty(ListReferences("benchmarks/Rahdar.Benchmarks/Rahdar.Benchmarks.csproj")
            .Except(AllowedToBenchmarks));

    [Fact]
    public void Every_room_of_the_list_exists_and_is_part_of_the_solution()
    {
        var solution = Checkout.ReadText("Rahdar.slnx");
        var missing = Allowed.Keys.Select(r => $"src/{r}/{r}.csproj").Except(Checkout.ListFiles("src", ".csproj"));
        Assert.Empty(missing);
        Assert.All(Allowed.Keys, r => Assert.Contains($"\"src/{r}/{r}.csproj\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void List_runs_one_way()
    {
        var before = new HashSet<string>();
        foreach (var (room, allowed) in Allowed)
        {
            Assert.All(allowed, r => Assert.True(before.Contains(r), $"{room} -> {r} runs against the line"));
            before.Add(room);
        }
    }

    private static IEnumerable<string> ListReferences(string project) =>
        XDocument.Parse(Checkout.ReadText(project))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
}
