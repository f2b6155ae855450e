using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads sentences under the heading of a thing within a data model: "Attributes: name, colour" behind what the thing is, names alone ("Amount, paid
/// on, method"), "a cell with number, weight and state", "the answer of a pupil to a question: value, given at". The heading says whose they are.
/// </summary>
internal sealed class DescribedSectionReader : IFactReader
{
    private const int MostWordsOfATitle = 3;

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.EntityBlock);
        var paragraphs = document.Blocks.OfType<ParagraphBlock>().Where(paragraph => !facts.IsClaimed(paragraph) && !HeadingTopics.StatesNoData(paragraph) && Thing(paragraph.Headings) is not null).ToList();
        var lines = paragraphs.SelectMany(paragraph => Enumerable.Range(paragraph.Span.Line, paragraph.Span.EndLine - paragraph.Span.Line + 1)).ToHashSet();
        var things = document.Blocks.Where(block => block is not HeadingBlock).Select(block => Thing(block.Headings)).OfType<string>().Concat(facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name)).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);
        var read = facts.Facts.Where(fact => fact is EntityFact { Weak: false } or AttributeFact && fact.Source.Document == document.Name).ToLookup(fact => fact.Source.Line, fact => fact.Source);
        foreach (var statement in document.Statements.Where(statement => statement.Form == StatementForm.Sentence && lines.Contains(statement.Span.Line) && Thing(statement.Headings) is not null && !read[statement.Span.Line].Any(statement.Span.Overlaps)))
        {
            var thing = Thing(statement.Headings)!;
            if (DescribedPieces.Of(statement.Text, key => things.Contains(key)) is { } described)
            {
                Write(thing, described, statement, writer);
            }
        }
    }

    /// <summary>The thing a heading names within a data model; states, keys and diagrams are none.</summary>
    private static string? Thing(Seq<string> headings) =>
        headings.Count > 1 && Subjects.IsDataModel(headings.Take(headings.Count - 1).ToSeq()) && Subjects.OfStateTitle(headings[^1]) is null && Subjects.OfData(headings) is { } name && Naming.Words(name).Count <= MostWordsOfATitle && EntityNames.IsName(name) ? name : null;

    private static void Write(string thing, DescribedPieces described, Statement statement, FactWriter writer)
    {
        writer.Entity(thing, null, statement.Span, statement.Text);
        InlineAttributes.Write(thing, [.. described.Attributes], statement.Span, statement.Text, writer);
        foreach (var several in described.Several)
        {
            writer.Relationship(new(thing, several, Terms.Cardinality.ExactlyOne, Terms.Cardinality.ZeroOrMore, null, null, null, writer.Form, writer.Document.Kind, statement.Span, statement.Text));
        }

        foreach (var one in described.References.Where(key => key != Naming.EntityKey(thing)))
        {
            writer.Relationship(new(thing, one, Terms.Cardinality.ZeroOrMore, Terms.Cardinality.ExactlyOne, null, null, null, writer.Form, writer.Document.Kind, statement.Span, statement.Text));
        }

        described.Told?.Relate(thing, writer, statement.Span, statement.Text);
    }
}
