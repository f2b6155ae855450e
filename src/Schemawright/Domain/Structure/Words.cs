namespace Schemawright.Domain.Structure;

/// <summary>Small words for sentences about names.</summary>
internal static class Words
{
    /// <summary><c>due_date</c> gives "a due date".</summary>
    public static string Article(string name)
    {
        var plain = Plain(name);
        return $"{(SoundsLikeVowel(plain.ToLowerInvariant()) ? "an" : "a")} {plain}";
    }

    /// <summary>"a due date"; of a name that ends in a small word (<c>ends_on</c>) "a value for ends on".</summary>
    public static string Value(string name) =>
        name[(name.LastIndexOf('_') + 1)..] is "on" or "at" or "by" or "to" or "from" or "until" or "in" ? $"a value for {Plain(name)}" : Article(name);

    private static bool SoundsLikeVowel(string word) =>
        word.Length > 0 && "aeiou".Contains(word[0], StringComparison.Ordinal)
        && !(word.StartsWith("us", StringComparison.Ordinal) || word.StartsWith("uni", StringComparison.Ordinal) || word.StartsWith("eu", StringComparison.Ordinal) || word.StartsWith("one", StringComparison.Ordinal));

    /// <summary><c>due_date</c> gives "due date".</summary>
    public static string Plain(string name) => name.Replace('_', ' ');

    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>At most six of them: "a, b, c, d, e, f and 12 others".</summary>
    public static string Some(IReadOnlyList<string> words) =>
        words.Count <= 7 ? List(words) : $"{string.Join(", ", words.Take(6))} and {words.Count - 6} others";

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
