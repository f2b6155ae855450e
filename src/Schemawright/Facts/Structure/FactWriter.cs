using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Puts down what one form of one document says, with its place, and classifies the statement it came from.</summary>
internal sealed record FactWriter(ProductDocument Document, FactCollector Facts, FactForm Form)
{
    public void Entity(string name, string? description, SourceSpan place, string words, bool weak = false)
    {
        Facts.Add(new EntityFact(name, description, Form, Document.Kind, place, words, weak));
        Facts.Classify(place, StatementClass.Fact, $"entity {name}");
    }

    public AttributeFact Blank(string entity, string name, SourceSpan place, string words) =>
        new(entity, name, Form, Document.Kind, place, words);

    public void Attribute(AttributeFact fact)
    {
        Facts.Add(MarkedByName(fact));
        Facts.Classify(fact.Source, StatementClass.Fact, $"attribute of {fact.Entity}");
    }

    public void Relationship(RelationshipFact fact)
    {
        Facts.Add(fact);
        Facts.Classify(fact.Source, StatementClass.Fact, $"relationship of {fact.From} and {fact.To}");
    }

    public void Key(KeyFact fact)
    {
        Facts.Add(fact);
        Facts.Classify(fact.Source, StatementClass.Fact, $"key of {fact.Entity}");
    }

    public void StateMachine(StateMachineFact fact)
    {
        Facts.Add(fact);
        Facts.Classify(fact.Source, StatementClass.Fact, fact.Entity is null ? "states" : $"states of {fact.Entity}");
    }

    /// <summary><c>tax_id_encrypted</c> and <c>password_hash</c> say in their names how they are kept.</summary>
    private static AttributeFact MarkedByName(AttributeFact fact)
    {
        var mark = Naming.Words(fact.Name) switch
        {
            [.., "encrypted"] or ["encrypted", ..] => "encrypted",
            [.., "hash"] or [.., "hashed"] or ["hashed", ..] => "hashed",
            _ => null,
        };
        return mark is null || fact.Marks.Contains(mark, StringComparer.Ordinal) ? fact : fact with { Marks = [.. fact.Marks, mark] };
    }
}
