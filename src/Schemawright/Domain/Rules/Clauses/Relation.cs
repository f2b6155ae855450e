using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>A comparison as words or signs say it, with the place of its tokens.</summary>
internal sealed record Relation(CompareOp Op, int Start, int End)
{
    // Longest first, so that "on or after" is not read as "after".
    private static readonly (string[] Words, CompareOp Op)[] Phrases =
    [
        (["greater", "than", "or", "equal", "to"], CompareOp.GreaterOrEqual),
        (["less", "than", "or", "equal", "to"], CompareOp.LessOrEqual),
        (["equal", "to", "or", "greater", "than"], CompareOp.GreaterOrEqual),
        (["equal", "to", "or", "less", "than"], CompareOp.LessOrEqual),
        (["after", "or", "equal", "to"], CompareOp.GreaterOrEqual),
        (["before", "or", "equal", "to"], CompareOp.LessOrEqual),
        (["no", "more", "than"], CompareOp.LessOrEqual), (["no", "less", "than"], CompareOp.GreaterOrEqual),
        (["not", "more", "than"], CompareOp.LessOrEqual), (["not", "less", "than"], CompareOp.GreaterOrEqual),
        (["no", "fewer", "than"], CompareOp.GreaterOrEqual), (["no", "later", "than"], CompareOp.LessOrEqual),
        (["no", "earlier", "than"], CompareOp.GreaterOrEqual), (["no", "sooner", "than"], CompareOp.GreaterOrEqual), (["sooner", "than"], CompareOp.Less), (["on", "or", "after"], CompareOp.GreaterOrEqual),
        (["on", "or", "before"], CompareOp.LessOrEqual), (["the", "same", "as"], CompareOp.Equal),
        (["at", "or", "after"], CompareOp.GreaterOrEqual), (["at", "or", "before"], CompareOp.LessOrEqual),
        (["greater", "than"], CompareOp.Greater), (["more", "than"], CompareOp.Greater), (["larger", "than"], CompareOp.Greater),
        (["higher", "than"], CompareOp.Greater), (["longer", "than"], CompareOp.Greater), (["less", "than"], CompareOp.Less),
        (["lower", "than"], CompareOp.Less), (["fewer", "than"], CompareOp.Less), (["smaller", "than"], CompareOp.Less), (["bigger", "than"], CompareOp.Greater), (["heavier", "than"], CompareOp.Greater), (["taller", "than"], CompareOp.Greater), (["wider", "than"], CompareOp.Greater),
        (["shorter", "than"], CompareOp.Less), (["lighter", "than"], CompareOp.Less), (["limited", "to"], CompareOp.LessOrEqual), (["capped", "at"], CompareOp.LessOrEqual),
        (["at", "least"], CompareOp.GreaterOrEqual), (["at", "most"], CompareOp.LessOrEqual), (["up", "to"], CompareOp.LessOrEqual),
        (["later", "than"], CompareOp.Greater), (["earlier", "than"], CompareOp.Less), (["equal", "to"], CompareOp.Equal),
        (["different", "from"], CompareOp.NotEqual), (["differ", "from"], CompareOp.NotEqual),
        (["exceed"], CompareOp.Greater), (["exceeds"], CompareOp.Greater), (["exceeding"], CompareOp.Greater), (["above"], CompareOp.Greater),
        (["over"], CompareOp.Greater), (["below"], CompareOp.Less), (["under"], CompareOp.Less), (["after"], CompareOp.Greater),
        (["before"], CompareOp.Less), (["precede"], CompareOp.Less), (["follow"], CompareOp.Greater), (["follows"], CompareOp.Greater), (["precedes"], CompareOp.Less), (["equals"], CompareOp.Equal), (["equal"], CompareOp.Equal),
    ];

    /// <summary>The relation that starts at the token; null when none does.</summary>
    public static Relation? At(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Operator)
        {
            return Sign(tokens[at].Lower) is { } sign ? new(sign, at, at + 1) : null;
        }

        if (tokens[at].IsAny("no", "not") && at + 2 < tokens.Count && tokens[at + 2].Is("than") && Array.Find(Phrases, phrase => Phrase.At(tokens, at + 1, phrase.Words)) is { Words: { Length: 2 } } denied)
        {
            // "no longer than", "not higher than".
            return new(denied.Op.Opposite(), at, at + 3);
        }

        foreach (var (words, op) in Phrases)
        {
            if (Phrase.At(tokens, at, words))
            {
                return new(op, at, at + words.Length);
            }
        }

        return null;
    }

    public Relation Negated(bool negated) => negated ? this with { Op = Op.Opposite() } : this;

    private static CompareOp? Sign(string spelling) => spelling switch
    {
        "<" => CompareOp.Less,
        "<=" => CompareOp.LessOrEqual,
        ">" => CompareOp.Greater,
        ">=" => CompareOp.GreaterOrEqual,
        "=" => CompareOp.Equal,
        "!=" => CompareOp.NotEqual,
        _ => null,
    };
}
