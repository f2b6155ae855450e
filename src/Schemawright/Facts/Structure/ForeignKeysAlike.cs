using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads what all foreign keys of one name do on deletion: "All <c>owner_id</c> foreign keys cascade. Each known attribute of that name gets it.</summary>
internal sealed class ForeignKeysAlike : IFactReader
{
    private const int LongestSentence = 200;

    private static readonly string[] Everything = ["all", "every", "each", "any"];

    private static readonly string[] Keys = ["foreign key", "foreign keys", "references", "reference", "fks", "fk", "columns", "column", "keys"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        foreach (var statement in document.Statements.Where(statement => statement.Text.Length <= LongestSentence && statement.Text.Holds("delet")))
        {
            if (Named(statement.Text) is not { } name || ReferenceWords.OnDelete(statement.Text) is not { } rule)
            {
                continue;
            }

            foreach (var key in facts.Facts.OfType<AttributeFact>().Where(fact => Naming.Snake(fact.Name) == name).DistinctBy(fact => Naming.EntityKey(fact.Entity), StringComparer.Ordinal).ToList())
            {
                if ((key.References ?? ReferenceWords.Stem(key.Name)) is { } target)
                {
                    writer.Relationship(new RelationshipFact(target, key.Entity, null, Cardinality.ZeroOrMore, null, key.Name, rule, writer.Form, document.Kind, statement.Span, statement.Text));
                }
            }
        }
    }

    /// <summary>The attribute between "all" and "foreign keys", in snake_case.</summary>
    private static string? Named(string text)
    {
        var opening = Array.Find(Everything, word => TextScan.StartsWithWord(text, word));
        var rest = opening is null ? [] : text[opening.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return rest.Length > 2 && IsIdentifier(rest[0]) && Array.Exists(Keys, word => TextScan.StartsWithWord(string.Join(' ', rest.Skip(1)), word)) ? Naming.Snake(rest[0].Trim('`')) : null;
    }

    private static bool IsIdentifier(string word) => word.Contains('_', StringComparison.Ordinal) || word.Trim('`').Skip(1).Any(char.IsUpper);
}
