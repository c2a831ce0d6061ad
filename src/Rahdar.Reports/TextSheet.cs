using System.Globalization;
using Spectre.Console;

namespace Rahdar.Reports;

/// <summary>A page of text of a given width: headings, labelled lines and columns, wrapped at words.</summary>
/// <remarks>
/// Data are escaped here: rows hold brackets. Plain pages are letters and spaces only, without colour or frames.
/// </remarks>
internal sealed class TextSheet
{
    private readonly StringWriter _writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly IAnsiConsole _console;
    private readonly int _width;
    private readonly bool _isPlain;

    internal TextSheet(int width, bool isPlain)
    {
        (_width, _isPlain) = (Math.Max(width, 40), isPlain);
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_writer),
        });
        _console.Profile.Width = _width;
    }

    /// <summary>A title on the left with a remark on the right, underlined.</summary>
    internal TextSheet Title(string left, string right = "")
    {
        Columns([(left, true), (right, false)], [right.Length == 0 ? 0 : Math.Max(20, _width - right.Length - 1), 0]);
        _writer.WriteLine(new string('-', _width));
        return this;
    }

    /// <summary>A heading above a group of lines, with an empty line before it.</summary>
    internal TextSheet Heading(string text)
    {
        _writer.WriteLine();
        Columns([(text, true)], [0]);
        return this;
    }

    /// <summary>A wrapped line of text, indented.</summary>
    internal TextSheet Line(string text, int indent = 0)
    {
        if (indent == 0) Columns([(text, false)], [0]);
        else Columns([("", false), (text, false)], [indent - 1, 0]);
        return this;
    }

    /// <summary>A label and a text that wraps beside it.</summary>
    internal TextSheet Labelled(string label, string text, int labelWidth = 12, int indent = 0)
    {
        if (label.Length >= labelWidth) (label, text) = ("", $"{label}: {text}");
        if (indent == 0) Columns([(label, false), (text, false)], [labelWidth - 1, 0]);
        else Columns([("", false), (label, false), (text, false)], [indent - 1, labelWidth - 1, 0]);
        return this;
    }

    /// <summary>Rows in columns of given widths; a width of 0 takes what is left. Right-aligned where told.</summary>
    internal TextSheet Rows(
        IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<string>> rows, int indent = 2, params int[] right)
    {
        var grid = NewGrid([indent - 1, .. widths], [.. right.Select(r => r + 1)]);
        foreach (var row in rows) grid.AddRow([new Text(""), .. row.Select(cell => new Text(cell))]);
        _console.Write(grid);
        return this;
    }

    /// <summary>The page, without blanks at the ends of lines.</summary>
    internal string Finish() =>
        string.Join('\n', _writer.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n') + "\n";

    private void Columns(IReadOnlyList<(string Text, bool IsStrong)> cells, IReadOnlyList<int> widths)
    {
        var grid = NewGrid([.. widths.Take(cells.Count)], []);
        grid.AddRow([.. cells.Select(c => c.IsStrong && !_isPlain
            ? (Spectre.Console.Rendering.IRenderable)new Markup($"[bold]{Markup.Escape(c.Text)}[/]")
            : new Text(c.Text))]);
        _console.Write(grid);
    }

    private Grid NewGrid(IReadOnlyList<int> widths, IReadOnlyList<int> right)
    {
        var left = _width - widths.Sum() - (widths.Count - 1);
        var grid = new Grid { Expand = false };
        for (var i = 0; i < widths.Count; i++)
        {
            var column = new GridColumn
            {
                Width = widths[i] == 0 ? Math.Max(10, left / widths.Count(w => w == 0)) : widths[i],
                Padding = new Padding(0, 0, i == widths.Count - 1 ? 0 : 1, 0),
            };
            grid.AddColumn(right.Contains(i) ? column.RightAligned() : column);
        }
        return grid;
    }
}
