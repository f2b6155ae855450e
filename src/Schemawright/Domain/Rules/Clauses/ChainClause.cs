using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads "0 &lt; paid &lt; total", "0 &lt;= day &lt;= 6", "5 &gt; count": a comparison that starts with its figure or has two signs.</summary>
internal static class ChainClause
{
    public static Clause? Read(Speech speech, IReadOnlyList<Token> tokens, int from, int to)
    {
        if (to - from < 3 || tokens[from].Kind != TokenKind.Number || tokens[from + 1].Kind != TokenKind.Operator || Relation.At(tokens, from + 1) is not { } first
            || speech.At(tokens, from + 2)?.AtHome is not { Column.IsNumber: true } middle || middle.End > to)
        {
            return null;
        }

        var lower = new Compare(first.Op.Mirrored(), middle.Ref, Literal.Number(tokens[from].Value));
        if (middle.End == to)
        {
            return new(middle.Entity, lower, $"{middle.Column.Name} beyond {tokens[from].Text}");
        }

        var upper = ComparisonClause.Read(speech, tokens, from + 2, to);
        return upper is null || upper.Entity != middle.Entity ? null : new(middle.Entity, new And([lower, upper.Condition]), upper.Name);
    }
}
