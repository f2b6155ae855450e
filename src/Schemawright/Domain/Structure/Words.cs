namespace Schemawright.Domain.Structure;

/// <summary>Small words for sentences about names.</summary>
internal static class Words
{
    /// <summary><c>due_date</c> gives "a due date".</summary>
    public static string Article(string name)
    {
        var plain = Plain(name);
        return $"{(plain.Length > 0 && "aeiou".Contains(char.ToLowerInvariant(plain[0]), StringComparison.Ordinal) ? "an" : "a")} {plain}";
    }

    /// <summary><c>due_date</c> gives "due date".</summary>
    public static string Plain(string name) => name.Replace('_', ' ');

    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>"a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";
}
