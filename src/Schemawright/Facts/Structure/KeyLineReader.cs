using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads keys over several attributes in words: <c>**Unique**: (orderId, line)</c>, "Primary key: (a, b)", "Unique constraint on a, b".</summary>
internal sealed class KeyLineReader : IFactReader
{
    private static readonly string[] UniqueLabels = ["unique", "unique constraint", "unique constraints", "unique key", "composite unique", "unique index", "uniqueness", "composite unique constraint", "unique constraint on", "unique on"];

    private static readonly string[] PrimaryLabels = ["primary key", "composite primary key", "composite key", "pk"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.List);
        foreach (var block in document.Blocks.Where(block => block is ParagraphBlock or ListBlock && !facts.IsClaimed(block)))
        {
            var subject = Subjects.OfData(block.Headings);
            var leadIn = block is ListBlock { LeadIn: { } words } ? LeadIns.Entity(words) : null;
            if ((subject ?? leadIn) is not { } entity)
            {
                continue;
            }

            foreach (var (text, span) in Lines(block))
            {
                if (!facts.IsClaimed(span) && Key(entity, text, span) is { } key)
                {
                    writer.Key(key);
                }
            }
        }
    }

    private static IEnumerable<(string Text, SourceSpan Span)> Lines(Block block) => block switch
    {
        ListBlock list => list.Items.Select(item => (item.Text, item.Span)),
        ParagraphBlock paragraph => [(paragraph.Text, paragraph.Span)],
        _ => [],
    };

    /// <summary>True for "unique (a, b)" and "PK(a, b)", which stand among attributes and are none.</summary>
    public static bool IsKey(string text) => text.Contains('(', StringComparison.Ordinal) && Key("", text, new("", 1, 1, 1, 1)) is not null;

    /// <summary>The key a line among an entity's attributes states; null when it states none.</summary>
    public static KeyFact? Key(string entity, string text, SourceSpan span)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var end = colon > 0 ? colon : open;
        if (end <= 0)
        {
            return null;
        }

        var label = text[..end].Trim().ToLowerInvariant();
        var primary = PrimaryLabels.Contains(label, StringComparer.Ordinal);
        return (primary || UniqueLabels.Contains(label, StringComparer.Ordinal)) && Attributes(text[end..]) is { Count: > 1 } attributes
            ? new KeyFact(entity, attributes, primary, IgnoreCase: false, Condition(text), span, text)
            : null;
    }

    private static Seq<string> Attributes(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : TextScan.Closing(text, open);
        var list = close > 0 ? text[(open + 1)..close] : text.TrimStart(':', ' ');
        var names = list.Split(',', '+').Select(name => name.Trim().Trim('`')).ToSeq();
        return names.All(name => name.Length > 0 && !name.Contains(' ') && EntityNames.IsPlain(name)) ? names : [];
    }

    /// <summary>"… where status = 'active'".</summary>
    private static Terms.Expr? Condition(string text)
    {
        var at = text.Seek(" where ");
        return at < 0 ? null : Sql.SqlConditions.Read(Sql.SqlTokens.Of([new CodeLine(text[(at + 7)..].TrimEnd('.', ')'), 1, new("", 1, 1, 1, 1))]));
    }
}
