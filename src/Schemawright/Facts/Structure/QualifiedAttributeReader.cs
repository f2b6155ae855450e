using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Reads an attribute that a sentence names with its entity and bounds in brackets: <c>Shop.openingHours (default 8, max 24)</c>. Only of known entities.</summary>
internal sealed class QualifiedAttributeReader : IFactReader
{
    private const int LongestRemark = 120;

    private static readonly string[] Bounds = ["default", "max", "min", "maximum", "minimum", "optional", "required", "nullable", "unique"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem))
        {
            for (var dot = statement.Text.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = statement.Text.IndexOf('.', dot + 1))
            {
                if (Named(statement.Text, dot, known) is var (entity, name, remark))
                {
                    writer.Attribute(AttributeNotes.Apply(writer.Blank(entity, name, statement.Span, statement.Text), remark));
                }
            }
        }
    }

    /// <summary>The entity before the dot, the attribute behind it, and the words in the brackets that follow.</summary>
    private static (string Entity, string Name, string Remark)? Named(string text, int dot, HashSet<string> known)
    {
        var start = dot;
        while (start > 0 && IsPart(text[start - 1]))
        {
            start--;
        }

        var end = dot + 1;
        while (end < text.Length && IsPart(text[end]))
        {
            end++;
        }

        if (start == dot || end - dot < 3 || !char.IsUpper(text[start]) || !char.IsLower(text[dot + 1]) || end + 1 >= text.Length || text[end] != ' ' || text[end + 1] != '(')
        {
            return null;
        }

        var close = TextScan.Closing(text, end + 1);
        var remark = close > end + 2 && close - end <= LongestRemark ? text[(end + 2)..close] : "";
        return remark.Opens(Bounds) && known.Contains(Naming.EntityKey(text[start..dot])) ? (text[start..dot], text[(dot + 1)..end], remark) : null;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
