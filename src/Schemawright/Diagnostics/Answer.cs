namespace Schemawright.Diagnostics;

/// <summary>What the author answered to a question of an earlier run.</summary>
public sealed record Answer(string Id, string Text, SourceSpan Source)
{
    /// <summary>Which of the alternatives it names: by number, by its words, or by the beginning of them; null when none.</summary>
    public int? ChoiceOf(IReadOnlyList<string> alternatives)
    {
        if (int.TryParse(Text.Trim().TrimEnd('.', ')'), out var number) && number >= 1 && number <= alternatives.Count)
        {
            return number - 1;
        }

        var answer = Plain(Text);
        var plain = alternatives.Select(Plain).ToList();
        var exact = plain.FindIndex(words => words == answer);
        if (exact >= 0 || answer.Length == 0)
        {
            return exact >= 0 ? exact : null;
        }

        var begun = plain.FindAll(words => words.StartsWith(answer + " ", StringComparison.Ordinal) || (words.Length > 0 && answer.StartsWith(words + " ", StringComparison.Ordinal)));
        return begun.Count == 1 ? plain.IndexOf(begun[0]) : null;
    }

    /// <summary>Lower-case words without punctuation and without the place in brackets at the end.</summary>
    private static string Plain(string text)
    {
        var end = text.TrimEnd().EndsWith(')') ? text.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        var words = (end > 0 && text[end..].Contains(':', StringComparison.Ordinal) ? text[..end] : text).ToLowerInvariant();
        return string.Join(' ', string.Concat(words.Select(character => char.IsLetterOrDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
