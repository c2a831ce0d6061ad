using System.Text.RegularExpressions;

namespace Rahdar.Tests.House;

/// <summary>Goal: what a reviewer would tire of saying is said by the build. Method: the files of the checkout are
/// read as text, each rule lists every place that breaks it as file:line, and the list must be empty.</summary>
public sealed partial class TidyTests
{
    private const int WidthMax = 120;
    private const int LinesMax = 500;
    private const int ReadmeLinesMax = 40;

    /// <summary>Received with "mode" twice: of transport, and the most likely value of the triangle.</summary>
    private const string TableWithTwoModes = "data/corridor/facts/tariffs.csv";

    private static readonly string[] RootFolders =
        [".ci", "artifacts", "benchmarks", "data", "docs", "src", "tests", "web"];

    private static readonly string[] RootFiles =
    [
        ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "BannedSymbols.txt", "CHANGELOG.md",
        "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md", "Rahdar.slnx",
        "bench", "global.json", "rahdar", "test",
    ];

    private static readonly string[] TextExtensions =
    [
        "", ".cs", ".csproj", ".css", ".csv", ".editorconfig", ".geojson", ".gitattributes", ".gitignore", ".html",
        ".js", ".json", ".md", ".props", ".scenario", ".sh", ".slnx", ".svelte", ".svg", ".targets", ".ts", ".txt",
        ".xml", ".yaml", ".yml",
    ];

    private static IEnumerable<string> SourceFiles =>
        Checkout.ListFiles("src", ".cs").Concat(Checkout.ListFiles("tests", ".cs"))
            .Concat(Checkout.ListFiles("benchmarks", ".cs"));

    [Fact]
    public void There_is_code_to_check() => Assert.NotEmpty(Checkout.ListFiles("src", ".cs"));

    [Fact]
    public void Lines_are_at_most_120_wide() => Expect(FindLines(SourceFiles, line => line.Length > WidthMax));

    [Fact]
    public void Lines_hold_no_tab_trailing_space_or_carriage_return() =>
        Expect(FindLines(SourceFiles, line => line.Contains('\t') || line.EndsWith(' ') || line.EndsWith('\r')));

    [Fact]
    public void Files_are_at_most_500_lines_long() =>
        Expect(SourceFiles.Where(f => Checkout.ReadLines(f).Length > LinesMax));

    [Fact]
    public void There_are_no_regions() =>
        Expect(FindLines(SourceFiles, line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)));

    [Fact]
    public void Notes_of_work_to_do_name_an_issue() => Expect(FindLines(SourceFiles, BareTodo().IsMatch));

    [Fact]
    public void Type_names_carry_no_empty_words() => Expect(FindLines(SourceFiles, HasEmptyTypeName));

    [Theory]
    [InlineData("public sealed class YardManager", true)]
    [InlineData("internal readonly record struct BorderInfo(int Id);", true)]
    [InlineData("public abstract class BaseReader", true)]
    [InlineData("public static class Basel", false)]
    [InlineData("public sealed record Information(string Text);", false)]
    [InlineData("// the class of a wagon", false)]
    public void Rule_on_type_names_means_what_it_says(string line, bool isBad) =>
        Assert.Equal(isBad, HasEmptyTypeName(line));

    [Theory]
    [InlineData("// TO" + "DO: later", true)]
    [InlineData("// TODO(#12): the yard of Zahedan works at night", false)]
    [InlineData("// TODO #12 the yard of Zahedan works at night", false)]
    public void Rule_on_work_to_do_means_what_it_says(string line, bool isBad) =>
        Assert.Equal(isBad, BareTodo().IsMatch(line));

    [Fact]
    public void Every_room_has_a_readme_of_at_most_40_lines()
    {
        var rooms = Checkout.ListFiles("src", ".csproj").Select(p => p[..p.LastIndexOf('/')] + "/README.md").ToList();
        var files = Checkout.ListFiles("src").ToHashSet();
        Expect(rooms.Where(r => !files.Contains(r) || Checkout.ReadLines(r).Length > ReadmeLinesMax));
    }

    [Fact]
    public void Root_holds_only_what_belongs_there()
    {
        var root = new DirectoryInfo(Checkout.Root);
        var files = root.EnumerateFiles().Select(f => f.Name).Where(n => n != ".git").Except(RootFiles);
        var folders = root.EnumerateDirectories().Select(d => d.Name)
            .Except([".git", ".vs", ".idea", ".vscode"]).Except(RootFolders);
        Expect(files.Concat(folders.Select(f => f + "/")));
    }

    [Fact]
    public void No_file_names_a_machine_or_a_package_host()
    {
        // The words are put together here, or this file would be the first to break the rule.
        var hosts = new[] { "nuget" + ".org", "npm" + "js", "pypi" + ".org" };
        var homes = new Regex(@"(?<![\w.~})])/(work|home|root|Users)" + @"/\w");
        Expect(FindLines(
            Checkout.ListFiles().Where(f => TextExtensions.Contains(Path.GetExtension(f))),
            line => hosts.Any(h => line.Contains(h, StringComparison.OrdinalIgnoreCase)) || homes.IsMatch(line)));
    }

    [Fact]
    public void Corridor_tables_have_a_header_and_plain_line_ends()
    {
        var tables = Checkout.ListFiles("data/corridor", ".csv").ToList();
        Assert.NotEmpty(tables);
        Expect(tables.Where(t => !IsPlainTable(t, Checkout.ReadText(t))));
    }

    [Fact]
    public void Changelog_uses_its_five_headings()
    {
        var headings = Checkout.ReadLines("CHANGELOG.md").Where(l => l.StartsWith("### ", StringComparison.Ordinal));
        Expect(headings.Except(["### Added", "### Changed", "### Fixed", "### Data", "### Measured"]));
    }

    private static bool IsPlainTable(string file, string text)
    {
        var header = text.Split('\n')[0].Split(',');
        return !text.Contains('\r') && text[0] != '\uFEFF'
            && header.All(c => ColumnName().IsMatch(c))
            && (file == TableWithTwoModes || header.Distinct().Count() == header.Length);
    }

    private static bool HasEmptyTypeName(string line) =>
        TypeName().Match(line) is { Success: true } match && EmptyWord().IsMatch(match.Groups["name"].Value);

    private static IEnumerable<string> FindLines(IEnumerable<string> files, Func<string, bool> isBad) =>
        from file in files
        from line in Checkout.ReadLines(file).Select((text, index) => (text, number: index + 1))
        where isBad(line.text)
        select $"{file}:{line.number}";

    private static void Expect(IEnumerable<string> offenders)
    {
        var list = offenders.ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:\n{string.Join('\n', list.Take(50))}");
    }

    [GeneratedRegex(@"\bTODO\b(?!\W{0,2}#\d+)")]
    private static partial Regex BareTodo();

    [GeneratedRegex(@"^\s*(?:\w+\s+)*(?:class|struct|record|interface|enum)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?:Manager|Utils?|Processor|Helpers?|Info|Dto)$|^Base[A-Z]")]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*$")]
    private static partial Regex ColumnName();
}
