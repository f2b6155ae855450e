using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Sales and losses are negative", "gifts are positive", "corrections are anything but zero": the sign of the one figure of rows of these kinds.</summary>
internal sealed class SignByKind : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 2 or > 12 || line.Subject is not { } subject || Sign(words, end, out var verb) is not { } op)
        {
            return null;
        }

        var kinds = words.Take(verb).Where(word => !word.IsAny("and", "or", ",", "all", "every", "a", "an", "the")).ToArray();
        var column = subject.Columns.FirstOrDefault(candidate => candidate.Type.Values.Count > 1 && kinds.Length > 0 && Array.TrueForAll(kinds, word => Value(word, candidate) is not null));
        var figures = subject.Columns.Where(candidate => candidate is { IsNumber: true, IsForeignKey: false }).ToArray();
        return column is null || figures is not [var figure] ? null
            : Reading.Of(line.Must(subject.Name, $"{figure.Name} {words[end - 1].Lower} for {string.Join(" and ", kinds.Select(word => word.Lower))}", new Implies(Logic.In(column, [.. kinds.Select(word => Value(word, column)!)]), new Compare(op, figure.Ref, Literal.Number(0)))));
    }

    private static string? Value(Token word, Column column) => Values.Enumerated(word.Text, column) ?? Values.Enumerated(Facts.Language.Nouns.Singular(word.Lower), column);

    private static CompareOp? Sign(IReadOnlyList<Token> words, int end, out int verb)
    {
        verb = Phrase.IndexOf(words, 1, "is", "are", "must", "anything");
        return verb < 0 ? null
            : words[end - 1].Is("negative") && end - verb <= 3 && !words.Skip(verb).Any(word => word.IsAny("not", "never", "may", "can")) ? CompareOp.Less
            : words[end - 1].Is("positive") && end - verb <= 3 && !words.Skip(verb).Any(word => word.IsAny("not", "never", "may", "can")) ? CompareOp.Greater
            : words[end - 1].IsAny("zero", "0") && (Phrase.At(words, end - 3, "anything", "but") || Phrase.At(words, end - 2, "not") || Phrase.At(words, end - 2, "never")) ? CompareOp.NotEqual : null;
    }
}
