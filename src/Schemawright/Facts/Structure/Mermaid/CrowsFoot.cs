using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Mermaid;

/// <summary>A line between two entities: <c>Order ||--|{ Item : "holds"</c>.</summary>
/// <param name="LeftMany">How many of the left entity go with one of the right.</param>
internal sealed record CrowsFoot(string Left, string Right, Cardinality? LeftMany, Cardinality? RightMany, string? Label)
{
    private static readonly string[] Lines = ["--", ".."];

    /// <summary>Null when the text holds no such line.</summary>
    public static CrowsFoot? Find(string text)
    {
        foreach (var line in Lines)
        {
            for (var at = text.IndexOf(line, StringComparison.Ordinal); at >= 2 && at + 4 <= text.Length; at = text.IndexOf(line, at + 1, StringComparison.Ordinal))
            {
                if (LeftToken(text.AsSpan(at - 2, 2)) is { } left && RightToken(text.AsSpan(at + 2, 2)) is { } right)
                {
                    return Make(text[..(at - 2)], text[(at + 4)..], left, right);
                }
            }
        }

        return Worded(text);
    }

    private static CrowsFoot Make(string left, string rest, Cardinality leftMany, Cardinality rightMany)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var label = colon < 0 ? null : rest[(colon + 1)..].Trim().Trim('"').Trim();
        return new(left.Trim(), (colon < 0 ? rest : rest[..colon]).Trim(), leftMany, rightMany, string.IsNullOrEmpty(label) ? null : label);
    }

    private static Cardinality? LeftToken(ReadOnlySpan<char> token) => token switch
    {
        "||" => Cardinality.ExactlyOne,
        "|o" or "o|" => Cardinality.ZeroOrOne,
        "}o" => Cardinality.ZeroOrMore,
        "}|" => Cardinality.OneOrMore,
        _ => null,
    };

    private static Cardinality? RightToken(ReadOnlySpan<char> token) => token switch
    {
        "||" => Cardinality.ExactlyOne,
        "o|" or "|o" => Cardinality.ZeroOrOne,
        "o{" => Cardinality.ZeroOrMore,
        "|{" => Cardinality.OneOrMore,
        _ => null,
    };

    /// <summary><c>CAR 1 to zero or more NAMED-DRIVER : allows</c>.</summary>
    private static CrowsFoot? Worded(string text)
    {
        foreach (var joint in (string[])[" optionally to ", " to "])
        {
            var at = text.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0 && WordsAtEnd(text[..at]) is var (left, leftMany) && WordsAtStart(text[(at + joint.Length)..]) is var (rest, rightMany))
            {
                return Make(left, rest, leftMany, rightMany);
            }
        }

        return null;
    }

    private static readonly (string Words, Cardinality Many)[] Vocabulary =
    [
        ("only one", Cardinality.ExactlyOne), ("exactly one", Cardinality.ExactlyOne), ("one or more", Cardinality.OneOrMore), ("one or many", Cardinality.OneOrMore),
        ("zero or more", Cardinality.ZeroOrMore), ("zero or many", Cardinality.ZeroOrMore), ("one or zero", Cardinality.ZeroOrOne), ("zero or one", Cardinality.ZeroOrOne),
        ("many(1)", Cardinality.OneOrMore), ("many(0)", Cardinality.ZeroOrMore), ("1+", Cardinality.OneOrMore), ("0+", Cardinality.ZeroOrMore), ("1", Cardinality.ExactlyOne),
    ];

    private static (string Name, Cardinality Many)? WordsAtEnd(string text)
    {
        foreach (var (words, many) in Vocabulary)
        {
            if (text.EndsWith(" " + words, StringComparison.OrdinalIgnoreCase))
            {
                return (text[..^(words.Length + 1)], many);
            }
        }

        return null;
    }

    private static (string Name, Cardinality Many)? WordsAtStart(string text)
    {
        foreach (var (words, many) in Vocabulary)
        {
            if (text.StartsWith(words + " ", StringComparison.OrdinalIgnoreCase))
            {
                return (text[(words.Length + 1)..], many);
            }
        }

        return null;
    }
}
