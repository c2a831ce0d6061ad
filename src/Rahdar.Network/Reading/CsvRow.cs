using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rahdar.Quantities;

namespace Rahdar.Network.Reading;

/// <summary>One row of a table; typed getters report what is wrong and return null, so that reading goes on.</summary>
public sealed class CsvRow(
    string file, int line, Dictionary<string, int> index, string[] fields, FaultCollector faults)
{
    /// <summary>The words yes and no.</summary>
    internal static readonly IReadOnlyDictionary<string, bool> YesNo =
        new Dictionary<string, bool> { ["yes"] = true, ["no"] = false };

    private static readonly Dictionary<string, Confidence> Grades = new()
    {
        ["high"] = Confidence.High,
        ["medium"] = Confidence.Medium,
        ["low"] = Confidence.Low,
    };

    /// <summary>Line in the file on which the row begins, from 1.</summary>
    public int Line => line;

    /// <summary>Relative file name.</summary>
    public string File => file;

    /// <summary>Column names and texts of the row, in file order.</summary>
    public IEnumerable<(string Column, string Text)> Cells =>
        index.OrderBy(pair => pair.Value).Select(pair => (pair.Key, fields[pair.Value].Trim()));

    /// <summary>Text of a column, trimmed; empty when the column is not there.</summary>
    public string Text(string column) => index.TryGetValue(column, out var i) ? fields[i].Trim() : "";

    /// <summary>Text that must be there.</summary>
    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Fault(column, "value:missing", $"`{column}` is empty");
        return text;
    }

    /// <summary>A finite number within a range, or null when empty or faulty.</summary>
    public decimal? Number(string column, decimal least = decimal.MinValue, decimal greatest = decimal.MaxValue)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var value))
        {
            Fault(column, "value:not-a-number", $"`{Shorten(text)}` is not a number");
            return null;
        }
        if (value >= least && value <= greatest) return value;
        Fault(column, "value:out-of-range", $"{Shorten(text)} is outside {least} to {greatest}");
        return null;
    }

    /// <summary>A finite number that must be there; null when it is missing or faulty.</summary>
    public decimal? RequiredNumber(string column, decimal least, decimal greatest) =>
        Required(column).Length == 0 ? null : Number(column, least, greatest);

    /// <summary>A whole number that must be there; null when it is missing or faulty.</summary>
    public int? RequiredWhole(string column, int least, int greatest) =>
        Required(column).Length == 0 ? null : Whole(column, least, greatest);

    /// <summary>A whole number, or null when empty or faulty.</summary>
    public int? Whole(string column, int least = 0, int greatest = int.MaxValue)
    {
        var value = Number(column, least, greatest);
        if (value is null) return null;
        if (value == decimal.Truncate(value.Value)) return (int)value;
        Fault(column, "value:not-a-number", $"`{Shorten(Text(column))}` is not a whole number");
        return null;
    }

    /// <summary>Three columns as a triangle; filled ones stand for the empty ones; null when all are empty.</summary>
    public Triangle? Triangle(string min, string mode, string max, decimal least = 0, decimal greatest = 1e15m)
    {
        var (a, b, c) = (Number(min, least, greatest), Number(mode, least, greatest), Number(max, least, greatest));
        if ((b ?? a ?? c) is not { } middle) return null;
        var triangle = new Triangle(a ?? middle, middle, c ?? middle);
        if (triangle.IsOrdered) return triangle;
        Fault(mode, "value:triangle-order", $"{triangle} is not in the order least, likely, greatest");
        return null;
    }

    /// <summary>Two columns as a least and a greatest value; null when one is missing or faulty.</summary>
    public Triangle? Range(string least, string greatest, decimal max)
    {
        var (low, high) = (RequiredNumber(least, 0, max), RequiredNumber(greatest, 0, max));
        if (low > high) Fault(greatest, "value:triangle-order", "the greatest is less than the least");
        return low <= high ? new Triangle(low.Value, (low.Value + high.Value) / 2, high.Value) : null;
    }

    /// <summary>A date `YYYY-MM-DD`, `YYYY-MM` (first of the month) or `YYYY`; null when empty or faulty.</summary>
    public LocalDate? Date(string column) => Date(column, Text(column));

    /// <summary>A date that is part of the text of a column; faults name the column.</summary>
    internal LocalDate? Date(string column, string text)
    {
        if (text.Length == 0) return null;
        var padded = text.Length switch { 4 => text + "-01-01", 7 => text + "-01", _ => text };
        var parsed = LocalDatePattern.Iso.Parse(padded);
        if (!parsed.Success) Fault(column, "value:not-a-date", $"`{Shorten(text)}` is not a date YYYY-MM-DD");
        else if (ReadingLimits.IsYear(parsed.Value.Year)) return parsed.Value;
        else
            Fault(column, "value:out-of-range",
                $"{text} is outside {ReadingLimits.YearMin} to {ReadingLimits.YearMax}");
        return null;
    }

    /// <summary>A date that must be there; null when it is missing or faulty.</summary>
    public LocalDate? RequiredDate(string column) => Required(column).Length == 0 ? null : Date(column);

    /// <summary>One word of a closed list; a fault and the fallback when it is another.</summary>
    public T Word<T>(string column, IReadOnlyDictionary<string, T> words, T fallback)
    {
        var text = Text(column);
        if (words.TryGetValue(text, out var value)) return value;
        Fault(column, "value:unknown-word", $"`{Shorten(text)}` is not one of {string.Join(", ", words.Keys)}");
        return fallback;
    }

    /// <summary>Source, grade and dates of the row.</summary>
    public Provenance Provenance(LocalDate? date = null, LocalDate? knownFrom = null) =>
        new(Text("source") is { Length: > 0 } s ? s : "?", Grade(), date, knownFrom);

    /// <summary>A figure of the row with the id `table/row/field`; null when its columns are empty or faulty.</summary>
    public Figure? Figure(string row, string field, string unit, Triangle? value, LocalDate? date = null) =>
        value is { } v ? new Figure($"{Table}/{row}/{field}", v, unit, Provenance(date)) : null;

    /// <summary>Reports a fault of this row.</summary>
    public void Fault(string column, string code, string message) => faults.Add(file, line, column, code, message);

    /// <summary>Reports a confidence that is no grade; an empty one counts as low.</summary>
    internal void CheckGrade()
    {
        if (Text("confidence").Length > 0) Word("confidence", Grades, Confidence.Low);
    }

    /// <summary>A text as short as a message needs it.</summary>
    internal static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private string Table => file[(file.LastIndexOf('/') + 1)..].Split('.')[0];

    private Confidence Grade() => Grades.GetValueOrDefault(Text("confidence"), Confidence.Low);
}
