using Rahdar.Reports.Pictures;
using Rahdar.Reports.Words;

namespace Rahdar.Reports.Pages;

/// <summary>A part of a page, in the order of reading.</summary>
public abstract record StoryBlock
{
    private StoryBlock()
    {
    }

    /// <summary>A heading.</summary>
    public sealed record Heading(string Text) : StoryBlock;

    /// <summary>A paragraph in the language of the page.</summary>
    public sealed record Paragraph(string Text) : StoryBlock
    {
        /// <summary>True for the sentence that says the answer: larger.</summary>
        public bool IsLead { get; init; }
    }

    /// <summary>Sentences, one point each.</summary>
    /// <param name="Sentences">The sentences.</param>
    /// <param name="Language">Their language where it is not that of the page: remarks of the data are
    /// English.</param>
    public sealed record Points(IReadOnlyList<string> Sentences, Language? Language = null) : StoryBlock;

    /// <summary>A table.</summary>
    /// <param name="Caption">What it holds.</param>
    /// <param name="Columns">Heads; each with its unit where it has one.</param>
    /// <param name="Rows">Cells, as many as columns.</param>
    public sealed record Table(
        string Caption, IReadOnlyList<StoryColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : StoryBlock
    {
        /// <summary>What must be said under it; may be empty.</summary>
        public string Note { get; init; } = "";
    }

    /// <summary>A picture with its title, caption and source.</summary>
    public sealed record Figure(Picture Picture) : StoryBlock;
}

/// <summary>A column of a table.</summary>
/// <param name="Head">What it holds, with the unit.</param>
/// <param name="IsNumber">True for figures: they stand at the end of their cell.</param>
public sealed record StoryColumn(string Head, bool IsNumber = false);

/// <summary>A page that tells something in words, tables and pictures; <see cref="StoryHtml"/> writes it.</summary>
/// <param name="Speech">The language.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Subtitle">Of what day, of which data.</param>
/// <param name="Blocks">In the order of reading.</param>
public sealed record StoryPage(
    Speech Speech, string Title, string Subtitle, IReadOnlyList<StoryBlock> Blocks)
{
    /// <summary>The pictures of the page in order; may be empty.</summary>
    public IReadOnlyList<Picture> Pictures => [.. Blocks.OfType<StoryBlock.Figure>().Select(f => f.Picture)];
}
