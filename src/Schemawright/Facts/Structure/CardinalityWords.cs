using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Kinds of relationships as tables and bullets write them: <c>1:N</c>, <c>M:N</c>, <c>0..1:1</c>, "many-to-one".</summary>
internal static class CardinalityWords
{
    private static readonly HashSet<string> Counts = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "each", "every", "one", "many", "several", "multiple", "some" };

    /// <summary>The two sides, or null when the text is no kind of relationship.</summary>
    public static (Cardinality From, Cardinality To)? Pair(string text)
    {
        var words = text.Trim().Trim('(', ')', '`').ToLowerInvariant().Replace('-', ' ').Replace('–', ' ');
        foreach (var joint in (string[])[" to ", ":", " / ", "→", " x "])
        {
            var at = words.IndexOf(joint, StringComparison.Ordinal);
            if (at > 0 && Side(words[..at]) is { } from && Side(FirstWords(words[(at + joint.Length)..])) is { } to)
            {
                return (from, to);
            }
        }

        return null;
    }

    private static Cardinality? Side(string text) => text.Trim().TrimEnd('.', ',', ')') switch
    {
        "1" or "one" or "1..1" or "exactly one" or "only one" => Cardinality.ExactlyOne,
        "n" or "m" or "*" or "many" or "0..*" or "0..n" or "zero or more" or "∞" or "0..m" => Cardinality.ZeroOrMore,
        "0..1" or "zero or one" or "01" or "optional" or "optional one" => Cardinality.ZeroOrOne,
        "1..*" or "1..n" or "one or more" or "1..m" => Cardinality.OneOrMore,
        _ => null,
    };

    /// <summary>"n (required)" and "many, through memberships" end at the first mark.</summary>
    private static string FirstWords(string text)
    {
        var end = text.AsSpan().IndexOfAny("(,;");
        return (end < 0 ? text : text[..end]).Trim();
    }

    /// <summary>Two names joined by an arrow or a verb: <c>A → B</c>, <c>A -> B</c>, "A has many B".</summary>
    public static (string From, string To, string? Verb)? Ends(string text)
    {
        foreach (var arrow in (string[])["<->", "←→", "↔", "-->", "->", "→", "=>", "⟶", " to ", " – ", " — ", " - ", "/"])
        {
            var at = text.Seek(arrow);
            if (at > 0 && Named(text[..at]) is { } from && Named(text[(at + arrow.Length)..]) is { } to)
            {
                return (from, to, null);
            }
        }

        foreach (var verb in (string[])[" has many ", " has one ", " belongs to ", " has ", " have ", " can have ", " may have ", " must have ", " contains ", " owns ", " includes ", " uses "])
        {
            var at = text.Seek(verb);
            if (at > 0 && Named(text[..at]) is { } from && Named(text[(at + verb.Length)..]) is { } to)
            {
                return (from, to, verb.Trim());
            }
        }

        return null;
    }

    /// <summary>"A boat", "many trips": the word before the name counts, it is no part of it.</summary>
    private static string WithoutCount(string text)
    {
        var name = text.TrimStart();
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Counts.Contains(name[..space]) ? name[(space + 1)..] : text;
    }

    private static string? Named(string text)
    {
        var name = EntityNames.Undecorated(WithoutCount(text));
        return EntityNames.IsTitle(name) || (EntityNames.IsName(name) && Naming.Words(name).Count <= 2) ? name : null;
    }
}
