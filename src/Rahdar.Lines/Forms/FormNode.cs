using System.Globalization;
using Rahdar.Network.Reading;

namespace Rahdar.Lines.Forms;

/// <summary>A value of a form together with its name, so that each getter can say what is wrong and where.</summary>
/// <param name="File">File name as given.</param>
/// <param name="Name">Such as `vehicles[2].mass`, from 1; empty for the root.</param>
/// <param name="Value">The value.</param>
/// <param name="Faults">Receives what is wrong; getters then give null and reading goes on.</param>
internal sealed record FormNode(string File, string Name, FormValue Value, FaultCollector Faults)
{
    private FormMap? Map => Value as FormMap;

    /// <summary>True when the value is a map; otherwise a fault.</summary>
    internal bool RequireMap() => Map is not null || Fault("form:type", "a map of keys and values is wanted");

    /// <summary>True when a key is there.</summary>
    internal bool Has(string key) => Map?.Entries.ContainsKey(key) == true;

    /// <summary>The value of a key; null when it is not there, with a fault when it must be.</summary>
    internal FormNode? Find(string key, bool isRequired = false)
    {
        if (Map?.Entries.TryGetValue(key, out var value) == true)
            return this with { Name = Name.Length == 0 ? key : $"{Name}.{key}", Value = value };
        if (isRequired) Faults.Add(File, Value.Line, Name.Length == 0 ? key : $"{Name}.{key}", "form:missing",
            $"`{key}` is missing");
        return null;
    }

    /// <summary>The items of a list of a key; empty when it is not there or no list.</summary>
    internal IReadOnlyList<FormNode> List(
        string key, bool isRequired, int least, int greatest, bool isUnique = false) =>
        Find(key, isRequired)?.Items(least, greatest, isUnique) ?? [];

    /// <summary>The items of this list; a fault when it is none, too short, too long, or holds one twice.</summary>
    internal IReadOnlyList<FormNode> Items(int least, int greatest, bool isUnique = false)
    {
        if (Value is not FormList list)
        {
            Fault("form:type", "a list is wanted");
            return [];
        }
        if (list.Items.Count < least) Fault("form:too-few", $"{list.Items.Count} where at least {least} are wanted");
        if (list.Items.Count > greatest)
        {
            Fault("form:too-many", $"{list.Items.Count} where at most {greatest} are read");
            return [];
        }
        List<FormNode> items =
            [.. list.Items.Select((item, i) => this with { Name = $"{Name}[{i + 1}]", Value = item })];
        if (isUnique) FaultRepeated(items);
        return items;
    }

    /// <summary>A text of a key.</summary>
    internal string? Text(string key, bool isRequired = false) => Find(key, isRequired)?.Text();

    /// <summary>This text; null with a fault when it is none.</summary>
    internal string? Text()
    {
        if (Value is FormText text && Scalars.IsText(text)) return text.Text;
        Fault("form:type", Value is FormText other
            ? $"a text is wanted; `{Scalars.Shorten(other.Text)}` needs quotes"
            : "a text is wanted");
        return null;
    }

    /// <summary>One of some words of a key.</summary>
    internal string? Word(string key, bool isRequired, params string[] words)
    {
        if (Text(key, isRequired) is not { } text) return null;
        if (words.Contains(text)) return text;
        Find(key)!.Fault("form:unknown-word", $"`{Scalars.Shorten(text)}` is not one of {string.Join(", ", words)}");
        return null;
    }

    /// <summary>A number of a key.</summary>
    internal double? Number(string key, bool isRequired = false, double? least = null, double? above = null) =>
        Find(key, isRequired)?.Number(least, above);

    /// <summary>This number; null with a fault when it is none or out of range.</summary>
    /// <param name="least">Smallest that counts.</param>
    /// <param name="above">It must be greater than this.</param>
    internal double? Number(double? least = null, double? above = null)
    {
        if (Value is not FormText text || Scalars.Number(text) is not { } number)
        {
            Fault("form:type", "a number is wanted");
            return null;
        }
        if (number >= (least ?? double.MinValue) && number > (above ?? double.MinValue)) return number;
        var wanted = above is null ? $"{least} or more" : $"more than {above}";
        Fault("form:range", $"{number.ToString(CultureInfo.InvariantCulture)} where {wanted} is wanted");
        return null;
    }

    /// <summary>Reports a fault of this value; false, so that a check can end with it.</summary>
    internal bool Fault(string code, string message)
    {
        Faults.Add(File, Value.Line, Name, code, message);
        return false;
    }

    private static void FaultRepeated(IEnumerable<FormNode> items)
    {
        var seen = new Dictionary<string, FormNode>();
        foreach (var item in items)
            if (!seen.TryAdd(item.Value.Canonical, item))
                item.Fault("form:duplicate", $"is the same as {seen[item.Value.Canonical].Name}");
    }
}
