using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Described;

/// <summary>A paragraph whose bold opening or heading is the name of a thing, with its sentences.</summary>
/// <param name="Place">Where the name stands.</param>
/// <param name="Description">The first sentence when it says what the thing is.</param>
internal sealed record NamedPassage(string Title, SourceSpan Place, string? Description, Seq<Statement> Sentences)
{
    public static NamedPassage? Of(ParagraphBlock block, ProductDocument document)
    {
        var bold = Bold(block.Raw);
        var title = bold ?? (block.Raw.StartsWith("**", StringComparison.Ordinal) ? null : Subjects.OfData(block.Headings));
        if (title is null || !EntityNames.IsTitle(title) || (bold is null && DataHeadings.IsOne(block.Headings[^1])))
        {
            return null;
        }

        var sentences = document.Statements.Where(statement => statement.Form == StatementForm.Sentence && statement.Span.Overlaps(block.Span))
            .Select((statement, index) => index == 0 && bold is not null ? statement with { Text = Without(statement.Text, bold) } : statement).ToSeq();
        var first = sentences.Count > 0 ? sentences[0].Text : "";
        return sentences.Count == 0 ? null : new(title, block.Span, StoredList.Read(first) is null && first.Contains(' ', StringComparison.Ordinal) ? first : null, sentences);
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
