namespace Schemawright.Facts.Language;

/// <summary>Singular and plural of English nouns, lower case. A word already in the wanted number is not changed.</summary>
public static class Nouns
{
    public static string Singular(string noun)
    {
        if (noun.Length < 3 || IrregularNouns.Uncountable.Contains(noun) || IrregularNouns.SingularInS.Contains(noun) || IrregularNouns.PluralOf.ContainsKey(noun))
        {
            return noun;
        }

        if (IrregularNouns.SingularOf.TryGetValue(noun, out var known))
        {
            return known;
        }

        return ByEnding(noun) ?? noun;
    }

    public static string Plural(string noun)
    {
        // Only English nouns take an English plural.
        if (noun.Length == 0 || !char.IsAsciiLetterLower(noun[^1]) || IrregularNouns.Uncountable.Contains(noun))
        {
            return noun;
        }

        if (IrregularNouns.PluralOf.TryGetValue(noun, out var known))
        {
            return known;
        }

        var singular = Singular(noun);
        return string.Equals(singular, noun, StringComparison.Ordinal) ? AddEnding(noun) : noun;
    }

    private static string AddEnding(string noun)
    {
        if (Ends(noun, "man") && noun is not ("human" or "german" or "talisman" or "shaman"))
        {
            return noun[..^2] + "en";
        }

        if (Ends(noun, "y") && noun.Length > 1 && !IsVowel(noun[^2]))
        {
            return noun[..^1] + "ies";
        }

        if (Ends(noun, "sis"))
        {
            return noun[..^2] + "es";
        }

        return Ends(noun, "s") || Ends(noun, "x") || Ends(noun, "z") || Ends(noun, "ch") || Ends(noun, "sh") ? noun + "es" : noun + "s";
    }

    private static string? ByEnding(string noun)
    {
        if (Ends(noun, "men") && noun is not ("specimen" or "omen" or "acumen" or "abdomen" or "regimen"))
        {
            return noun[..^2] + "an";
        }

        if (!Ends(noun, "s") || Ends(noun, "ss") || Ends(noun, "us") || Ends(noun, "is"))
        {
            return null;
        }

        if (Ends(noun, "ies"))
        {
            return noun[..^3] + "y";
        }

        return Ends(noun, "es") ? WithoutEs(noun) : noun[..^1];
    }

    private static string WithoutEs(string noun)
    {
        if (Ends(noun, "yses"))
        {
            return noun[..^2] + "is";
        }

        // houses, causes and clauses keep their e; statuses, bonuses and viruses were made with it.
        if (Ends(noun, "uses"))
        {
            return noun.Length > 4 && noun[^5] is 'o' or 'a' ? noun[..^1] : noun[..^2];
        }

        return Ends(noun, "sses") || Ends(noun, "shes") || Ends(noun, "ches") || Ends(noun, "xes") || Ends(noun, "zzes") || Ends(noun, "oes")
            ? noun[..^2]
            : noun[..^1];
    }

    private static bool Ends(string noun, string ending) => noun.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
