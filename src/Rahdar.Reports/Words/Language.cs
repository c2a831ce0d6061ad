namespace Rahdar.Reports.Words;

/// <summary>A language that pages and pictures are made in.</summary>
public enum Language
{
    /// <summary>English, left to right.</summary>
    English,

    /// <summary>Russian, left to right.</summary>
    Russian,

    /// <summary>Urdu, right to left.</summary>
    Urdu,

    /// <summary>Persian, right to left.</summary>
    Persian,
}

/// <summary>The tags by which users and files name a language.</summary>
public static class LanguageTags
{
    /// <summary>Tags in the order of the columns of the words table: en, ru, ur, fa (BCP 47).</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "ru", "ur", "fa"];

    /// <summary>The tag of a language.</summary>
    public static string Of(Language language) => All[(int)language];

    /// <summary>The language of a tag, in any case; null when it is none of ours.</summary>
    public static Language? Find(string tag)
    {
        for (var i = 0; i < All.Count; i++)
            if (string.Equals(All[i], tag.Trim(), StringComparison.OrdinalIgnoreCase)) return (Language)i;
        return null;
    }
}
