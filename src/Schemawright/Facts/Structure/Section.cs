using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>What stands above a table, list or literal: the heading, the first paragraph under it, and the paragraph right before.</summary>
internal sealed class Section
{
    private const int LongestDescription = 300;

    private HeadingBlock? _heading;
    private ParagraphBlock? _opening;

    /// <summary>The paragraph right before.</summary>
    public ParagraphBlock? LeadIn { get; private set; }

    public void Pass(Block block)
    {
        if (block is HeadingBlock heading)
        {
            (_heading, _opening) = (heading, null);
        }
        else if (block is ParagraphBlock paragraph && LeadIn is null && _opening is null)
        {
            _opening = paragraph;
        }

        LeadIn = block as ParagraphBlock;
    }

    /// <summary>Puts down the entity, at the heading or paragraph that names it, else at its first attribute.</summary>
    public void Announce(FactWriter writer, string entity, SourceSpan firstAttribute, bool weak)
    {
        Block? namer = LeadIns.Entity(LeadIn?.Raw) is not null ? LeadIn : _heading is not null && Mentions(_heading.Text, entity) ? _heading : null;
        var description = ReferenceEquals(namer, LeadIn) && namer is not null ? Remark(LeadIn!.Text) : Sentence();
        writer.Entity(entity, description, namer?.Span ?? firstAttribute, namer is HeadingBlock heading ? heading.Text : LeadIn?.Text ?? entity, weak);
        if (namer is ParagraphBlock paragraph && Remarks.After(paragraph.Text, Remarks.Cut(paragraph.Text)) is { } remark && Relations.RelationPhrase.Parse(remark) is { From: null } phrase)
        {
            // "**Leg** — belongs to a Trip"; "**Licence** (1:1 with Pilot)" says of the licence that it has a pilot, not that each pilot has one.
            var whose = phrase is { FromMany: { IsMany: false }, ToMany: { Min: 1, IsMany: false } } ? phrase with { FromMany = Terms.Cardinality.ZeroOrOne } : phrase;
            Relations.RelationWriter.Write(writer, whose, entity, paragraph.Span, paragraph.Text);
        }
    }

    private static bool Mentions(string text, string entity) => text.Holds(entity);

    /// <summary>The section's first paragraph when it is a sentence and no label.</summary>
    private string? Sentence() =>
        _opening?.Text is { Length: > 15 and < LongestDescription } text && text.Contains(' ') && !text.EndsWith(':') && !text.Contains(": ", StringComparison.Ordinal) ? text : null;

    /// <summary>"Order (what is bought):" describes in brackets.</summary>
    private static string? Remark(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && TextScan.Closing(text, open) is var close and > 0 && close - open > 10 ? text[(open + 1)..close] : null;
    }
}
