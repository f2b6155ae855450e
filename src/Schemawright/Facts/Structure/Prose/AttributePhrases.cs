using Schemawright.Facts.Language;
using Schemawright.Facts.Structure;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>One thing a sentence lists of an entity: "a unique number", "one or more phone numbers", "notes (optional)".</summary>
internal sealed record AttributePhrase(string Name, string? Remark, bool Many, bool Unique);

/// <summary>Cuts the list of a sentence into the attributes it names.</summary>
internal static class AttributePhrases
{
    private const int MostWords = 4;

    private const string Between = " between ";

    private static readonly string[] Bounds = [Between, " of at least ", " of at most ", " of exactly ", " of up to ", " up to ", " at least ", " at most ", " greater than ", " less than ", " from ", " of "];

    private static readonly string[] Units = ["kg", "g", "t", "tonnes", "km", "m", "cm", "mm", "litres", "liters", "ml", "hours", "minutes", "days", "percent", "eur", "euros", "usd", "dollars", "cents"];

    private static readonly string[] Determiners =
        ["one or more", "zero or more", "a list of", "list of", "at least one", "multiple", "several", "a unique", "its own", "unique", "the", "a", "an", "its", "their", "his", "her", "your", "some", "optional", "optionally"];

    /// <summary>Words that no noun phrase of an attribute holds: the text goes on as a sentence.</summary>
    private static readonly HashSet<string> SentenceWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "was", "be", "been", "can", "must", "will", "shall", "should", "may", "to", "that", "which", "who", "when", "where", "if", "for", "by", "with", "as", "has", "have", "not", "only",
        "via", "using", "from", "without", "so", "then", "than", "it", "they", "this", "these", "other", "any", "all", "more", "own",
    };

    /// <summary>The list's items; empty when the text is no list of at least two noun phrases.</summary>
    public static List<AttributePhrase> Of(string text)
    {
        var list = UpTo(Joined(text).Trim().TrimEnd('.', ';', ':'), " such as ", " e.g", " etc", ", so ", ", which ", ";", ". ");
        var parts = TextScan.Split(list, ',').SelectMany(Conjuncts).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        var phrases = parts.Select(Phrase).ToList();
        return phrases.Count >= 2 && phrases.TrueForAll(phrase => phrase is not null) ? phrases.ConvertAll(phrase => phrase!) : [];
    }

    /// <summary>"10,000" and "between 0 and 5" are one figure each, not two items.</summary>
    private static string Joined(string text)
    {
        for (var at = text.IndexOf(',', StringComparison.Ordinal); at > 0; at = text.IndexOf(',', at + 1))
        {
            if (char.IsAsciiDigit(text[at - 1]) && at + 3 < text.Length && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                text = text.Remove(at, 1);
            }
        }

        for (var at = text.IndexOf(Between, StringComparison.Ordinal); at > 0; at = text.IndexOf(Between, at + 1, StringComparison.Ordinal))
        {
            var low = at + Between.Length;
            var and = text.IndexOf(" and ", low, StringComparison.Ordinal);
            text = and > 0 && and - low < 12 && char.IsAsciiDigit(text[low]) && and + 5 < text.Length && char.IsAsciiDigit(text[and + 5]) ? $"{text[..and]}–{text[(and + 5)..]}" : text;
        }

        return text;
    }

    /// <summary>Where the figures begin that bound an attribute: "a price between 0–50", "a code of exactly 8 letters", "a weight in kg".</summary>
    private static int Bound(string text)
    {
        var first = -1;
        foreach (var word in Bounds)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var figure = at > 0 && at + word.Length < text.Length && char.IsAsciiDigit(text[at + word.Length]);
            first = figure && (first < 0 || at < first) ? at : first;
        }

        var unit = text.IndexOf(" in ", StringComparison.OrdinalIgnoreCase);
        var isUnit = unit > 0 && Array.Exists(Units, word => string.Equals(text[(unit + 4)..].Split(' ')[0], word, StringComparison.OrdinalIgnoreCase));
        return isUnit && (first < 0 || unit < first) ? unit : first;
    }

    private static string Joined(string? remark, string figures) => remark is null ? figures : $"{remark}; {figures}";

    /// <summary>The figures alone, without the unit before them: "in kg between 5–50" gives "between 5–50".</summary>
    private static string Figures(string bound)
    {
        var text = bound.Trim();
        text = text.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? string.Join(' ', text.Split(' ').Skip(2)) : text;
        return text.StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? text[3..] : text;
    }

    private static string UpTo(string text, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
            text = at > 0 ? text[..at] : text;
        }

        return text;
    }

    private static IEnumerable<string> Conjuncts(string part)
    {
        var text = part.Trim();
        foreach (var word in (string[])["and ", "or ", "as well as "])
        {
            text = text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? text[word.Length..] : text;
        }

        return text.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static AttributePhrase? Phrase(string part)
    {
        var open = part.IndexOf('(', StringComparison.Ordinal);
        var remark = open > 0 && part.EndsWith(')') ? part[(open + 1)..^1] : null;
        var text = (open > 0 ? part[..open] : part).Trim().Trim('`', '*', '"', '\'');
        var bound = Bound(text);
        remark = bound > 0 ? Joined(remark, Figures(text[bound..])) : remark;
        text = bound > 0 ? text[..bound] : text;
        var (many, unique) = (false, false);
        for (var found = Determiner(text); found is not null; found = Determiner(text))
        {
            many |= found is "one or more" or "zero or more" or "a list of" or "list of" or "at least one" or "multiple" or "several";
            unique |= found is "unique" or "a unique";
            text = text[found.Length..].TrimStart();
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isPhrase = words.Length is > 0 and <= MostWords && EntityNames.IsPlain(text.Replace('/', ' ').Replace("'s", "", StringComparison.Ordinal)) && !Array.Exists(words, SentenceWords.Contains);
        return isPhrase ? new(text.Replace('/', ' ').Replace("e-mail", "email", StringComparison.OrdinalIgnoreCase), remark, many, unique) : null;
    }

    private static string? Determiner(string text) => Array.Find(Determiners, word => text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));
}
