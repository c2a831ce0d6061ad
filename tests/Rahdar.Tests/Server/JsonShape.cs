using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rahdar.Tests.Server;

/// <summary>What several JSON values have in common, as a JSON Schema; and whether a value is of a schema.</summary>
internal sealed class JsonShape
{
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, JsonShape> _members = [];
    private readonly Dictionary<string, int> _seen = [];
    private JsonShape? _items;
    private int _objects;

    /// <summary>Takes a value into account.</summary>
    internal JsonShape Add(JsonElement value)
    {
        _types.Add(TypeOf(value));
        if (value.ValueKind == JsonValueKind.Object)
        {
            _objects++;
            foreach (var member in value.EnumerateObject())
            {
                if (!_members.TryGetValue(member.Name, out var shape))
                {
                    _members[member.Name] = shape = new JsonShape();
                    _order.Add(member.Name);
                }
                _seen[member.Name] = _seen.GetValueOrDefault(member.Name) + 1;
                shape.Add(member.Value);
            }
        }
        if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray())
                (_items ??= new JsonShape()).Add(item);
        return this;
    }

    /// <summary>The schema: a member is required that every object had.</summary>
    internal JsonObject Schema()
    {
        if (_types.Contains("number")) _types.Remove("integer");
        var schema = new JsonObject
        {
            ["type"] = _types.Count == 1 ? _types.Single()
                : new JsonArray([.. _types.Select(t => (JsonNode)JsonValue.Create(t))]),
        };
        if (_types.Contains("object"))
        {
            schema["required"] = new JsonArray(
                [.. _order.Where(m => _seen[m] == _objects).Select(m => (JsonNode)JsonValue.Create(m))]);
            var members = new JsonObject();
            foreach (var member in _order.Order(StringComparer.Ordinal)) members[member] = _members[member].Schema();
            schema["properties"] = members;
        }
        if (_types.Contains("array")) schema["items"] = _items?.Schema() ?? [];
        return schema;
    }

    /// <summary>Where a value is not of a schema; a member that the schema does not name counts.</summary>
    internal static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path = "$")
    {
        if (schema.TryGetProperty("type", out var type))
        {
            var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!)
                : [type.GetString()!];
            var kind = TypeOf(value);
            if (!types.Any(t => t == kind || t == "number" && kind == "integer"))
            {
                yield return $"{path} is {kind}";
                yield break;
            }
        }
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var members))
        {
            foreach (var name in schema.GetProperty("required").EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) yield return $"{path} lacks {name}";
            foreach (var member in value.EnumerateObject())
                if (!members.TryGetProperty(member.Name, out var its)) yield return $"{path} has {member.Name}";
                else
                    foreach (var fault in Faults(member.Value, its, $"{path}.{member.Name}"))
                        yield return fault;
        }
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var item in value.EnumerateArray())
                foreach (var fault in Faults(item, items, path + "[]"))
                    yield return fault;
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
