using System.Text;

namespace Rahdar.Reports;

/// <summary>A page of Markdown that reads well as plain text too: wrapped paragraphs, tables in aligned
/// columns.</summary>
internal sealed class MarkdownSheet
{
    private const int WidthMax = 118;
    private readonly StringBuilder _text = new();

    internal MarkdownSheet Heading(int level, string text)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append('#', level).Append(' ').Append(text).Append('\n');
        return this;
    }

    internal MarkdownSheet Paragraph(string text)
    {
        _text.Append('\n');
        Wrap(text, "", "");
        return this;
    }

    internal MarkdownSheet Items(IEnumerable<string> items)
    {
        _text.Append('\n');
        foreach (var item in items) Wrap(item, "- ", "  ");
        return this;
    }

    /// <summary>A table; columns of numbers are aligned to the right. No rows, no table.</summary>
    /// <param name="heads">Headings, with units.</param>
    /// <param name="rows">Cells.</param>
    /// <param name="words">Number of columns at the left that hold words.</param>
    internal MarkdownSheet Table(
        IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, int words = 1)
    {
        if (rows.Count == 0) return this;
        var widths = heads.Select((h, i) => Math.Max(Math.Max(3, h.Length), rows.Max(r => r[i].Length))).ToList();
        _text.Append('\n');
        Row(heads, widths, words);
        Row([.. widths.Select((w, i) => i < words ? new string('-', w) : new string('-', w - 1) + ":")], widths, words);
        foreach (var row in rows) Row(row, widths, words);
        return this;
    }

    internal string Finish() => _text.ToString();

    private void Row(IReadOnlyList<string> cells, List<int> widths, int words)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = i < words ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i]);
            _text.Append("| ").Append(cell).Append(' ');
        }
        _text.Append("|\n");
    }

    private void Wrap(string text, string first, string next)
    {
        var line = new StringBuilder(first);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > first.Length && line.Length + word.Length >= WidthMax)
            {
                _text.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(next);
            }
            line.Append(word).Append(' ');
        }
        _text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
