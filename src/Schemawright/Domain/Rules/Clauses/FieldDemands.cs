using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>What a list asks of rows, read to its last word: "a reason of at least 10 characters", "who packed it, its weight and the time of packing".</summary>
/// <param name="Given">Each of them is there, and as long as it is said to be.</param>
/// <param name="Rest">What is said further of the last: "it lies after the arrival", "not before the order".</param>
internal sealed record FieldDemands(IReadOnlyList<(Expr Given, Column Field)> Given, Seq<Token> Rest)
{
    private const int Most = 6;

    /// <param name="quality">What the rows are or undergo.</param>
    public static FieldDemands? Read(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, IReadOnlyList<string> quality)
    {
        var (demands, at) = (new List<(Expr Given, Column Field)>(), 0);
        while (at < words.Count && demands.Count < Most)
        {
            if (demands.Count > 0 && Addition(words, at) is { } rest)
            {
                return new(demands, rest);
            }

            if (Item(vocabulary, rows, words, at, quality) is not var (given, column, end))
            {
                return null;
            }

            demands.Add((given, column));
            at = end;
            while (at < words.Count && words[at].IsAny(",", "and", "&", "as", "well", "also", "plus") && Addition(words, at) is null)
            {
                at++;
            }
        }

        return demands.Count == 0 || at < words.Count ? null : new(demands, []);
    }

    /// <summary>"and it …", ", not before …": more about what was named last.</summary>
    private static Seq<Token>? Addition(Seq<Token> words, int at)
    {
        var start = at;
        while (start < words.Count && words[start].IsAny(",", "and", "which", ";"))
        {
            start++;
        }

        var pronoun = start < words.Count && words[start].IsAny("it", "that") && start > at && start + 2 < words.Count && words[start + 1].IsAny("is", "are", "must", "may", "cannot", "lies", "has");
        var bound = start > at && start + 1 < words.Count && words[start].IsAny("not", "no", "on", "at", "after", "before") && Relation.At(words, words[start].Is("not") && words[start + 1].IsAny("before", "after", "below", "above") ? start + 1 : start) is not null;
        var person = start > at && start + 3 < words.Count && words[start].Is("that") && words[start + 1].IsAny("person", "employee", "user", "member", "clerk") && words[start + 2].IsAny("is", "must");
        if (person)
        {
            return [.. words.Skip(start + 2)];
        }

        return pronoun ? [.. words.Skip(start + 1)] : bound ? [Rewording.Word("must"), .. words[start].Is("not") ? (Seq<Token>)[words[start], Rewording.Word("be"), .. words.Skip(start + 1)] : [Rewording.Word("be"), .. words.Skip(start)]] : null;
    }

    private static (Expr Given, Column Column, int End)? Item(Vocabulary vocabulary, EntityTerms rows, Seq<Token> words, int at, IReadOnlyList<string> quality)
    {
        if (words[at].IsAny("no", "not", "never", "neither", "none", "without", "nothing"))
        {
            return null;
        }

        for (var end = words.Count; end > at; end--)
        {
            if (end < words.Count && !words[end].IsAny(",", "and", "&", ";", "of", "with", "as") || FieldPhrase.Read(vocabulary, rows, [.. words.Skip(at).Take(end - at)], quality) is not { IsOwn: true } field || field.Column == rows.State || field.Column.Type.Kind == DataKind.Boolean)
            {
                continue;
            }

            if (end == words.Count || words[end].IsAny(",", "and", "&", ";") || Phrase.At(words, end, "as", "well"))
            {
                return (new IsPresent(field.Ref), field.Column, end);
            }

            if (Length(words, end) is var (op, figure, after) && field.Column.IsText)
            {
                return (new And([new IsPresent(field.Ref), new Compare(op, new LengthOf(new Trimmed(field.Ref)), Literal.Number(figure))]), field.Column, after);
            }
        }

        return null;
    }

    /// <summary>"of at least 10 characters".</summary>
    private static (CompareOp Op, decimal Figure, int End)? Length(Seq<Token> words, int at) =>
        words[at].IsAny("of", "with") && at + 3 < words.Count && Relation.At(words, at + 1) is { Op: CompareOp.GreaterOrEqual or CompareOp.Greater } relation && Figures.At(words, relation.End) is { } figure && relation.End + 1 < words.Count && words[relation.End + 1].IsAny("characters", "character", "letters", "signs")
            ? (relation.Op, figure, relation.End + 2) : null;
}
