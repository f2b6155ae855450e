using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Described;

/// <summary>
/// Reads things that are a name and sentences: "**Boat** A hull for hire. Stores name, length and berth. A boat belongs to one club.", headings of a
/// data model with a paragraph each, and glossaries whose meanings say what is kept. The name is what the sentences speak of.
/// </summary>
/// <param name="inProse">Reads the things that sentences elsewhere introduce in bold, once all others are known.</param>
internal sealed class DescribedThingsReader(bool inProse) : IFactReader
{
    private const int FewestThings = 2;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var statement in document.Statements.Where(statement => statement.Form == StatementForm.Sentence && CommonFieldsReader.SpeaksOfAll(statement.Text)))
        {
            facts.Claim(statement.Span); // "every record has an id" is of no thing called record
        }

        if (inProse && !facts.Facts.Any(fact => fact is EntityFact { Weak: false, Form: not FactForm.Sentence }))
        {
            return; // where sentences alone tell of the data, they are read together
        }

        var blocks = document.Blocks.Where(block => !facts.IsClaimed(block));
        var passages = inProse ? [.. blocks.OfType<ParagraphBlock>().SelectMany(block => NamedInBold.Passages(block, document))] : blocks.SelectMany(block => NamedPassage.Of(block, document)).ToList();
        var keys = passages.Select(passage => passage.Title).Concat(facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name)).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
        var found = passages.ConvertAll(passage => (Passage: passage, Lists: passage.Sentences.Select(sentence => List(passage, sentence.Text, keys)).ToList()));
        var described = found.FindAll(entry => entry.Lists.Exists(list => list is not null && (list.IsSure || !entry.Passage.InProse)));
        if (described.Count < FewestThings && !described.Exists(entry => entry.Lists.Exists(list => list is { IsSure: true })))
        {
            return;
        }

        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        var glossaries = described.Select(entry => entry.Passage.Glossary).OfType<int>().ToHashSet();
        found.FindAll(entry => entry.Passage.Glossary is { } glossary && glossaries.Contains(glossary) && !described.Contains(entry)).ForEach(entry => writer.Entity(entry.Passage.Title, entry.Passage.Sentences[0].Text, entry.Passage.Place, entry.Passage.Title, weak: true));
        described.ForEach(entry => Write(entry.Passage, entry.Lists, writer, findings));
        var titles = Titles(found.Select(entry => entry.Passage.Title), facts);
        var references = new SpokenReferences(titles, RoleValues(facts));
        foreach (var (passage, lists) in found.Where(entry => entry.Passage.InProse ? described.Contains(entry) : entry.Lists.Exists(list => list is not null) || titles.ContainsKey(Naming.EntityKey(entry.Passage.Title))))
        {
            Relate(passage, lists, references, described.Exists(entry => entry.Passage == passage), writer);
        }
    }

    private static SpokenList? List(NamedPassage passage, string sentence, HashSet<string> keys) =>
        SpokenList.Of(sentence, passage.Title, keys.Contains) is { } list && (list.IsOpened || !passage.InProse) ? list : null;

    private static void Write(NamedPassage passage, List<SpokenList?> lists, FactWriter writer, Findings findings)
    {
        if (passage.InProse)
        {
            writer = writer with { Form = FactForm.Sentence }; // the other sentences about it are read by their grammar
        }

        writer.Entity(passage.Title, lists[0] is null ? passage.Sentences[0].Text : null, passage.Place, passage.Title);
        for (var at = 0; at < lists.Count; at++)
        {
            var (text, span) = passage.Sentences[at];
            if (lists[at] is { } list)
            {
                WriteList(passage.Title, list, text, span, writer);
                ListedThings.AskAbout(list.Unread.Select(piece => (passage.Title, piece, span)), findings);
                Claim(passage, span, writer);
            }
            else if (!passage.InProse && at == 0 && text.Contains(' ', StringComparison.Ordinal))
            {
                writer.Facts.Claim(span); // what the thing is tells no other reader anything
            }
        }
    }

    /// <summary>A sentence among others shares its lines with them.</summary>
    private static void Claim(NamedPassage passage, SourceSpan span, FactWriter writer)
    {
        if (!passage.InProse)
        {
            writer.Facts.Claim(span);
        }
    }

    public static void WriteList(string thing, SpokenList list, string text, SourceSpan span, FactWriter writer)
    {
        InlineAttributes.Write(thing, [.. list.Attributes], span, text, writer);
        foreach (var several in list.Several)
        {
            writer.Relationship(new(thing, several, Cardinality.ExactlyOne, Cardinality.ZeroOrMore, null, null, null, writer.Form, writer.Document.Kind, span, text));
        }

        foreach (var one in list.References.Where(reference => reference.Key != Naming.EntityKey(thing)))
        {
            writer.Relationship(new(thing, one.Key, Cardinality.ZeroOrMore, one.Optional ? Cardinality.ZeroOrOne : Cardinality.ExactlyOne, null, null, null, writer.Form, writer.Document.Kind, span, text));
        }

        list.Told.Relate(thing, writer, span, text);
    }

    /// <summary>What the sentences that list nothing say of other things, and what the first says the thing is.</summary>
    private static void Relate(NamedPassage passage, List<SpokenList?> lists, SpokenReferences references, bool isDescribed, FactWriter writer)
    {
        for (var at = 0; at < lists.Count; at++)
        {
            var (text, span) = passage.Sentences[at];
            if (lists[at] is not null || passage.InProse && SpokenSubject.Behind(text, passage.Title) is null)
            {
                continue;
            }

            if (references.Write(text, passage.Title, span, writer))
            {
                Claim(passage, span, writer);
            }
            else if (!passage.InProse && at == 0 && isDescribed)
            {
                DefinitionLinkReader.Relate(passage.Title, text, references.Titles, span, writer);
                InlineAttributes.Write(passage.Title, SpokenPieces.Span(text), span, text, writer);
            }
        }
    }

    private static Dictionary<string, string> Titles(IEnumerable<string> titles, FactCollector facts) =>
        titles.Concat(facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name)).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, title => title, StringComparer.Ordinal);

    /// <summary>The values of roles with the thing that plays them: a nurse is a member of staff.</summary>
    private static Dictionary<string, string> RoleValues(FactCollector facts) =>
        facts.Facts.OfType<AttributeFact>().Where(fact => fact.Type is { Kind: DataKind.Enumeration } && Naming.Words(fact.Name) is [.., "role"])
            .SelectMany(fact => fact.Type!.Values.Select(value => (Key: Naming.EntityKey(value), fact.Entity))).DistinctBy(role => role.Key, StringComparer.Ordinal).ToDictionary(role => role.Key, role => role.Entity, StringComparer.Ordinal);
}
