using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"… , void ones aside", "… ; aborted ones are ignored", "…, not counting drafts", "…, repeats excepted": what is said holds of all rows but those.</summary>
internal static class Excepted
{
    private const int Longest = 8;

    private static readonly string[] Closing = ["aside", "excepted", "apart", "excluded", "exempt", "ignored", "included", "counted", "count", "considered"];
    private static readonly string[] Between = ["is", "are", "do", "does", "not", "here", "being", "left", "out", "themselves", "then"];

    /// <summary>What the sentence before the exception says, of all other rows; null when no exception ends it or the rows are not known.</summary>
    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (words.Count > 50 || line.Depth > 3 || Cut(words, end) is not var (body, from, to) || body < 4)
        {
            return null;
        }

        if (RulePatterns.Read(line.With([.. words.Take(body)])) is not { Fate: null } reading || Entity(reading) is not { } entity)
        {
            return null;
        }

        if (words[body].IsAny(",", "unless") && words[from - 1].Is("unless"))
        {
            // "Twice …, unless the earlier one was void" excepts rows from what must differ; of other demands it is a condition.
            return reading.Rules.Count > 0 ? null : Earlier(line, line.Vocabulary.Of(entity), [.. words.Skip(from).Take(to - from)]) is { } others ? Conditioned.By(line.Vocabulary, reading, others) : null;
        }

        return Rows(line, line.Vocabulary.Of(entity), [.. words.Skip(from).Take(to - from)]) is { } rows ? Conditioned.By(line.Vocabulary, reading, rows with { Condition = Logic.Opposite(rows.Condition), Name = $"not {rows.Name}" })
            : words[end - 1].IsAny("aside", "excepted", "exempt", "ignored", "apart") ? Reading.Unclear($"nothing of {entity} tells which rows it excepts") : null;
    }

    /// <summary>"the earlier one was void": all the other rows.</summary>
    private static Clause? Earlier(RuleLine line, EntityTerms terms, Seq<Token> said)
    {
        var at = said.Count > 3 && said[0].IsAny("the", "an", "its") && said[1].IsAny("earlier", "other", "first", "previous", "older", "former", "existing") ? 2 : -1;
        at += at > 0 && (said[at].IsAny("one", "row", "entry") || line.Vocabulary.EntityAt(said, at, out var width) == terms && width == 1) ? 1 : 0;
        return at > 2 && VerbPhrase.Read(line, terms, [.. said.Skip(at)]) is { } told ? new(terms.Name, Logic.Opposite(told.Condition), $"not {told.Name}") : null;
    }

    private static string? Entity(Reading reading) =>
        reading.Rules.Select(rule => rule.Entity).Concat(reading.Keys.Select(key => key.Entity)).Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : null;

    /// <summary>Where the sentence ends, and where the excepted rows are named.</summary>
    private static (int Body, int From, int To)? Cut(Seq<Token> words, int end)
    {
        for (var at = 4; at < end - 1; at++)
        {
            var mark = words[at].IsAny(",", ";", "(") ? at + 1 : at;
            if (words[mark].Is("unless") && mark + 3 < end && end - mark <= Longest && Phrase.Has(words, "twice", "once", "same", "unique"))
            {
                return (at, mark + 1, end);
            }

            var opened = Phrase.At(words, mark, "not", "counting") || Phrase.At(words, mark, "leaving", "out") || Phrase.At(words, mark, "not", "including") ? mark + 2 : mark < end && words[mark].IsAny("ignoring", "disregarding") ? mark + 1 : -1;
            if (opened > 0 && opened < end && end - opened <= Longest)
            {
                return (at, opened, words[end - 1].Is(")") ? end - 1 : end);
            }

            var rest = mark == at ? -1 : Phrase.IndexOf(words, mark, [.. Closing, ",", ";", ")"]);
            if (rest > mark && rest < end && words[rest].IsAny(Closing) && rest - mark <= Longest && Enumerable.Range(rest + 1, end - rest - 1).All(place => words[place].IsAny("here", "from", "this", ")") || words[place].IsAny(Closing))
                && (!words[rest].IsAny("included", "counted", "count", "considered") || words.Skip(mark).Take(rest - mark).Any(word => word.Is("not"))))
            {
                var to = rest;
                while (to > mark && words[to - 1].IsAny(Between))
                {
                    to--;
                }

                return to == mark ? null : (at, mark, to);
            }
        }

        return null;
    }

    /// <summary>"void ones", "drafts and withdrawn ones", "repeats".</summary>
    private static Clause? Rows(RuleLine line, EntityTerms terms, Seq<Token> said)
    {
        Seq<Token> words = [.. said.Where(word => !word.IsAny("the", "all", "any")).Select(word => word.IsAny("ones", "one") ? Rewording.Word(terms.Name) : word)];
        if (words.Count == 0)
        {
            return null;
        }

        if (SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { Which: { } which, Only: false, None: false } phrase && phrase.Terms == terms && phrase.End == words.Count)
        {
            return new(terms.Name, which, phrase.Name);
        }

        var found = words.Where(word => !word.IsAny("and", "or", ",") && !word.Is(terms.Name.ToLowerInvariant())).Select(word => Adjectives.Denied(terms, word.Lower) ?? Adjectives.Denied(terms, Facts.Language.Nouns.Singular(word.Lower))).ToArray();
        return found.Length == 0 || found.Contains(null) ? null : new(terms.Name, found.Length == 1 ? found[0]! : new Or([.. found.OfType<Expr>()]), string.Join(' ', words.Select(word => word.Lower)));
    }
}
