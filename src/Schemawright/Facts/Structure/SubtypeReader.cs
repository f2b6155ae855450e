using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads which entity is a special kind of another: "Artist (extends User)", "Staff is a specialization of User". The special one keeps its own rows, one at most for each of the general.</summary>
internal sealed class SubtypeReader : IFactReader
{
    private const int LongestSentence = 200;

    private static readonly string[] Joints =
    [
        "extends", "inherits from", "is a specialization of", "is a specialisation of", "is a subtype of", "is a sub-type of", "is a subclass of", "is a special kind of", "is a kind of", "is a type of", "is a special type of",
        "specialization of", "specialisation of", "subtype of", "subclass of", "derived from", "is derived from",
    ];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        var declared = facts.Facts.OfType<EntityFact>().ToList();
        var known = declared.Where(fact => !fact.Weak).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var entity in declared.Where(fact => fact.Description is not null && string.Equals(document.Name, fact.Source.Document, StringComparison.Ordinal)))
        {
            if (General(entity.Description!, known) is { } general)
            {
                Write(writer, general, entity.Name, entity.Source, entity.Words);
            }
        }

        foreach (var statement in known.Count < 2 ? [] : document.Statements.Where(statement => statement.Text.Length <= LongestSentence && statement.Form is StatementForm.Sentence or StatementForm.ListItem))
        {
            ReadSentence(statement, known, writer);
        }
    }

    private static void ReadSentence(Statement statement, HashSet<string> known, FactWriter writer)
    {
        foreach (var joint in Joints)
        {
            var at = WordStarts.MayHold(statement.Text, joint) ? statement.Text.Seek($" {joint} ") : -1;
            if (at > 0 && Named(statement.Text[..at], known) is { } special && General(statement.Text[(at + 1)..], known) is { } general)
            {
                Write(writer, general, special, statement.Span, statement.Text);
                return;
            }
        }
    }

    private static void Write(FactWriter writer, string general, string special, SourceSpan place, string words)
    {
        if (!string.Equals(Naming.EntityKey(general), Naming.EntityKey(special), StringComparison.Ordinal))
        {
            writer.Relationship(new RelationshipFact(general, special, Cardinality.ExactlyOne, Cardinality.ZeroOrOne, "may be", null, null, writer.Form, writer.Document.Kind, place, words));
        }
    }

    /// <summary>The known entity after the joint that begins the text.</summary>
    private static string? General(string text, HashSet<string> known)
    {
        var joint = Joints.Where(word => TextScan.StartsWithWord(text, word)).MaxBy(word => word.Length);
        if (joint is null)
        {
            return null;
        }

        var rest = text[joint.Length..].Trim(' ', ':');
        var end = rest.AsSpan().IndexOfAny(".,;()–—");
        return Named(end < 0 ? rest : rest[..end], known) ?? Named(rest.Split(' ')[0].TrimEnd('.', ','), known);
    }

    private static string? Named(string text, HashSet<string> known)
    {
        var name = text.Trim().Trim('*', '`');
        foreach (var opening in (string[])["a ", "an ", "the ", "each ", "every "])
        {
            name = name.StartsWith(opening, StringComparison.OrdinalIgnoreCase) ? name[opening.Length..] : name;
        }

        return EntityNames.IsName(name) && known.Contains(Naming.EntityKey(name)) ? name : null;
    }
}
