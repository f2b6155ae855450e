using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Described;
using Schemawright.Facts.Structure.Prose.Drafting;
using Schemawright.Facts.Structure.Prose.Patterns;
using Schemawright.Facts.Structure.Prose.Weighing;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>
/// Reads entities from sentences, of all documents together: first what every sentence says, then which nouns are things. Where
/// other forms state the entities, a sentence only adds to those known; where the documents are prose alone, sentences are all there is.
/// </summary>
internal sealed class SentenceReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        // The last document comes when all other forms of every document have been read.
        if (!ReferenceEquals(document, facts.Corpus.Documents[^1]))
        {
            return;
        }

        var notes = new Notes();
        foreach (var text in facts.Corpus.Documents)
        {
            Collect(text, facts, notes, _ => true);
        }

        // Where requirements are told beside, a specification of technology and figures of scale speak of the things, and name others on the way.
        var telling = facts.Corpus.Documents.Any(text => text.Kind is DocumentKind.ProductRequirements) && facts.Corpus.Documents.Any(text => text.Kind is DocumentKind.TechnicalSpec or DocumentKind.ScaleRequirements)
            ? new Notes() : notes;
        foreach (var text in telling == notes ? [] : facts.Corpus.Documents)
        {
            Collect(text, facts, telling, statement => Tells(text, statement));
        }

        var known = facts.Facts.OfType<EntityFact>().Where(fact => fact is { Weak: false, Form: not FactForm.Sentence }).Select(fact => Naming.EntityKey(fact.Name)).ToHashSet(StringComparer.Ordinal);
        if (known.Count > 0)
        {
            var drafted = DraftBesideKnown(known, ToldBeside.Statements(notes, known, facts), facts, findings);
            drafted.UnionWith(facts.Facts.OfType<AttributeFact>().Where(fact => fact.Form == FactForm.Sentence).Select(fact => fact.Source));
            new AddToKnown(notes, known, drafted, facts).Run();
            UnreadLists.Classify(notes, facts, list => known.Contains(list.Key) && list.Owner.SpeaksOfEach);
            return;
        }

        Draft(telling, new Things(), facts, findings, known);
        UnreadLists.Classify(notes, facts, list => UnreadLists.IsGeneral(list) && !Keepers.IsOne(list.Owner));
    }

    private static bool Tells(ProductDocument document, Statement statement) =>
        document.Kind is not (DocumentKind.TechnicalSpec or DocumentKind.ScaleRequirements) || Subjects.IsDataModel(statement.Headings);

    /// <summary>Where a chapter on data tells of some things in tables and of others in sections of sentences alone, those sentences state things as well.</summary>
    /// <param name="told">Statements elsewhere that say what is kept of something no other form states.</param>
    /// <returns>The statements that were read so.</returns>
    private static HashSet<SourceSpan> DraftBesideKnown(HashSet<string> known, HashSet<SourceSpan> told, FactCollector facts, Findings findings)
    {
        var notes = new Notes();
        foreach (var text in facts.Corpus.Documents.Where(text => text.Statements.Any(statement => Subjects.IsDataModel(statement.Headings) || told.Contains(statement.Span))))
        {
            var others = text.Blocks.Where(block => block is not (HeadingBlock or ParagraphBlock)).Select(block => block.Headings).ToHashSet();
            var lines = facts.Facts.Where(fact => (fact is EntityFact or AttributeFact or KeyFact or StateMachineFact) && fact.Source.Document == text.Name).ToLookup(fact => fact.Source.Line, fact => fact.Source);
            Collect(text, facts, notes, statement => told.Contains(statement.Span) || Subjects.IsDataModel(statement.Headings) && !others.Contains(statement.Headings) && !lines[statement.Span.Line].Any(statement.Span.Overlaps));
        }

        var things = new Things();
        var mentioned = notes.Passages.SelectMany(passage => passage.Clauses.SelectMany(clause => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns))).Select(noun => (Key: Naming.EntityKey(noun.Name), Passage: passage)));
        foreach (var (key, passage) in mentioned.Where(noun => known.Contains(noun.Key)).DistinctBy(noun => noun.Key, StringComparer.Ordinal))
        {
            things.Add(key, key.Replace('_', ' '), passage);
        }

        var bold = facts.Corpus.Documents.SelectMany(text => NamedInBold.Unread(text, facts)).ToList();
        if (notes.Lists.Count + notes.Details.Count + bold.Count > 0)
        {
            Draft(notes, things, facts, findings, known, bold);
        }

        return notes.Passages.Select(passage => passage.Span).ToHashSet();
    }

    /// <param name="known">The keys of things that other forms state: sentences only refer to them.</param>
    /// <param name="bold">Sentences about things introduced in bold, with the key of each: they tell of no other new thing.</param>
    private static void Draft(Notes notes, Things things, FactCollector facts, Findings findings, HashSet<string> known, List<(string Key, SourceSpan Sentence)>? bold = null)
    {
        new LeftLists(notes).Run();
        FindThings.Run(notes, things);
        new WeighThings(notes, things).Run();
        DropUntold(notes, things);
        DropUnnamed(things, known, bold ?? []);
        var lists = new PlaceLists(notes, things);
        var told = new PlaceTold(notes, things);
        lists.Run();
        told.Run();
        new PlaceDetails(notes, things, told, lists).Run();
        PlacePossessions.Run(notes, things);
        PlaceFollowUps.Run(notes, things);
        PlaceHistories.Run(notes, things);
        PlaceRoles.Run(notes, things);
        ConnectLone.Run(notes, things);
        new WeighTies(notes, things).Run();
        PlaceKeys.Run(notes, things);
        DropUntold(notes, things);
        new WriteThings(notes, things, facts, known).Run();
        AskAboutThings.Run(things, findings);
    }

    /// <summary>Rules bound what requirements tell of: a noun that stands in rules alone is no thing where requirements stand beside.</summary>
    private static void DropUntold(Notes notes, Things things)
    {
        var telling = notes.Passages.Where(passage => passage.Document.Kind is DocumentKind.ProductRequirements).ToList();
        if (telling.Count == 0)
        {
            return;
        }

        var told = telling.Concat(notes.Passages.Where(passage => passage.Document.Kind != DocumentKind.BusinessRules))
            .SelectMany(passage => passage.Clauses).SelectMany(clause => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)))
            .Select(noun => Naming.EntityKey(noun.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var thing in things.All.Where(thing => thing.First.Document.Kind == DocumentKind.BusinessRules && !told.Contains(thing.Key)).ToList())
        {
            things.Remove(thing);
        }
    }

    /// <summary>Sentences about a thing in bold tell of it and of what is known; their other nouns are on the way.</summary>
    private static void DropUnnamed(Things things, HashSet<string> known, List<(string Key, SourceSpan Sentence)> bold)
    {
        var keys = bold.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var spans = bold.Select(entry => entry.Sentence).ToHashSet();
        foreach (var thing in things.All.Where(thing => spans.Contains(thing.First.Span) && !keys.Contains(thing.Key) && !known.Contains(thing.Key)).ToList())
        {
            things.Remove(thing);
        }
    }

    private static void Collect(ProductDocument document, FactCollector facts, Notes notes, Func<Statement, bool> isRead)
    {
        var silent = SilentLines(document, facts);
        var talk = new Talk();
        var speakers = SpokenText.Speakers(document.Statements.Select(statement => statement.Text));
        Seq<string>? section = null;
        var last = 0;
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && !silent.Contains(statement.Span.Line) && isRead(statement)))
        {
            if (section is not { } known || known != statement.Headings)
            {
                talk.Restart();
                section = statement.Headings;
            }

            talk.Begin(paragraph: statement.Span.Line > last + 1 && !SpokenText.Answers(statement.Text));
            if (statement.Form == StatementForm.ListItem && statement.Span.Line != last)
            {
                talk.LastTold = null; // a point stands for itself
            }

            if (ParentPoint.Title(statement) is { } title && !ReferenceEquals(talk.Label, title))
            {
                talk.Entitle(title);
            }

            last = statement.Span.EndLine;
            Read(document, statement, speakers, talk, notes);
        }
    }

    /// <summary>Each sentence for itself: a point of a list may hold several.</summary>
    private static void Read(ProductDocument document, Statement statement, IReadOnlyCollection<string> speakers, Talk talk, Notes notes)
    {
        if (statement.Text.Opens("persona", "user persona", "primary persona", "secondary persona"))
        {
            return; // an invented user
        }

        var first = true;
        foreach (var sentence in SpokenText.Sentences(statement))
        {
            if (!first)
            {
                talk.Begin(paragraph: false);
            }

            first = false;
            Read(new Passage(document, statement.Span, sentence, statement.Headings) { Speakers = speakers }, talk, notes);
        }
    }

    private static void Read(Passage passage, Talk talk, Notes notes)
    {
        if (Declined.Reads(passage.Text) || SpokenText.IsTurn(passage.Text) || SpokenText.IsGreeting(passage.Text))
        {
            return;
        }

        passage = passage with { Clauses = [.. ClauseReader.Read(passage.Said).Select(ParticleVerbs.Of)] };
        notes.Passages.Add(passage);
        if (AskedTitle.Read(passage, talk) || ShowsNext.Read(passage, talk))
        {
            return;
        }

        foreach (var clause in passage.Clauses)
        {
            if (talk.Taken == clause.Range)
            {
                continue;
            }

            var resolved = talk.Resolve(talk.Completed(clause));
            notes.Resolved.Add((resolved, passage));
            talk.Supposed = resolved is { Kind: ClauseKind.Condition, Subjects: [{ IsPronoun: false, Plural: false } supposed] } && !Keepers.IsOne(supposed) && !AttributeWords.IsOne(supposed) ? supposed : talk.Supposed;
            talk.Main = resolved.Kind == ClauseKind.Main && resolved.Verb.Verb.Length > 0 ? resolved : talk.Main;
            notes.Possessions.AddRange(PlacePossessions.Of(resolved).Select(pair => (pair.Owner, pair.Owned, passage)));
            BracketedList.Read(resolved, passage, notes);
            foreach (var pattern in ProsePatterns.All)
            {
                if (pattern.Read(resolved, passage, talk, notes))
                {
                    break;
                }
            }
        }
    }

    /// <summary>Lines of blocks that another form was read from, that are out of scope, or that describe messages.</summary>
    private static HashSet<int> SilentLines(ProductDocument document, FactCollector facts) =>
        document.Blocks.Where(block => block is not HeadingBlock && (facts.IsClaimed(block) || HeadingTopics.StatesNoData(block) || Subjects.IsInterface(block.Headings) || SilentSections.Contains(block)))
            .SelectMany(block => Enumerable.Range(block.Span.Line, block.Span.EndLine - block.Span.Line + 1))
            .Concat(facts.Facts.OfType<RelationshipFact>().Where(fact => fact.Source.Document == document.Name && (RelationshipBullets.SaysItsKind(fact) || RelationshipBullets.SaysAll(fact))).Select(fact => fact.Source.Line))
            .Concat(document.Statements.Where(statement => facts.IsClaimed(statement.Span)).Select(statement => statement.Span.Line))
            .ToHashSet();
}
