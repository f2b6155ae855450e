using Schemawright.Diagnostics;
using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>Finds things without a list of their own: what several sentences tie to at least two others, as "a rental" that begins on a day and covers tents.</summary>
internal static class FindLinked
{
    private const int Enough = 2;

    public static void Run(Notes notes, Things things)
    {
        var partners = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var places = new Dictionary<string, HashSet<(SourceSpan, int)>>(StringComparer.Ordinal);
        var first = new Dictionary<string, (NounPhrase Phrase, Passage Passage)>(StringComparer.Ordinal);
        foreach (var (clause, passage, isList) in Clauses(notes))
        {
            var nouns = clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)).Where(noun => !noun.IsPronoun).ToList();
            foreach (var noun in (isList ? clause.Subjects : nouns).Where(noun => MayBeLinked(noun, things)))
            {
                var key = Naming.EntityKey(noun.Name);
                (places.TryGetValue(key, out var spans) ? spans : places[key] = []).Add((passage.Span, clause.Range.First));
                var found = partners.TryGetValue(key, out var known) ? known : partners[key] = new(StringComparer.Ordinal);
                found.UnionWith(nouns.Select(other => things.Of(other)?.Key).OfType<string>());
                found.UnionWith(clause.Subjects.Contains(noun) && clause.Phrases.Any(IsTime) ? ["when"] : Array.Empty<string>());
                if (noun.SpeaksOfEach && (!first.TryGetValue(key, out var entry) || !entry.Phrase.SpeaksOfEach))
                {
                    first[key] = (noun, passage);
                }
            }
        }

        var longerNames = ByEnding(first.Keys); // a name that is dropped below is the ending of another, never longer than one
        foreach (var key in first.Keys.Where(key => !key.Contains('_', StringComparison.Ordinal)).ToList())
        {
            if (longerNames[key].ToList() is not [var longer] || longer.StartsWith("parent_", StringComparison.Ordinal) || longer.StartsWith("home_", StringComparison.Ordinal))
            {
                continue;
            }

            partners[longer].UnionWith(partners[key]); // "works in a sales area, and every area is …"
            places[longer].UnionWith(places[key]);
            first.Remove(key);
        }

        Shorten([.. first.Keys], partners, places);
        foreach (var (key, (phrase, passage)) in first.Where(entry => partners[entry.Key].Count >= Enough && places[entry.Key].Count >= Enough))
        {
            things.Add(key, FindThings.Singular(phrase), passage);
        }
    }

    /// <summary>"A loan request is sent for one show. The request lists …": what is said of the shorter name is said of the longer.</summary>
    private static void Shorten(HashSet<string> keys, Dictionary<string, HashSet<string>> partners, Dictionary<string, HashSet<(SourceSpan, int)>> places)
    {
        var names = ByEnding(keys);
        foreach (var longer in keys.Where(key => key.Contains('_', StringComparison.Ordinal)))
        {
            var last = longer[(longer.LastIndexOf('_') + 1)..];
            if (Transactions.IsOne(last) && !keys.Contains(last) && places.TryGetValue(last, out var spoken) && names[last].Count() == 1)
            {
                partners[longer].UnionWith(partners[last]); // "a loan request is sent for …; the request lists …"
                places[longer].UnionWith(spoken);
            }
        }
    }

    /// <summary>The names by the words they end in: "loan_request" under "request".</summary>
    private static ILookup<string, string> ByEnding(IEnumerable<string> keys) =>
        keys.SelectMany(key => Enumerable.Range(0, key.Length).Where(at => key[at] == '_').Select(at => (Ending: key[(at + 1)..], Key: key))).ToLookup(name => name.Ending, name => name.Key, StringComparer.Ordinal);

    private static IEnumerable<(Clause Clause, Passage Passage, bool IsList)> Clauses(Notes notes) =>
        notes.Told.Where(told => !Senses.IsIdle(told.Clause.Verb.Verb) && !(Senses.Records(told.Clause.Verb.Verb) && !told.Clause.Verb.Passive) && told.Clause.Kind != ClauseKind.Attached && !told.Clause.Verb.Negated).Select(told => (told.Clause, told.Passage, false))
            .Concat(notes.Lists.Where(list => list.Manner == Manner.Has).Select(list => (new Clause(ClauseKind.Main, [list.Owner], new("have"), list.Items, []), list.Passage, true)));

    private static bool IsTime(PrepositionalPhrase phrase) =>
        phrase.Preposition is "on" or "at" or "from" && phrase.Nouns is [{ Determiner: Determiner.Indefinite or Determiner.Counted } noun] && Naming.EntityKey(noun.Name) is "date" or "day" or "time" or "weekday";

    /// <summary>Not a person, who may only use the system, nor what measures or owns.</summary>
    private static bool MayBeLinked(NounPhrase noun, Things things) =>
        FindThings.MayBeNamed(noun) && !Keepers.IsOne(noun) && !Persons.IsOne(noun) && things.Of(noun) is null && noun.Of is null && noun.Determiner is not (Determiner.Possessive or Determiner.Other)
        && (!AttributeWords.IsOne(noun) || ((AttributeWords.MayBeThing(Naming.EntityKey(noun.Name)) || AttributeWords.IsShared(Naming.EntityKey(noun.Name))) && !noun.Name.Contains(' ', StringComparison.Ordinal))
        || (noun.Determiner == Determiner.Indefinite && AttributeWords.IsShared(Naming.EntityKey(noun.Name[(noun.Name.LastIndexOf(' ') + 1)..]))));
}
