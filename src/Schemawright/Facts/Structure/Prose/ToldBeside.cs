using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Described;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>
/// Finds sentences outside of the data model that say what is kept of something the data model does not describe: "repair records are kept for each
/// bike: …", "messages hold a text and …" where a relationship names messages. What screens, mails and reports show is none of it.
/// </summary>
internal static class ToldBeside
{
    private const int FewestItems = 3;

    /// <summary>Verbs that promise a record; what is shown, viewed or reported need not be stored.</summary>
    private static readonly HashSet<string> Stores = new(["record", "keep", "store", "log", "track", "maintain", "save", "note", "document", "register", "hold"], StringComparer.Ordinal);

    /// <summary>The statements that list what is kept of things in no other form.</summary>
    /// <param name="known">The keys of the things that other forms describe.</param>
    public static HashSet<SourceSpan> Statements(Notes notes, HashSet<string> known, FactCollector facts)
    {
        var named = facts.Facts.OfType<RelationshipFact>().Where(fact => fact.Form != FactForm.Sentence).SelectMany(fact => new[] { fact.From, fact.To })
            .Select(Naming.EntityKey).Where(key => !known.Contains(key)).ToHashSet(StringComparer.Ordinal);
        var read = facts.Facts.OfType<AttributeFact>().Where(fact => fact.Form == FactForm.Sentence).Select(fact => fact.Source).ToHashSet();
        var lists = notes.Lists.Where(list => !known.Contains(list.Key) && (named.Contains(list.Key) ? list.Items.Any(AttributeWords.IsOne) : IsKept(list, known))).Select(list => list.Passage);
        var together = notes.Details.Where(detail => detail is { Told: null, Together: true } && detail.Of.Any(noun => known.Contains(Naming.EntityKey(noun.Name))) && detail.Of.Any(noun => MayBeThing(noun, known)) && AreMeasures(detail.Items)).Select(detail => detail.Passage);
        var details = notes.Details.Where(detail => detail.Told is { Verb.Passive: true, Kind: ClauseKind.Main, Subjects: [{ IsPronoun: false } kept] } told && Stores.Contains(told.Verb.Verb) && MayBeThing(kept, known) && AreMeasures(detail.Items)).Select(detail => detail.Passage);
        var stated = facts.Facts.Where(fact => fact is EntityFact or AttributeFact).ToLookup(fact => (fact.Source.Document, fact.Source.Line), fact => fact.Source);
        var chapters = notes.Lists.Where(list => IsChapter(list, known) && !stated[(list.Passage.Document.Name, list.Passage.Span.Line)].Any(list.Passage.Span.Overlaps)).Select(list => (list.Passage.Document.Name, list.Passage.Headings)).ToHashSet();
        var chaptered = notes.Passages.Where(passage => chapters.Contains((passage.Document.Name, passage.Headings)));
        return lists.Concat(details).Concat(together).Concat(chaptered).Where(passage => !passage.Headings.Any(ScreenWords.Name)).Select(passage => passage.Span)
            .Concat(facts.Corpus.Documents.SelectMany(document => NamedInBold.Unread(document, facts)).Select(entry => entry.Sentence)).Where(span => !read.Contains(span)).ToHashSet();
    }

    /// <summary>"## Permits" above "A permit has a number and a date", or a line "Permit: number, holder, date, fee": requirements that give a chapter or a line of fields to a thing describe it.</summary>
    private static bool IsChapter(Listed list, HashSet<string> known) =>
        list.Passage is { Document.Kind: DocumentKind.ProductRequirements, Headings.Count: > 1 } passage && MayBeThing(list.Owner, known)
        && (list.Manner is Manner.Has or Manner.Records or Manner.OfEach && list.Items.Count(AttributeWords.IsOne) > 1 && !list.Passage.Text.Says("shown", "shows", "show", "displayed", "displays", "display", "listed", "printed") && IsTitle(HeadingNames.Of(passage.Headings[^1]), list.Key)
            || list.Manner == Manner.Label && list.Items.Count > FewestItems && AreMeasures(list.Items) && passage.Said.StartsWith(list.Owner.Name + ":", StringComparison.OrdinalIgnoreCase));

    private static bool IsTitle(string heading, string key) => Naming.EntityKey(heading) == key;

    /// <summary>"For each deposit the clerk records the amount, …": of every one, and said to be recorded.</summary>
    private static bool IsKept(Listed list, HashSet<string> known) =>
        (list.Manner is Manner.Records || list.Owner.Determiner == Determiner.Each || SaysKept(list)) && MayBeThing(list.Owner, known) && AreMeasures(list.Items);

    /// <summary>"Repair records are kept for each bike: …": the list follows what is said to be kept.</summary>
    private static bool SaysKept(Listed list) =>
        list.Passage.Clauses.Any(clause => clause is { Kind: ClauseKind.Main, Verb: { Passive: true, Negated: false } } && Stores.Contains(clause.Verb.Verb) && clause.Subjects is [{ IsPronoun: false } kept] && Naming.EntityKey(kept.Name) == list.Key);

    private static bool MayBeThing(NounPhrase noun, HashSet<string> known) =>
        !known.Contains(Naming.EntityKey(noun.Name)) && !Keepers.IsOne(noun) && !Keepers.IsNothing(noun) && !AttributeWords.IsOne(noun) && !ScreenWords.Name(noun.Name);

    private static bool AreMeasures(IReadOnlyList<NounPhrase> items) => items.Count >= FewestItems && items.Count(AttributeWords.IsOne) * 3 >= items.Count * 2;
}
