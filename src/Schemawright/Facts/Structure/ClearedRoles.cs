using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>A reference that is emptied: "the cards are set to <c>holder_id = NULL</c>", "the cards' holder_id is set to null", "the cards have their holder_id cleared".</summary>
internal static class ClearedRoles
{
    private static readonly string[] Empties = ["null", "cleared", "emptied", "unset", "nulled", "empty"];

    private static readonly string[] Verbs = [" are set to ", " is set to ", " have their ", " has its ", " get their ", " keep their "];

    /// <summary>The identifier of the emptied reference; null when none is written.</summary>
    public static string? Of(string text) =>
        IsCleared(text) ? Words(text).FirstOrDefault(word => word.Contains('_', StringComparison.Ordinal)) ?? Words(text).FirstOrDefault(IsCamel) : null;

    /// <summary>Whose reference is emptied, as written.</summary>
    public static string? Part(string clause)
    {
        if (!IsCleared(clause))
        {
            return null;
        }

        var at = Verbs.Select(verb => clause.Seek(verb)).Where(found => found > 0).DefaultIfEmpty(-1).Min();
        var part = at < 0 ? null : clause[..at];
        var owner = part?.IndexOf("' ", StringComparison.Ordinal) ?? -1;
        return owner > 0 ? part![..owner] : part;
    }

    private static bool IsCleared(string text) => Array.Exists(Empties, word => TextScan.HasWord(text.ToLowerInvariant(), word));

    private static IEnumerable<string> Words(string text) => text.Split([' ', '`', ',', '=', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsCamel(string word) => char.IsLower(word[0]) && word.EndsWith("Id", StringComparison.Ordinal);
}
