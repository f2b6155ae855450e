using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Words that a document explains by values of the model: "an open claim (open = neither paid nor refused)", "'running' means hired or on leave".</summary>
internal static class Glosses
{
    private const int Longest = 14;

    /// <summary>Makes the words known for the things whose values explain them.</summary>
    public static void Learn(IEnumerable<RuleFact> facts, Vocabulary vocabulary)
    {
        foreach (var fact in facts)
        {
            var words = Lexer.Read(fact.Text);
            if (Explained(words) is not var (_, word, from, to, _) || word.Contains(' ', StringComparison.Ordinal))
            {
                continue;
            }

            var noun = Enumerable.Range(0, words.Count - 1).Where(at => words[at].Is(word)).Select(at => vocabulary.EntityAt(words, at + 1, out _)).OfType<EntityTerms>();
            foreach (var terms in noun.Concat(vocabulary.EntitiesIn(words)).Append(BlockSubject.Of(fact, vocabulary)).OfType<EntityTerms>().Distinct())
            {
                if (Adjectives.Of(terms, word) is null && Meaning(terms, words, from, to) is { } meaning)
                {
                    terms.Explain(word, meaning.Column, meaning.Which);
                    break;
                }
            }
        }
    }

    /// <summary>The words without an explanation in brackets that is known.</summary>
    public static Seq<Token> Without(Seq<Token> words, Vocabulary vocabulary) =>
        Explained(words) is var (open, word, _, _, close) && close > open && vocabulary.All.Any(terms => terms.Explained(word) is not null) ? [.. words.Take(open), .. words.Skip(close + 1)] : words;

    /// <summary>Where "(word = values)" or "word means values" stands.</summary>
    private static (int Open, string Word, int From, int To, int Close)? Explained(Seq<Token> words)
    {
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if ((words[at].IsOperator("=") || words[at].Is("means")) && at > 1 && words[at - 2].Is("(") && words[at - 1].Kind is TokenKind.Word or TokenKind.Quoted && Phrase.IndexOf(words, at, ")") is > 0 and var close && close - at <= Longest)
            {
                return (at - 2, words[at - 1].Lower, at + 1, close, close);
            }

            if (words[at].Is("means") && at > 2 && words[at - 2].Is(";") && words[at - 1].Kind is TokenKind.Word or TokenKind.Quoted && words.Count - at <= Longest)
            {
                return (at - 2, words[at - 1].Lower, at + 1, Rewording.End(words), Rewording.End(words) - 1);
            }

            if (words[at].IsAny("count", "counts") && words[at + 1].Is("as") && at + 3 == Rewording.End(words) && Enumerable.Range(0, at).LastOrDefault(place => words[place].IsAny(";", "."), -1) is >= 0 and var mark && at - mark <= Longest)
            {
                return (mark, words[at + 2].Lower, mark + 1, at, at + 2);
            }

            if (at > 1 && words[at].Is("(") && words[at - 1].Kind == TokenKind.Word && words[at - 2].Kind == TokenKind.Word && Phrase.IndexOf(words, at, ")") is > 0 and var last && last - at is > 1 and <= Longest && !words[at + 1].IsAny("or", "and", "not", "no", "only") && words.Skip(at).Take(last - at).Any(word => word.IsAny("or", ",", "and")) && !words.Skip(at).Take(last - at).Any(word => word.IsAny("=", "means") || word.Kind == TokenKind.Number))
            {
                return (at, words[at - 2].Lower, at + 1, last, last);
            }

            if (at == 1 && words[0].Kind == TokenKind.Quoted && words[1].IsAny("means") && words.Count <= Longest)
            {
                return (0, words[0].Lower, 2, Rewording.End(words), -1);
            }
        }

        return null;
    }

    /// <summary>"neither a nor b", "not a and not b", "a, b or c": values of one attribute, with nothing else between them.</summary>
    private static (Column Column, Expr Which)? Meaning(EntityTerms terms, Seq<Token> words, int from, int to)
    {
        foreach (var column in terms.Columns.Where(column => column.Type.Values.Count > 0).OrderBy(column => column == terms.State ? 0 : 1))
        {
            var (values, denied, at) = (new List<string>(), false, from);
            while (at < to)
            {
                if (words[at].IsAny("not", "neither", "no") && (values.Count == 0 || denied))
                {
                    (denied, at) = (true, at + 1);
                }
                else if (words[at].IsAny(",", "or", "and", "nor", "both", "/", "it", "is", "status", "state", "one", "that", "still", "either"))
                {
                    at++;
                }
                else if (Enumerable.Range(1, Math.Min(3, to - at)).Reverse().FirstOrDefault(length => Values.Enumerated(string.Join(' ', words.Skip(at).Take(length).Select(word => word.Text)), column) is not null) is > 0 and var width)
                {
                    values.Add(Values.Enumerated(string.Join(' ', words.Skip(at).Take(width).Select(word => word.Text)), column)!);
                    at += width;
                }
                else
                {
                    break;
                }
            }

            if (at >= to && values.Count > 0)
            {
                return (column, denied ? Logic.Opposite(Logic.In(column, values)) : Logic.In(column, values));
            }
        }

        return null;
    }
}
