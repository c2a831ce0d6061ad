using System.Text.Json;
using Rahdar.Network.Reading;

namespace Rahdar.Lines.Capacity;

/// <summary>The input of one case; getters say what is missing and read on.</summary>
/// <param name="file">For faults.</param>
/// <param name="row">Number of the case, from 1.</param>
/// <param name="input">The object `input`.</param>
/// <param name="faults">Receives what is wrong.</param>
internal sealed class CaseInput(string file, int row, JsonElement input, FaultCollector faults)
{
    /// <summary>True until something was wrong.</summary>
    internal bool IsSound { get; private set; } = true;

    /// <summary>A number within a range; the least value, or 1, with a fault when it is none.</summary>
    internal double Number(string name, double least = double.MinValue, bool isAbove = false)
    {
        var fallback = Math.Max(1, least);
        if (!input.TryGetProperty(name, out var value))
            return Fault(name, "form:missing", $"`{name}` is missing", fallback);
        if (value.ValueKind != JsonValueKind.Number || !double.IsFinite(value.GetDouble()))
            return Fault(name, "form:type", "a number is wanted", fallback);
        var number = value.GetDouble();
        if (Math.Abs(number) > 1e9) return Fault(name, "form:range", "beyond 1,000,000,000", fallback);
        return number > least || number == least && !isAbove
            ? number
            : Fault(name, "form:range", $"{number} where {(isAbove ? "more than " : "")}{least} "
                + $"{(isAbove ? "" : "or more ")}is wanted", fallback);
    }

    /// <summary>A number, or another when it is not there.</summary>
    internal double Number(string name, double least, double otherwise, bool isAbove) =>
        input.TryGetProperty(name, out _) ? Number(name, least, isAbove) : otherwise;

    /// <summary>A share from 0 to 1.</summary>
    internal double Share(string name)
    {
        var number = Number(name, 0);
        return number <= 1 ? number : Fault(name, "form:range", $"{number} where a share 0 to 1 is wanted", 1);
    }

    /// <summary>A truth value; false when it is not there.</summary>
    internal bool Flag(string name)
    {
        if (!input.TryGetProperty(name, out var value)) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Fault(name, "form:type", "true or false is wanted", 0);
        return false;
    }

    /// <summary>A text; empty with a fault when it is none.</summary>
    internal string Text(string name)
    {
        if (input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        Fault(name, "form:missing", $"`{name}` is missing or no text", 0);
        return "";
    }

    /// <summary>Trains of a timetable, each a map from block section to begin and end.</summary>
    internal IReadOnlyList<BlockingStairs> Trains(string name)
    {
        var list = new List<BlockingStairs>();
        if (!input.TryGetProperty(name, out var trains) || trains.ValueKind != JsonValueKind.Array
            || trains.GetArrayLength() is 0 or > Limits.CompressedTrainsMax)
        {
            Fault(name, "form:type", $"a list of 1 to {Limits.CompressedTrainsMax} trains is wanted", 0);
            return list;
        }
        foreach (var train in trains.EnumerateArray())
        {
            var field = $"{name}[{list.Count + 1}]";
            var blocks = new Dictionary<string, (double, double)>();
            if (train.ValueKind == JsonValueKind.Object)
                foreach (var block in train.EnumerateObject())
                    if (Span(block.Value) is { } span) blocks[block.Name] = span;
                    else Fault($"{field}.{block.Name}", "form:type", "begin and end in minutes are wanted", 0);
            if (blocks.Count == 0) Fault(field, "form:type", "a map of block sections is wanted", 0);
            list.Add(new BlockingStairs(blocks));
        }
        return list;
    }

    /// <summary>Reports what is wrong and gives a value to go on with.</summary>
    internal double Fault(string field, string code, string message, double fallback)
    {
        IsSound = false;
        faults.Add(file, row, field.Length == 0 ? "input" : $"input.{field}", code, message);
        return fallback;
    }

    private static (double, double)? Span(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2
            || value.EnumerateArray().Any(v => v.ValueKind != JsonValueKind.Number))
            return null;
        var (from, to) = (value[0].GetDouble(), value[1].GetDouble());
        return Math.Abs(from) <= 1e9 && Math.Abs(to) <= 1e9 && from <= to ? (from, to) : null;
    }
}
