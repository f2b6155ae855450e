using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>
/// Reads entities from sentences. Where other forms state the entities, a sentence only adds to those known;
/// where the documents are prose alone, sentences are all there is.
/// </summary>
internal sealed class SentenceReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = facts.Facts.OfType<EntityFact>().Where(fact => fact is { Weak: false, Form: not FactForm.Sentence }).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        var reading = new ProseReading(new FactWriter(document, facts, FactForm.Sentence), known);
        var silent = SilentLines(document, facts);
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && !silent.Contains(statement.Span.Line)))
        {
            reading.Read(statement.Text, statement.Span);
        }
    }

    /// <summary>Lines of blocks that another form was read from, that are out of scope, or that describe messages.</summary>
    private static HashSet<int> SilentLines(ProductDocument document, FactCollector facts) =>
        document.Blocks.Where(block => block is not HeadingBlock && (facts.IsClaimed(block) || HeadingTopics.StatesNoData(block) || Subjects.IsInterface(block.Headings)))
            .SelectMany(block => Enumerable.Range(block.Span.Line, block.Span.EndLine - block.Span.Line + 1)).ToHashSet();
}

/// <summary>The sentences of one document while they are read.</summary>
internal sealed class ProseReading(FactWriter writer, HashSet<string> known)
{
    private const string Pronoun = "It has ";

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>What the sentence before was about, for an "It has …" that follows it.</summary>
    private (string? Name, int Line) _subject;

    public void Read(string text, SourceSpan span)
    {
        var sentence = text.StartsWith(Pronoun, StringComparison.Ordinal) && _subject is { Name: { } subject } && _subject.Line >= span.Line - 1 ? $"A {subject} has {text[Pronoun.Length..]}" : text;
        _subject = (EntitySentences.Leading(sentence), span.EndLine);
        ReadSentence(sentence, span);
    }

    private void ReadSentence(string text, SourceSpan span)
    {
        var relation = RelationSentences.Read(text);
        if (relation is null || RelationSentences.Belongs(relation))
        {
            ReadEntity(text, span);
        }

        if (relation is not null)
        {
            Relate(relation, text, span);
        }
    }

    private void ReadEntity(string text, SourceSpan span)
    {
        if (EntitySentences.Read(text) is { } sentence && (IsKnown(sentence.Entity) ? sentence.Explicit && LooksTyped(sentence, all: true) : known.Count == 0 ? LooksTyped(sentence, all: false) : sentence is { Explicit: true, Attributes.Count: > 2 } && LooksTyped(sentence, all: true)))
        {
            Describe(sentence, text, span);
        }
    }

    private bool IsKnown(string name) => known.Contains(Naming.EntityKey(name));

    /// <summary>Names of attributes mostly end in nouns that tell their type; names of other things do not.</summary>
    private static bool LooksTyped(EntitySentence sentence, bool all)
    {
        var typed = sentence.Attributes.Count(attribute => HeadNounTypes.Guess(attribute.Name) is not null || HeadNounTypes.Guess(Nouns.Singular(attribute.Name.ToLowerInvariant())) is not null);
        return all ? typed == sentence.Attributes.Count : typed > 0;
    }

    private void Describe(EntitySentence sentence, string text, SourceSpan span)
    {
        if (!IsKnown(sentence.Entity) && _declared.Add(Naming.EntityKey(sentence.Entity)))
        {
            writer.Entity(sentence.Entity, null, span, text);
        }

        if (sentence.Identifies)
        {
            writer.Key(new KeyFact(sentence.Entity, sentence.Attributes.Select(attribute => attribute.Name).ToSeq(), Primary: false, IgnoreCase: false, null, span, text));
        }

        foreach (var phrase in sentence.Attributes.Where(phrase => !IsKnown(phrase.Name)))
        {
            var fact = writer.Blank(sentence.Entity, phrase.Name, span, text) with { Unique = phrase.Unique || (sentence.Identifies && sentence.Attributes.Count == 1) ? true : null };
            var typed = phrase.Many ? fact with { Type = (HeadNounTypes.Guess(Nouns.Singular(phrase.Name.ToLowerInvariant())) ?? DataType.Of(DataKind.Unknown)) with { IsArray = true } } : fact;
            writer.Attribute(phrase.Remark is null ? typed : AttributeNotes.Apply(typed, ListsValues(phrase) ? $"({phrase.Remark})" : phrase.Remark));
        }
    }

    /// <summary>The words in brackets after a status or a kind are its values; after an address they are its parts.</summary>
    private static bool ListsValues(AttributePhrase phrase) =>
        phrase.Remark is { } remark && remark.Contains(',', StringComparison.Ordinal) && !remark.Contains(';', StringComparison.Ordinal)
        && Naming.Words(phrase.Name) is [.., "status" or "state" or "type" or "kind" or "priority" or "category" or "level" or "species" or "gender" or "size" or "role"];

    private void Relate(RelationSentence relation, string text, SourceSpan span)
    {
        var bothKnown = IsKnown(relation.From) && IsKnown(relation.To);
        var bothDeclared = known.Count == 0 && _declared.Contains(Naming.EntityKey(relation.From)) && _declared.Contains(Naming.EntityKey(relation.To));
        if (bothKnown || bothDeclared)
        {
            writer.Relationship(new RelationshipFact(
                relation.From, relation.To, relation.FromMany, relation.ToMany, relation.Verb, null, null, FactForm.Sentence, writer.Document.Kind, span, text));
        }
    }
}
