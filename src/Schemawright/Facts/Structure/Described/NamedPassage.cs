using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Described;

/// <summary>Sentences that stand under or beside the name of a thing: under a bold opening or a heading of a data model, or in a row of a glossary.</summary>
/// <param name="Place">Where the name stands.</param>
/// <param name="Sentences">Each with its place and words.</param>
internal sealed record NamedPassage(string Title, SourceSpan Place, Seq<(string Text, SourceSpan Span)> Sentences)
{
    private const int MostWordsOfATitle = 3;

    /// <summary>The line of the glossary it is a term of; null for no term.</summary>
    public int? Glossary { get; private init; }

    /// <summary>The name stands in bold among other sentences: only those that say what it has are of it for sure.</summary>
    public bool InProse { get; init; }

    private static readonly string[] Terms = ["term", "concept", "entity", "name", "object", "thing", "noun", "business object", "domain term", "domain object"];

    private static readonly string[] Meanings = ["meaning", "description", "definition", "summary", "explanation", "what it is", "what it means", "what we keep", "details"];

    /// <summary>The passages of a block; empty when it holds none.</summary>
    public static IEnumerable<NamedPassage> Of(Block block, ProductDocument document) => block switch
    {
        ParagraphBlock paragraph when Subjects.IsDataModel(block.Headings) => OfParagraph(paragraph, document) is { } passage ? [passage] : [],
        TableBlock table => OfGlossary(table),
        _ => [],
    };

    private static NamedPassage? OfParagraph(ParagraphBlock block, ProductDocument document)
    {
        var bold = Bold(block.Raw);
        var title = bold ?? (block.Raw.StartsWith("**", StringComparison.Ordinal) ? null : Headed(block.Headings));
        if (title is null || HeadingTopics.StatesNoData(block) || !(EntityNames.IsTitle(title) || bold is null))
        {
            return null;
        }

        var sentences = document.Statements.Where(statement => statement.Form == StatementForm.Sentence && statement.Span.Overlaps(block.Span))
            .Select((statement, index) => (Text: index == 0 && bold is not null ? Without(statement.Text, bold) : statement.Text, statement.Span)).Where(sentence => sentence.Text.Length > 0).ToSeq();
        return sentences.Count == 0 ? null : new(title, block.Span, sentences);
    }

    /// <summary>The thing a heading names within a data model; states, keys and diagrams are none.</summary>
    private static string? Headed(Seq<string> headings) =>
        headings.Count > 1 && Subjects.IsDataModel(headings.Take(headings.Count - 1).ToSeq()) && !DataHeadings.IsOne(headings[^1]) && Subjects.OfStateTitle(headings[^1]) is null
        && Subjects.OfData(headings) is { } name && Naming.Words(name).Count <= MostWordsOfATitle && EntityNames.IsName(name) ? name : null;

    /// <summary>"**Boat** | A hull for hire. It has a name and a length.": terms and what they mean.</summary>
    private static IEnumerable<NamedPassage> OfGlossary(TableBlock table)
    {
        var name = TableColumns.Find(table, Terms);
        var meaning = TableColumns.Find(table, Meanings);
        if (name != 0 || meaning < 0 || table.Header.Count > 2 || Subjects.IsInterface(table.Headings))
        {
            return [];
        }

        return table.Rows.Select(row => (Title: EntityNames.Undecorated(TableColumns.Cell(row, name)), Text: TableColumns.Cell(row, meaning), row.Span))
            .Where(row => row.Text.Length > 0 && EntityNames.IsName(row.Title) && char.IsUpper(row.Title[0]) && Naming.Words(row.Title).Count <= MostWordsOfATitle)
            .Select(row => new NamedPassage(row.Title, row.Span, SentencesOf(row.Text).Select(text => (text, row.Span)).ToSeq()) { Glossary = table.Span.Line });
    }

    private static IEnumerable<string> SentencesOf(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length - 2; at++)
        {
            if (text[at] is '.' && text[at + 1] == ' ' && char.IsUpper(text[at + 2]) && at - start > 3)
            {
                yield return text[start..(at + 1)];
                start = at + 2;
            }
        }

        yield return text[start..];
    }

    /// <summary>"**Boat**", "**Boat:**", "**Boat** –" before the sentences.</summary>
    private static string? Bold(string raw)
    {
        var close = raw.StartsWith("**", StringComparison.Ordinal) ? raw.IndexOf("**", 2, StringComparison.Ordinal) : -1;
        var after = close < 0 ? "" : raw[(close + 2)..];
        var parted = after.StartsWith('\n') || raw[..Math.Max(close, 0)].EndsWith(':') || after.TrimStart() is [':' or '–' or '—' or '(', ..] || after.StartsWith(" - ", StringComparison.Ordinal);
        return close > 2 && parted ? EntityNames.Undecorated(raw[2..close]) : null;
    }

    private static string Without(string text, string bold)
    {
        var plain = text.Replace("**", "", StringComparison.Ordinal).TrimStart();
        return plain.StartsWith(bold, StringComparison.Ordinal) ? plain[bold.Length..].TrimStart(':', '–', '—', '-', ' ', '\n') : plain;
    }
}
