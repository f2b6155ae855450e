using Schemawright.Collections;
using Schemawright.Domain.Structure;
using Schemawright.Terms;

namespace Schemawright.Domain.Demands;

/// <summary>Reads conditions as indexes have them: comparisons of an attribute with a value, joined by "and".</summary>
internal static class SimpleCondition
{
    private static readonly (string Word, CompareOp Op)[] Operators =
    [
        (">=", CompareOp.GreaterOrEqual), ("<=", CompareOp.LessOrEqual), ("<>", CompareOp.NotEqual), ("!=", CompareOp.NotEqual), ("=", CompareOp.Equal), (">", CompareOp.Greater), ("<", CompareOp.Less),
    ];

    /// <param name="resolve">The attribute's name in the model and its type; null when there is none.</param>
    /// <returns>Null when any part is not such a comparison.</returns>
    public static Expr? Parse(string? written, Func<string, (string Name, DataType Type)?> resolve)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var parts = written.Split([" AND ", " and "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Part(part.Trim('(', ')', ' '), resolve)).ToList();
        return parts.Contains(null) || parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : new And(parts.OfType<Expr>().ToSeq());
    }

    private static Expr? Part(string part, Func<string, (string Name, DataType Type)?> resolve)
    {
        if (part.EndsWith(" is not null", StringComparison.OrdinalIgnoreCase))
        {
            return resolve(part[..^" is not null".Length]) is { } present ? new Not(IsNull(present.Name)) : null;
        }

        if (part.EndsWith(" is null", StringComparison.OrdinalIgnoreCase))
        {
            return resolve(part[..^" is null".Length]) is { } absent ? IsNull(absent.Name) : null;
        }

        foreach (var (word, op) in Operators)
        {
            var at = part.IndexOf(word, StringComparison.Ordinal);
            if (at > 0)
            {
                return resolve(part[..at].Trim()) is { } known && MergeDefaults.Parse(part[(at + word.Length)..], known.Type) is Literal value
                    ? new Compare(op, Ref.To(known.Name), value)
                    : null;
            }
        }

        return resolve(part) is { Type.Kind: DataKind.Boolean } flag ? new Compare(CompareOp.Equal, Ref.To(flag.Name), Literal.Bool(true)) : null;
    }

    private static Not IsNull(string name) => new(new IsPresent(Ref.To(name)));
}
