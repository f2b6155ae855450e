using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Tax = net × rate / 100", "the total is net plus tax": the amounts of a row by the first words of their names, each by the only one that it can mean.</summary>
internal sealed class ShortFormula : IParaphrase
{
    private const int LongestName = 4;

    private static readonly string[] Signs = ["+", "-", "×", "*", "/", "÷", "plus", "minus", "times", "(", ")", "less"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var sign = Enumerable.Range(1, Math.Max(0, words.Count - 4)).FirstOrDefault(at => words[at].IsOperator("=") || words[at].IsAny("equals"), -1);
        var end = Rewording.End(words);
        if (sign is < 1 or > 5 || !words.Skip(sign + 1).Any(word => word.IsAny(Signs)) || Phrase.Has(words, "if", "when", "unless", "of"))
        {
            return null;
        }

        foreach (var terms in Candidates(line))
        {
            var speech = new Speech(line.Vocabulary, terms);
            if (Named(speech, terms, words, 0, sign) is { Count: 1 } left && Named(speech, terms, words, sign + 1, end) is { Count: > 2 } right)
            {
                return left.Concat(right).SequenceEqual(words.Where((_, at) => at != sign && at < end)) ? null : line.About(terms, [.. left, words[sign], .. right]);
            }
        }

        return null;
    }

    private static IEnumerable<EntityTerms> Candidates(RuleLine line) =>
        line.Vocabulary.EntitiesIn(line.Demand).Take(1).Concat(line.Subject is null ? [] : [line.Subject]).Concat(line.Near).Distinct();

    /// <summary>Every attribute by its own name; null when one is not known.</summary>
    private static List<Token>? Named(Speech speech, EntityTerms terms, Seq<Token> words, int from, int to)
    {
        var said = new List<Token>();
        for (var at = from; at < to;)
        {
            if (words[at].IsAny("the", "its", "a"))
            {
                at++;
            }
            else if (words[at].Kind == TokenKind.Number || words[at].IsAny(Signs))
            {
                said.Add(words[at++]);
            }
            else if (One(speech, terms, words, at, to) is var (column, end))
            {
                said.Add(Rewording.Word(column.Name));
                at = end;
            }
            else
            {
                return null;
            }
        }

        return said;
    }

    private static (Column Column, int End)? One(Speech speech, EntityTerms terms, Seq<Token> words, int at, int to)
    {
        for (var length = Math.Min(LongestName, to - at); length > 0; length--)
        {
            if (Phrase.Key(words, at, length) is { } key && terms.Exact(key) is { IsNumber: true, IsForeignKey: false } exact)
            {
                return (exact, at + length);
            }
        }

        return Short(terms, words[at]) is { } column ? (column, at + 1)
            : speech.At(words, at) is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } operand && operand.Entity == terms.Name && operand.End <= to ? (operand.Column, operand.End) : null;
    }

    /// <summary>The one number whose name begins with the word; of an amount and its rate the amount, and "rate" for the only share.</summary>
    private static Column? Short(EntityTerms terms, Token word)
    {
        var said = Nouns.Singular(word.Lower);
        var numbers = word.Kind != TokenKind.Word || said.Length < 3 ? [] : terms.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false }).ToArray();
        var begun = numbers.Where(column => column.Words[0] == said).ToArray();
        var amounts = begun.Length > 1 ? begun.Where(column => column.Words[^1] is "amount" or "total" || column.Type.Kind == Terms.DataKind.Money).ToArray() : begun;
        return amounts is [var only] ? only : said == "rate" && numbers.Where(column => column.Words.Any(part => part is "rate" or "percent" or "percentage")).ToArray() is [var share] ? share : null;
    }
}
