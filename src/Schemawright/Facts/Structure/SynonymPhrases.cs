using System.Buffers;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>Finds pairs of names in words: "X, also called Y", "X (aka Y or Z)", "Y: see X", "X and Y mean the same", "X (Y)".</summary>
internal static class SynonymPhrases
{
    private const int Longest = 600;

    /// <summary>What stands between a name and the one it refers to.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(":–—→=");

    /// <summary>The name before is also called the names after.</summary>
    private static readonly string[] Cues =
    [
        "also called", "also known as", "also referred to as", "also named", "also termed", "sometimes called", "sometimes referred to as", "often called", "aka", "a.k.a.", "otherwise known as",
        "referred to here as", "hereafter called", "called here", "or simply", "synonym:", "synonyms:", "alias:", "aliases:",
    ];

    /// <summary>The name before is another name of the one after.</summary>
    private static readonly string[] Reversed =
    [
        "is another name for", "is another word for", "is another term for", "is a synonym for", "is a synonym of", "is an alias for", "is an alias of", "means the same as", "is the same as", "is the same thing as",
        "is the old name of", "is the old name for",
    ];

    private static readonly string[] Together = ["are used interchangeably", "mean the same", "are the same thing", "are synonyms", "are synonymous", "refer to the same thing"];

    private static readonly string[] References = ["see ", "see also ", "same as ", "alias of ", "alias for ", "synonym of ", "synonym for "];

    public static IEnumerable<(string Name, string Alias, bool Stated)> In(string text)
    {
        if (text.Length > Longest)
        {
            return [];
        }

        var stated = Spoken(text) ? Forward(text).Concat(Backward(text)).Concat(Equal(text)).Concat(Referring(text)).ToList() : [];
        return stated.Count > 0 ? stated.Select(pair => (pair.Name, pair.Alias, true)) : Bracketed(text);
    }

    /// <summary>What a cell that begins with a cue lists: "Also called guest or visitor".</summary>
    public static IEnumerable<string> Opening(string cell) =>
        Cues.Where(cue => cell.StartsWith(cue, StringComparison.OrdinalIgnoreCase)).Take(1).SelectMany(cue => NounsAfter(cell, cue.Length));

    /// <summary>One of the cues, or a mark that a reference may follow, stands in the text.</summary>
    private static bool Spoken(string text) =>
        text.AsSpan().IndexOfAny(Marks) > 0 || Array.Exists(Cues, cue => PhraseAt(text, cue) > 0) || Array.Exists(Reversed, cue => PhraseAt(text, cue) > 0) || Array.Exists(Together, cue => PhraseAt(text, cue) > 0);

    private static IEnumerable<(string Name, string Alias)> Forward(string text) =>
        from cue in Cues
        let at = PhraseAt(text, cue)
        where at > 0
        let name = NounBefore(text, at)
        where name is not null
        from alias in NounsAfter(text, at + cue.Length)
        select (name, alias);

    private static IEnumerable<(string Name, string Alias)> Backward(string text) =>
        from cue in Reversed
        let at = PhraseAt(text, cue)
        where at > 0
        let alias = NounBefore(text, at)
        where alias is not null
        from name in NounsAfter(text, at + cue.Length).Take(1)
        select (name, alias);

    /// <summary>"The terms client and customer are used interchangeably."</summary>
    private static IEnumerable<(string Name, string Alias)> Equal(string text)
    {
        var at = Together.Select(cue => PhraseAt(text, cue)).FirstOrDefault(at => at > 0);
        var and = at > 0 ? text.LastIndexOf(" and ", at, StringComparison.OrdinalIgnoreCase) : -1;
        return and > 0 && NounBefore(text, and) is { } name && NounBefore(text, at) is { } alias ? [(name, alias)] : [];
    }

    /// <summary>"Client: see Customer".</summary>
    private static IEnumerable<(string Name, string Alias)> Referring(string text)
    {
        var cut = text.AsSpan().IndexOfAny(Marks);
        var rest = cut > 0 ? text[(cut + 1)..].TrimStart() : "";
        var word = References.FirstOrDefault(word => rest.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        var alias = cut > 0 ? text[..cut].Trim() : "";
        return word is not null && EntityNames.IsName(alias) && Naming.Words(alias).Count <= 3 && NounsAfter(rest, word.Length).FirstOrDefault() is { } name && rest.Length < word.Length + name.Length + 3 ? [(name, alias)] : [];
    }

    /// <summary>"purchase order (PO)" says it by its initials, "performing artist (artist)" by its noun; "customer (client)" suggests it.</summary>
    private static IEnumerable<(string Name, string Alias, bool Stated)> Bracketed(string text)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open > 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            var alias = close < 0 ? "" : text[(open + 1)..close].Trim();
            if (Naming.Words(alias) is { Count: 1 or 2 } words && alias.All(character => char.IsAsciiLetter(character) || character == ' ') && NounBefore(text, open) is { } name)
            {
                var whole = Naming.Words(name);
                var initials = alias.All(char.IsUpper) && alias.Length > 1 && alias.Equals(string.Concat(whole.TakeLast(alias.Length).Select(word => word[0])), StringComparison.OrdinalIgnoreCase);
                yield return (name, alias, initials || (whole.Count > words.Count && words.Count == 1 && Nouns.Singular(whole[^1]) == Nouns.Singular(words[^1])));
            }
        }
    }

    private static int PhraseAt(string text, string phrase)
    {
        var at = WordStarts.MayHold(text, phrase) ? text.Seek(phrase) : -1;
        var end = at + phrase.Length;
        return at > 0 && !char.IsLetterOrDigit(text[at - 1]) && (end == text.Length || !char.IsLetterOrDigit(text[end])) ? at : -1;
    }

    /// <summary>Up to three words right before the place.</summary>
    private static string? NounBefore(string text, int end) => SynonymNouns.Before(text[..end].TrimEnd(' ', ',', '(', '-', '–', '—', ';'));

    /// <summary>The names listed right after the place: "guest or visitor".</summary>
    private static IEnumerable<string> NounsAfter(string text, int start) => SynonymNouns.After(text[start..]);
}
