using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>
/// Reads the values of a state, kind or level of a known thing from a sentence: "The status of a trip is one of planned, sailing or over",
/// "A boat's type can be: sail, motor", "Trip status: planned, sailing, over". The thing has such an attribute even where no list names it.
/// </summary>
internal sealed class StatedValuesReader : IFactReader
{
    private const int MostWordsOfAName = 3;

    private static readonly HashSet<string> Nouns = new("status state type kind category priority role level stage phase severity condition".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Links = new("is are be shall must can may should will either".Split(' '), StringComparer.Ordinal);

    private static readonly string[] Openings = ["one of the following", "one of these", "one of", "either", "the following", "following", "values", "as follows"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var known = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, name => name, StringComparer.Ordinal);
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        var untyped = Untyped(facts);
        var attributes = facts.Facts.OfType<AttributeFact>().Where(fact => fact.Form != FactForm.Sentence && fact.Source.Document == document.Name).Select(fact => fact.Source.Line).ToHashSet();
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && !attributes.Contains(statement.Span.Line)))
        {
            if (Stated(statement, known, untyped) is var (entity, attribute, values))
            {
                writer.Facts.Add(writer.Blank(entity, attribute, statement.Span, statement.Text) with { Type = new DataType(DataKind.Enumeration, Values: values) });
            }
        }
    }

    private static (string Entity, string Attribute, Seq<string> Values)? Stated(Statement statement, Dictionary<string, string> known, HashSet<(string Entity, string Name)> untyped)
    {
        var words = RuleCodes.Split(HeadingNames.Of(statement.Text)).Title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < Math.Min(words.Length - 2, 8); at++)
        {
            var noun = Plain(words[at]);
            if (!Nouns.Contains(noun) && !(at < 2 && IsBare(words, at) && OfSection(statement, known) is { } section && untyped.Contains((Naming.EntityKey(section), noun))))
            {
                continue;
            }

            var next = at + 1;
            var labelled = words[at].EndsWith(':');
            var entity = labelled ? Before(words, at, known) ?? (IsBare(words, at) ? OfSection(statement, known) : null) : After(words, ref next, known) ?? Before(words, at, known) ?? (IsBare(words, at) ? OfSection(statement, known) : null);
            if (entity is null)
            {
                return null;
            }

            labelled |= words[next - 1].EndsWith(':');
            return Values(words, next, labelled) is { } values ? (entity, noun, values) : null;
        }

        return null;
    }

    /// <summary>Attributes of one word that lists state without a type and whose name suggests none: only their values tell what they are.</summary>
    private static HashSet<(string, string)> Untyped(FactCollector facts) =>
        facts.Facts.OfType<AttributeFact>().Where(fact => fact is { Type: null, References: null } && fact.Form != FactForm.Sentence && Naming.Words(fact.Name) is [{ Length: > 3 }] && HeadNounTypes.Guess(fact.Name) is null)
            .Select(fact => (Naming.EntityKey(fact.Entity), Naming.Words(fact.Name)[0])).ToHashSet();

    private static string Plain(string word) => word.TrimEnd(':', ',', '.').ToLowerInvariant();

    /// <summary>Nothing but an article stands before the noun.</summary>
    private static bool IsBare(string[] words, int at) => at == 0 || (at == 1 && words[0].ToLowerInvariant() is "the" or "its");

    /// <summary>"status of a trip".</summary>
    private static string? After(string[] words, ref int next, Dictionary<string, string> known)
    {
        if (next >= words.Length || words[next] is not ("of" or "for"))
        {
            return null;
        }

        var start = next + 1;
        start += start < words.Length && words[start].ToLowerInvariant() is "a" or "an" or "the" or "each" or "every" ? 1 : 0;
        for (var count = Math.Min(MostWordsOfAName, words.Length - start); count > 0; count--)
        {
            if (known.TryGetValue(Naming.EntityKey(string.Join(' ', words.Skip(start).Take(count)).TrimEnd(':')), out var found))
            {
                next = start + count;
                return found;
            }
        }

        return null;
    }

    /// <summary>"a trip's status", "trip status".</summary>
    private static string? Before(string[] words, int at, Dictionary<string, string> known)
    {
        for (var count = Math.Min(MostWordsOfAName, at); count > 0; count--)
        {
            var name = string.Join(' ', words.Skip(at - count).Take(count));
            name = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
            if (known.TryGetValue(Naming.EntityKey(name), out var found) && (at == count || (at == count + 1 && words[0].ToLowerInvariant() is "a" or "an" or "the" or "each" or "every")))
            {
                return found;
            }
        }

        return null;
    }

    private static string? OfSection(Statement statement, Dictionary<string, string> known) =>
        (Subjects.OfData(statement.Headings) ?? Subjects.OfFeature(statement.Headings) ?? Subjects.OfBareTitle(statement.Headings)) is { } subject && known.TryGetValue(Naming.EntityKey(subject), out var found) ? found : null;

    /// <summary>Up to the full stop, or up to a comma behind which another clause begins.</summary>
    private static string FirstSentence(string text)
    {
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        var first = stop > 0 ? text[..stop] : text;
        var clause = Clauses.Select(word => first.Seek(word)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return clause > 0 ? first[..clause] : first;
    }

    private static readonly string[] Clauses = [", and it", ", and is", ", it ", ", it's", "; ", ", default", ", the default", ", where ", ", which "];

    /// <summary>What follows the words that link the noun to its values; null when it is no list of short names.</summary>
    private static Seq<string>? Values(string[] words, int next, bool labelled)
    {
        var start = next;
        while (next < words.Length && Links.Contains(Plain(words[next])))
        {
            next++;
        }

        if (next == words.Length || (next == start && !labelled))
        {
            return null;
        }

        var list = FirstSentence(string.Join(' ', words.Skip(next))).TrimEnd('.');
        var opening = Array.Find(Openings, opening => list.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        list = (opening is null ? list : list[opening.Length..]).TrimStart(':', ' ');
        var modal = words.Skip(start).Take(next - start).Any(word => Plain(word) is "shall" or "must" or "can" or "may" or "should");
        var commas = list.Contains(',') ? list : list.Replace(" or ", ", ", StringComparison.Ordinal);
        return (opening is not null || labelled || modal || list.Contains(" or ", StringComparison.Ordinal)) && !list.Holds("etc") && ValueLists.Parse(commas) is { } values
            && values.All(value => EntityNames.IsPlain(value) && value.Split(' ').Length <= 3 && value.Split(' ')[0].ToLowerInvariant() is not ("by" or "when" or "after" or "changed" or "set" or "not" or "the" or "a" or "an" or "only"))
            ? values : null;
    }
}
