using Schemawright.Facts.Structure;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>A relationship as a sentence states it, with the number it names.</summary>
internal sealed record RelationSentence(string From, string To, Cardinality? FromMany, Cardinality ToMany, string Verb);

/// <summary>"Each order belongs to one customer", "A member can have several cards": only where the sentence says how many.</summary>
internal static class RelationSentences
{
    private static readonly string[] Belonging = ["belongs to", "is assigned to", "is owned by", "is part of", "is placed by", "is made by", "is linked to", "is associated with", "refers to", "is issued by", "is for"];

    private static readonly string[] Having = ["can have", "may have", "has", "have", "owns", "can own", "contains", "can contain", "includes", "can place", "places", "can hold", "holds", "consists of", "can be assigned", "runs", "can belong to", "belong to"];

    private static readonly (string Words, Cardinality Many)[] Counts =
    [
        ("exactly one", Cardinality.ExactlyOne), ("only one", Cardinality.ExactlyOne), ("a single", Cardinality.ExactlyOne), ("at most one", Cardinality.ZeroOrOne), ("zero or one", Cardinality.ZeroOrOne), ("one or more", Cardinality.OneOrMore),
        ("at least one", Cardinality.OneOrMore), ("zero or more", Cardinality.ZeroOrMore), ("any number of", Cardinality.ZeroOrMore), ("multiple", Cardinality.ZeroOrMore), ("several", Cardinality.ZeroOrMore), ("many", Cardinality.ZeroOrMore), ("one", Cardinality.ExactlyOne),
    ];

    public static RelationSentence? Read(string sentence)
    {
        var text = UpToHas(sentence.Trim().TrimEnd('.'));
        if (text.Length > 160)
        {
            return null;
        }

        return Find(text, Belonging, belongs: true) ?? Find(text, Having, belongs: false);
    }

    public static bool Belongs(RelationSentence relation) => Belonging.Contains(relation.Verb, StringComparer.Ordinal);

    /// <summary>The subject of "Each hall belongs to one house and (has …)".</summary>
    public static string BeforeBelonging(string subject)
    {
        foreach (var verb in Belonging)
        {
            var at = subject.IndexOf($" {verb} ", StringComparison.OrdinalIgnoreCase);
            subject = at > 0 && subject.EndsWith(" and", StringComparison.OrdinalIgnoreCase) ? subject[..at] : subject;
        }

        return subject;
    }

    /// <summary>After "and has" come the attributes.</summary>
    private static string UpToHas(string text)
    {
        var at = text.IndexOf(" and has ", StringComparison.OrdinalIgnoreCase);
        return at > 0 ? text[..at] : text;
    }

    private static RelationSentence? Find(string text, string[] verbs, bool belongs)
    {
        foreach (var verb in verbs)
        {
            var at = text.IndexOf($" {verb} ", StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || EntitySentences.Subject(text[..at]) is not { } from || Counted(text[(at + verb.Length + 2)..]) is not var (many, rest) || Target(rest) is not { } to)
            {
                continue;
            }

            var many1 = belongs ? (many.IsMany ? Cardinality.ZeroOrMore : (Cardinality?)null) : verb.Contains("belong", StringComparison.Ordinal) ? Cardinality.ZeroOrMore : null;
            return new(from, to, many1, many, verb);
        }

        return null;
    }

    private static (Cardinality Many, string After)? Counted(string text)
    {
        foreach (var (words, many) in Counts)
        {
            if (text.StartsWith(words + " ", StringComparison.OrdinalIgnoreCase))
            {
                return (many, text[(words.Length + 1)..]);
            }
        }

        return null;
    }

    /// <summary>The noun phrase goes to the next comma, bracket or preposition.</summary>
    private static string? Target(string text)
    {
        var end = text.AsSpan().IndexOfAny(",(;:");
        var phrase = end < 0 ? text : text[..end];
        foreach (var word in (string[])[" per ", " for ", " in ", " at ", " with ", " across ", " through ", " via ", " on ", " from ", " and ", " or ", " during ", " that ", " which "])
        {
            var at = phrase.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            phrase = at > 0 ? phrase[..at] : phrase;
        }

        return EntitySentences.Subject(phrase);
    }
}
