using System.Text;

namespace Rahdar.Reports.Words;

/// <summary>The words of pages and pictures in four languages: the table words.csv of this folder.</summary>
/// <remarks>The file is a contract with other readers, the web pages among them: UTF-8, RFC 4180, columns
/// key,en,ru,ur,fa, no line break inside a field; `{0}` stands for what is filled in.</remarks>
public sealed class WordTable
{
    private const string Resource = "Rahdar.Reports.Words.words.csv";
    private static readonly Lazy<WordTable> OfAssembly = new(ReadShipped);
    private readonly Dictionary<string, string[]> _words;

    private WordTable(Dictionary<string, string[]> words) => _words = words;

    /// <summary>The table that is shipped.</summary>
    public static WordTable Shipped => OfAssembly.Value;

    /// <summary>Keys in ordinal order.</summary>
    public IEnumerable<string> Keys => _words.Keys.Order(StringComparer.Ordinal);

    /// <summary>The words of a key in a language.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string Get(string key, Language language) =>
        Find(key, language) ?? throw new KeyNotFoundException($"no words `{key}`");

    /// <summary>The words of a key in a language, or null.</summary>
    public string? Find(string key, Language language) => _words.GetValueOrDefault(key)?[(int)language];

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">A row is not key and four languages, is empty in one, or stands
    /// twice.</exception>
    public static WordTable Read(TextReader reader)
    {
        var words = new Dictionary<string, string[]>();
        var header = "key," + string.Join(',', LanguageTags.All);
        if (reader.ReadLine() != header) throw new FormatException($"words.csv does not begin with {header}");
        for (var row = 2; reader.ReadLine() is { } line; row++)
        {
            var fields = Fields(line);
            if (fields.Count != 1 + LanguageTags.All.Count || fields.Exists(string.IsNullOrWhiteSpace))
                throw new FormatException($"words.csv:{row}: not a key and {LanguageTags.All.Count} languages");
            if (!words.TryAdd(fields[0], [.. fields.Skip(1)]))
                throw new FormatException($"words.csv:{row}: `{fields[0]}` stands twice");
        }
        return new WordTable(words);
    }

    private static WordTable ReadShipped()
    {
        using var stream = typeof(WordTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(reader);
    }

    private static List<string> Fields(string line)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return fields;
    }
}
