using Rahdar.Network.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rahdar.Lines.Forms;

/// <summary>Reads YAML to a tree whose values know their lines; JSON is YAML too.</summary>
/// <remarks>
/// One document a file. Aliases are refused: the forms do not need them, and with them a small file can stand for an
/// endless one. So is a key that stands twice: which of the two counts differs between readers.
/// </remarks>
internal sealed class FormTree
{
    private readonly string _file;
    private readonly FaultCollector _faults;
    private readonly Parser _parser;
    private int _values;

    private FormTree(string file, string text, FaultCollector faults)
    {
        (_file, _faults) = (file, faults);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of the document; null with a fault when it cannot be read.</summary>
    internal static FormValue? Read(string file, string text, FaultCollector faults)
    {
        if (text.Length > Limits.TextMax)
        {
            faults.Add(file, 0, "", "yaml:too-long", $"a form has at most {Limits.TextMax} characters");
            return null;
        }
        try
        {
            return new FormTree(file, text, faults).Document();
        }
        catch (YamlException e)
        {
            faults.Add(file, (int)e.Start.Line, "", "yaml:unreadable", "the file is not YAML here: "
                + Scalars.Shorten(e.InnerException?.Message ?? e.Message));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The package says this, without a place, of some texts that end inside a list or a map.
            faults.Add(file, 0, "", "yaml:unreadable", "the file is not YAML");
            return null;
        }
    }

    private FormValue? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _faults.Add(_file, 0, "", "yaml:empty", "the file holds no document");
            return null;
        }
        _parser.Consume<DocumentStart>();
        var root = Value(0);
        if (root is null) return null;
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<DocumentStart>(out var second)) return root;
        return Refuse(second.Start, "yaml:second-document", "a form is one document");
    }

    private FormValue? Value(int depth)
    {
        if (depth > Limits.DepthMax)
            return Refuse(_parser.Current!.Start, "yaml:too-deep", $"a form is at most {Limits.DepthMax} levels deep");
        if (++_values > Limits.ValuesMax)
            return Refuse(_parser.Current!.Start, "yaml:too-long", $"a form has at most {Limits.ValuesMax} values");
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new FormText((int)scalar.Start.Line, scalar.Value, scalar.Style != ScalarStyle.Plain);
        if (_parser.TryConsume<SequenceStart>(out var list)) return List(list, depth);
        return _parser.TryConsume<MappingStart>(out var map)
            ? Map(map, depth)
            : Refuse(_parser.Current!.Start, "yaml:alias", "a value that repeats another by an alias is not read");
    }

    private FormList? List(SequenceStart start, int depth)
    {
        var items = new List<FormValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Value(depth + 1) is not { } item) return null;
            items.Add(item);
        }
        return new FormList((int)start.Start.Line, items);
    }

    private FormMap? Map(MappingStart start, int depth)
    {
        var entries = new Dictionary<string, FormValue>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                Refuse(_parser.Current!.Start, "yaml:bad-key", "a key is one word");
                return null;
            }
            if (Value(depth + 1) is not { } value) return null;
            if (!entries.TryAdd(key.Value, value))
                Refuse(key.Start, "yaml:key-twice", $"`{Scalars.Shorten(key.Value)}` stands twice");
        }
        return new FormMap((int)start.Start.Line, entries);
    }

    private FormValue? Refuse(Mark mark, string code, string message)
    {
        _faults.Add(_file, (int)mark.Line, "", code, message);
        return null;
    }
}
