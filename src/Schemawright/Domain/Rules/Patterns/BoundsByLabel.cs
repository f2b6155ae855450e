using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Minimum: $0.01", "Maximum order total: 5,000", "No negative amounts": the label or first word is the bound.</summary>
internal sealed class BoundsByLabel : IRulePattern
{
    public Reading? Read(RuleLine line) => Labelled(line) ?? NotNegative(line);

    private static Reading? Labelled(RuleLine line)
    {
        var words = line.Whole;
        if (words.Count < 2 || Bound(words[0]) is not { } op)
        {
            return null;
        }

        var figure = 1;
        while (figure < words.Count && words[figure].Kind != TokenKind.Number)
        {
            figure++;
        }

        if (figure >= words.Count || words[figure].Unit == "bytes" || figure + 1 < words.Count && words[figure + 1].Kind is not TokenKind.Mark)
        {
            return null;
        }

        var columns = Bounded(line, words, figure);
        return columns.Count == 0 ? null : Reading.Of(columns.Select(column => Rule(line, column, op, words[figure].Value)));
    }

    private static CompareOp? Bound(Token word) => word.Lower switch
    {
        "minimum" or "min" or "least" or "lowest" => CompareOp.GreaterOrEqual,
        "maximum" or "max" or "most" or "highest" => CompareOp.LessOrEqual,
        _ => null,
    };

    /// <summary>The attribute named between the bound and the figure, else those the title names.</summary>
    private static IReadOnlyList<Column> Bounded(RuleLine line, IReadOnlyList<Token> words, int figure)
    {
        var named = figure > 1 && !words[1].IsAny(":", "of", "is", "value", "amount") || figure > 2 ? line.Speech.Within(words, 1, figure) : null;
        if (named is not null)
        {
            return named.Column.IsNumber && !Phrase.Has([.. words.Take(figure)], "per") && Follows(words, named, figure) ? [named.AtHome.Column] : [];
        }

        return figure == 1 || (figure == 2 && words[1].IsAny(":", "of", "is", "value", "amount")) ? [.. TitleColumns.Of(line).Where(column => column.IsNumber)] : [];
    }

    private static bool Follows(IReadOnlyList<Token> words, Operand named, int figure) =>
        named.End == figure || named.End == figure - 1 && words[named.End].IsAny(":", "is", "of", "=");

    private static RuleDraft Rule(RuleLine line, Column column, CompareOp op, decimal bound) =>
        line.Must(column.Entity, $"{column.Name} {(op == CompareOp.LessOrEqual ? "at most" : "at least")} {bound}", Logic.Compare(column, op, bound));

    private static Reading? NotNegative(RuleLine line)
    {
        var words = line.Tokens;
        if (words.Count < 2 || words.Count > 5 || !words[0].IsAny("no", "non-negative") || !(words[0].Is("non-negative") || words[1].IsAny("negative")))
        {
            return null;
        }

        var at = words[0].Is("no") ? 2 : 1;
        var named = at < words.Count ? line.Speech.At(words, at)?.AtHome : null;
        IReadOnlyList<Column> columns = named is { Column.IsNumber: true } ? [named.Column] : [.. TitleColumns.Of(line).Where(column => column.IsNumber)];
        return columns.Count == 0 ? null
            : Reading.Of(columns.Select(column => line.Must(column.Entity, $"{column.Name} not negative", Logic.Compare(column, CompareOp.GreaterOrEqual, 0))));
    }
}
