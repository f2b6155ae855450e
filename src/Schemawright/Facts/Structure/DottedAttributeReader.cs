using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads an attribute that a sentence names with its entity and describes in brackets: "… in <c>Library.loanPeriodDays</c> (default 21, at
/// most 90)". The entity must be known; a mention without remarks adds nothing.
/// </summary>
internal sealed class DottedAttributeReader : IFactReader
{
    private const int LongestName = 60;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        var known = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).DistinctBy(fact => Naming.EntityKey(fact.Name), StringComparer.Ordinal).ToDictionary(fact => Naming.EntityKey(fact.Name), fact => fact.Name, StringComparer.Ordinal);
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem))
        {
            foreach (var (entity, name, remark) in Mentions(statement.Text))
            {
                if (known.TryGetValue(Naming.EntityKey(entity), out var owner) && AttributeNotes.Apply(writer.Blank(owner, name, statement.Span, statement.Text), remark) is { } fact && Says(fact))
                {
                    writer.Attribute(fact.Type is null && IsCounted(fact) ? fact with { Type = DataType.Of(DataKind.Integer) } : fact);
                }
            }
        }
    }

    /// <summary>A whole number of hours, days or things.</summary>
    private static bool IsCounted(AttributeFact fact) =>
        int.TryParse(fact.Default, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out _)
        && Naming.Words(fact.Name)[^1] is "seconds" or "minutes" or "hours" or "days" or "weeks" or "months" or "years" or "count" or "limit" or "attempts" or "users" or "items";

    /// <summary>The remarks give a default, a bound or a need: enough to know that a value is stored.</summary>
    private static bool Says(AttributeFact fact) => fact.Default is not null || fact.Check is not null || fact.Required is not null || fact.Type is not null;

    private static IEnumerable<(string Entity, string Name, string Remark)> Mentions(string text)
    {
        for (var dot = text.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = text.IndexOf('.', dot + 1))
        {
            var start = dot;
            while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                start--;
            }

            var end = dot + 1;
            while (end < text.Length && end - dot < LongestName && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            var open = end;
            while (open < text.Length && text[open] is ' ' or '`' or '*')
            {
                open++;
            }

            if (start < dot && char.IsUpper(text[start]) && end > dot + 1 && char.IsLower(text[dot + 1]) && open < text.Length && text[open] == '(' && TextScan.Closing(text, open) is var close and > 0)
            {
                yield return (text[start..dot], text[(dot + 1)..end], text[(open + 1)..close].Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
            }
        }
    }
}
