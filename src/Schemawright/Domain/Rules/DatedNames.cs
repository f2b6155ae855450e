using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules;

/// <summary>How people call a moment whose attribute ends in "on" or "at": the due date, the start time, the return date.</summary>
internal static class DatedNames
{
    /// <summary>The key "due_date" for due_on, "start_date" for starts_at; null for other attributes.</summary>
    public static string? Of(Column column) =>
        column is { IsForeignKey: false, Words: { Count: > 1 } words } && (column.IsDate || column.IsMoment) && words[^1] is "on" or "at"
            ? Joined(words, words.Count - 1) : null;

    /// <summary>The same key for what a sentence says: "loaned date", "end time", "returning date"; null for other words.</summary>
    public static string? Of(string said)
    {
        var words = said.Split('_');
        if (words is ["date" or "time" or "day", "of", _])
        {
            // The date of birth is the birth date.
            words = [words[2], "date"];
        }

        return words.Length > 1 && words[^1] is "date" or "time" or "day" or "moment" or "timestamp" ? Joined(words, words.Length - 1) : null;
    }

    private static string Joined(IReadOnlyList<string> words, int count) =>
        string.Join('_', words.Take(count).Select((word, at) => at == count - 1 ? Stems.Of(Nouns.Singular(word)) : word)) + "_date";
}
