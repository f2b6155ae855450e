using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A loan can be renewed at most three times", "a card may be printed no more than twice": the number that counts how often it was done.</summary>
internal sealed class CountsTimes : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = Turned(line.Demand);
        var end = Rewording.End(words);
        if (words.Count is < 5 or > 14 || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: null } phrase)
        {
            return null;
        }

        for (var at = phrase.End + 1; at < end - 1; at++)
        {
            var twice = at + 1 < end && words[end - 1].IsAny("twice", "once") ? (decimal?)(words[end - 1].Is("twice") ? 2 : 1) : null;
            if (Limits.UpperAt(words, at) is > 0 and var number && (Figures.At(words, number) is { } limit && number + 1 < end && words[number + 1].IsAny("times", "time") && number + 2 >= end ? limit : twice is not null && number == end - 1 ? twice : null) is { } most
                && Counter(phrase.Terms, words, phrase.End, at) is { } column)
            {
                return Reading.Of(line.Must(phrase.Terms.Name, $"{column.Name} at most {most}", Logic.Compare(column, CompareOp.LessOrEqual, most)));
            }
        }

        return null;
    }

    /// <summary>"twice at most", "three times at most": at most so often.</summary>
    private static Seq<Token> Turned(Seq<Token> words)
    {
        var end = Rewording.End(words);
        var figure = end < 5 || !Phrase.At(words, end - 2, "at", "most") ? -1 : words[end - 3].IsAny("twice", "once") ? end - 3 : words[end - 3].IsAny("times", "time") && Figures.At(words, end - 4) is not null ? end - 4 : -1;
        return figure < 0 ? words : [.. words.Take(figure), .. words.Skip(end - 2).Take(2), .. words.Skip(figure).Take(end - 2 - figure)];
    }

    /// <summary>"renewals", "renewal_count" for what is renewed.</summary>
    private static Column? Counter(EntityTerms terms, Seq<Token> words, int from, int to)
    {
        var verb = words.Skip(from).Take(to - from).LastOrDefault(word => word.Kind == TokenKind.Word && !word.IsAny("at", "be", "may", "can", "not", "only", "no", "must"));
        var found = verb is null ? [] : terms.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false } && column.Words.Count <= 3 && (column.Words.Count == 1 || column.Words.Any(word => word is "count" or "number" or "times" or "attempts")) && column.Words.Any(word => Stems.Same(word, verb.Lower))).ToArray();
        return found.Length == 1 ? found[0] : null;
    }
}
