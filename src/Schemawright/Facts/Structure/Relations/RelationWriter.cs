using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Relations;

/// <summary>Puts down a phrase as relationships: one, or two with the entity that joins the sides.</summary>
internal static class RelationWriter
{
    public static void Write(FactWriter writer, RelationPhrase phrase, string from, SourceSpan place, string words)
    {
        var onDelete = ReferenceWords.OnDelete(words);
        if (phrase.Through is not { } through)
        {
            writer.Relationship(Fact(writer, from, phrase.To, phrase.FromMany, phrase.ToMany, phrase.Verb, onDelete, place, words));
            return;
        }

        writer.Entity(through, $"joins {from} and {phrase.To}", place, words);
        writer.Relationship(Fact(writer, from, through, Cardinality.ExactlyOne, Cardinality.ZeroOrMore, null, onDelete, place, words));
        writer.Relationship(Fact(writer, phrase.To, through, Cardinality.ExactlyOne, Cardinality.ZeroOrMore, null, null, place, words));
    }

    private static RelationshipFact Fact(FactWriter writer, string from, string to, Cardinality? fromMany, Cardinality? toMany, string? label, string? onDelete, SourceSpan place, string words) =>
        new(from, to, fromMany, toMany, label, null, onDelete, writer.Form, writer.Document.Kind, place, words);
}
