namespace Schemawright.Domain.Rules;

/// <summary>The stem under which an action's verb, noun and participle meet: approve, approval, approved; submit, submission.</summary>
internal static class Stems
{
    // The longest ending that leaves three letters goes.
    private static readonly string[] Endings =
        ["ations", "ation", "issions", "ission", "ingly", "ments", "ment", "ature", "ated", "ating", "ates", "ators", "ator", "ate", "ances", "ance", "ions", "ion", "ings", "ing", "als", "al", "ers", "er", "ors", "or", "ies", "ied", "ed", "es", "s", "e", "y"];

    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["paid"] = "pay", ["payment"] = "pay", ["payments"] = "pay", ["sent"] = "send", ["sold"] = "sell", ["sale"] = "sell", ["bought"] = "buy",
        ["held"] = "hold", ["kept"] = "keep", ["made"] = "make", ["shipment"] = "ship", ["withdrawn"] = "withdraw", ["e-signature"] = "sign",
        ["delivery"] = "deliver", ["delivered"] = "deliver", ["completion"] = "complet", ["deletion"] = "delet", ["reviewer"] = "review",
        ["born"] = "birth", ["acquisition"] = "acquir", ["extension"] = "extend", ["extensions"] = "extend", ["left"] = "leav", ["lent"] = "lend", ["receipt"] = "receiv", ["entry"] = "enter", ["begun"] = "begin", ["began"] = "begin", ["beginning"] = "begin", ["begins"] = "begin",
        ["given"] = "giv", ["taken"] = "tak", ["written"] = "writ", ["departure"] = "depart", ["registration"] = "regist", ["registrations"] = "regist", ["subscription"] = "subscrib", ["subscriptions"] = "subscrib", ["lost"] = "los", ["ran"] = "run", ["loss"] = "los",
    };

    public static string Of(string word)
    {
        if (Irregular.TryGetValue(word, out var irregular))
        {
            return irregular;
        }

        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 3 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Single(ending is "ission" or "issions" ? word[..^ending.Length] + "it" : word[..^ending.Length]);
            }
        }

        return word;
    }

    public static bool Same(string left, string right) => Same(Of(left), Of(right), left, right);

    /// <summary>order and ordered meet only when the ending that order itself seems to have goes too.</summary>
    private static bool Same(string one, string other, string left, string right) =>
        string.Equals(one, other, StringComparison.Ordinal) || (left != right && string.Equals(Of(one), Of(other), StringComparison.Ordinal));

    /// <summary>shipped gives ship, submitted gives submit; press stays.</summary>
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l') ? stem[..^1] : stem;
}
