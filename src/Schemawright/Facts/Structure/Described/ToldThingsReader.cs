using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Prose;

namespace Schemawright.Facts.Structure.Described;

/// <summary>
/// Reads sentences and bullets anywhere that say in full what a thing has: "A trip has a number, a status (open, closed) and a start date", "For each
/// stop the skipper enters the port and the time". The thing is one that is described elsewhere, or one of several that bullets tell so.
/// </summary>
/// <param name="afterSentences">Reads what the grammar of sentences left of things it knows: "A job stores title and salary" has two nouns that could be verbs.</param>
internal sealed class ToldThingsReader(bool afterSentences) : IFactReader
{
    private const int FewestThings = 3;
    private const int MostWordsOfAName = 3;
    private const int LongestSentence = 400;

    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "each", "every", "the" };

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = Known(facts);
        if (!afterSentences && !facts.Facts.Any(fact => fact is EntityFact { Weak: false, Form: not FactForm.Sentence }))
        {
            return; // where sentences alone tell of the data, they are read together
        }

        var silent = document.Blocks.Where(block => facts.IsClaimed(block) || HeadingTopics.StatesNoData(block) || Subjects.IsInterface(block.Headings) || SilentSections.Contains(block) || block.Headings.Any(ScreenWords.Name))
            .SelectMany(block => Enumerable.Range(block.Span.Line, block.Span.EndLine - block.Span.Line + 1)).ToHashSet();
        var read = facts.Facts.Where(fact => (fact is AttributeFact || afterSentences) && fact.Source.Document == document.Name).Select(fact => fact.Source.Line).ToHashSet();
        var told = document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && statement.Text.Length < LongestSentence && !facts.IsClaimed(statement.Span) && !silent.Contains(statement.Span.Line) && !read.Contains(statement.Span.Line))
            .Select(statement => statement.Text.Split("; ").Select(part => Told.Of(statement, part, known)).FirstOrDefault(entry => entry is not null)).OfType<Told>().ToList();
        var listed = told.Where(entry => entry.TellsAThing).Select(entry => entry.Key).Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var things = listed.Count >= FewestThings && !afterSentences ? listed : [];
        foreach (var entry in told.Where(entry => known.Contains(entry.Key) || (!afterSentences && entry.IsPromised) || (entry.TellsAThing && things.Contains(entry.Key))))
        {
            var writer = new FactWriter(document, facts, entry.Statement.Form == StatementForm.ListItem ? FactForm.List : FactForm.Sentence);
            writer.Entity(entry.Title, null, entry.Statement.Span, entry.Statement.Text);
            DescribedThingsReader.WriteList(entry.Title, entry.List, entry.Statement.Text, entry.Statement.Span, writer);
            facts.Claim(entry.Statement.Span);
        }
    }

    private HashSet<string> Known(FactCollector facts) =>
        facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak || fact.Form == FactForm.EntityBlock).Select(fact => fact.Name)
            .Concat(afterSentences ? facts.Facts.OfType<RelationshipFact>().SelectMany(fact => new[] { fact.From, fact.To }) : []).Select(Naming.EntityKey).ToHashSet(StringComparer.Ordinal);

    /// <summary>A statement with the thing it tells of and what it lists of it.</summary>
    private sealed record Told(Statement Statement, string Title, SpokenList List)
    {
        private const int FewestInASentence = 3;

        public string Key => Naming.EntityKey(Title);

        /// <summary>A bullet, or a sentence on any one of its kind with several attributes: "the trip has …" may be of one of them.</summary>
        public bool TellsAThing => Statement.Form == StatementForm.ListItem || (List.Attributes.Count >= FewestInASentence && !Statement.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase));

        /// <summary>"Every report stores …": said of each, with several attributes.</summary>
        public bool IsPromised => List.Attributes.Count >= FewestInASentence && List.IsSure && Each;

        private bool Each { get; init; }

        /// <summary>Null when the statement is of no thing, or lists anything that is no attribute.</summary>
        public static Told? Of(Statement statement, string text, HashSet<string> known)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var start = words.Length < 4 ? -1 : words[0].ToLowerInvariant() is "for" && words[1].ToLowerInvariant() is "each" or "every" ? 2 : Articles.Contains(words[0]) ? 1 : -1;
            if (OwnersOf(text) is { } owner && IsThing(owner, known) && SpokenList.Of(text, owner, known.Contains) is { IsSure: true, Unread.Count: 0, IsOpened: true } kept)
            {
                return new(statement, owner, kept);
            }

            var each = words[0].ToLowerInvariant() is "each" or "every" && words.Skip(1).Take(MostWordsOfAName + 1).Any(word => word is "stores" or "records" or "holds" or "keeps" or "has");
            for (var length = MostWordsOfAName; start > 0 && length > 0; length--)
            {
                var title = start + length < words.Length ? string.Join(' ', words[start..(start + length)]).TrimEnd(',') : "";
                if (title.Length > 0 && IsAlone(words, start, length) && (IsThing(title, known) || (each && IsStored(title, words))) && SpokenList.Of(text, title, known.Contains) is { IsSure: true, Unread.Count: 0, IsOpened: true } list)
                {
                    return new(statement, title, list) { Each = each };
                }
            }

            return null;
        }

        /// <summary>"We store the guest's name, …" is of the guest.</summary>
        private static string? OwnersOf(string text)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var owner = words.Length > 5 && words[0] is "We" or "we" ? Array.FindIndex(words, 1, Math.Min(5, words.Length - 1), word => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)) : -1;
            return owner > 2 && words[2] is "the" or "a" or "each" or "every" ? string.Join(' ', words[3..(owner + 1)])[..^2] : null;
        }

        /// <summary>No article stands in the name, and one behind it where "for each" opens the sentence.</summary>
        private static bool IsAlone(string[] words, int start, int length) =>
            !Array.Exists(words[start..(start + length)], IsDeterminer) && (start == 1 || words[start + length - 1].EndsWith(',') || IsDeterminer(words[start + length]) || char.IsLower(words[start + length][0]) && words[start + length].EndsWith('s'));

        private static bool IsDeterminer(string word) => Articles.Contains(word) || word is "we" or "they" or "you" or "our";

        /// <summary>"Every position report stores …": what is stored is no report on a screen.</summary>
        private static bool IsStored(string title, string[] words) =>
            Naming.Words(title).Count > 1 && EntityNames.IsName(title) && !Keepers.IsOne(Naming.EntityKey(title)) && words.Any(word => word is "stores" or "records" or "holds" or "keeps");

        private static bool IsThing(string title, HashSet<string> known)
        {
            var key = Naming.EntityKey(title);
            return known.Contains(key) || (EntityNames.IsName(title) && (key is "application" || !Keepers.IsOne(key)) && !Keepers.IsNothing(key) && (!AttributeWords.IsOne(title) || AttributeWords.MayBeThing(key)) && !ScreenWords.Name(title));
        }
    }
}
