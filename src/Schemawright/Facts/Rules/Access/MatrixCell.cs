using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>What a cell of a permission matrix says.</summary>
/// <param name="Verbs">The verbs of its letters; empty for a mere yes or no.</param>
/// <param name="Scope">"R (own)", "Assigned"; null when the cell does not say.</param>
internal sealed record MatrixCell(IReadOnlyList<AccessVerb> Verbs, AccessScope? Scope, bool Allowed)
{
    private static readonly string[] No = ["", "-", "—", "–", "❌", "✗", "✘", "×", "✖", "○", "🚫", "⛔", "no", "none", "n", "never", "n/a", "no access", "not allowed", "denied", "nothing", "hidden"];
    private static readonly string[] Yes = ["yes", "x", "y", "✅", "✓", "✔", "●", "•", "☑", "allowed", "can", "true"];
    private static readonly string[] Whole = ["full", "all", "full access", "everything", "full control", "admin", "manage", "any"];
    private static readonly string[] Reading = ["read-only", "read only", "readonly", "view-only", "view only", "limited", "viewer", "reads", "ro"];
    private static readonly string[] Writing = ["rw", "r/w", "read-write", "read/write", "read and write", "edit", "editor"];

    /// <summary>Null when the words are no access cell.</summary>
    public static MatrixCell? Read(string text)
    {
        var words = text.Replace("\uFE0F", "", StringComparison.Ordinal).Trim();
        var core = ItemLists.WithoutParentheses(words).Trim(' ', '*', '¹', '²', '³', '†');
        AccessScope? scope = ItemLists.InParentheses(words) is { } inner && AccessScopes.Cut(inner).Scope is not AccessScope.Unstated and var named ? named : null;
        return Plain(core, scope) ?? (core.Length > 0 && Symbol(core) is { } symbol && Plain(symbol, scope) is { } marked ? Narrowed(marked, core[symbol.Length..]) : null) ?? Worded(core, scope);
    }

    /// <summary>The note a cell points to: "✅*", "R¹"; null when it points to none.</summary>
    public static char? Mark(string text) => text.Trim() is { Length: > 1 } cell && cell[^1] is var mark and ('*' or '¹' or '²' or '³' or '†') ? mark : null;

    private static MatrixCell? Plain(string core, AccessScope? scope) =>
        No.Contains(core, StringComparer.OrdinalIgnoreCase) ? new([], scope, false)
        : Yes.Contains(core, StringComparer.OrdinalIgnoreCase) ? new([], scope, true)
        : AccessVerbs.OfLetters(core.Replace(",", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)) is { } letters ? new(letters, scope, true)
        : Whole.Contains(core, StringComparer.OrdinalIgnoreCase) ? new([], scope ?? AccessScope.All, true)
        : Writing.Contains(core, StringComparer.OrdinalIgnoreCase) ? new([AccessVerb.Read, AccessVerb.Update], scope, true)
        : Reading.Contains(core, StringComparer.OrdinalIgnoreCase) ? new([AccessVerb.Read], scope, true)
        : AccessVerbs.OfLabel(core) is { Count: > 0 } verbs ? new(verbs, scope, true)
        : null;

    /// <summary>"✅ own", "R own", "read own", "own only", "assigned".</summary>
    private static MatrixCell? Worded(string core, AccessScope? above)
    {
        var (verbs, rest) = AccessVerbs.Open(core);
        var lettered = verbs.Count == 0 && core.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && AccessVerbs.OfLetters(core[..space]) is { } letters ? (Verbs: letters, After: core[(space + 1)..]) : (Verbs: verbs, After: rest);
        var (scope, left) = AccessScopes.Cut(lettered.After);
        return left.Length == 0 && scope != AccessScope.Unstated ? new(lettered.Verbs, scope, true)
            : core.Split(',', ';') is { Length: > 1 } parts && parts.Select(part => AccessVerbs.OfLabel(part.Trim())).ToArray() is var each && Array.TrueForAll(each, part => part.Count > 0) ? new([.. each.SelectMany(part => part).Distinct()], above, true)
            : core.Opens("their", "team", "own") && core.Length <= 20 ? new([], core.Opens("own") ? AccessScope.Own : AccessScope.Team, true)
            : null;
    }

    private static MatrixCell Narrowed(MatrixCell marked, string rest) =>
        AccessScopes.Cut(rest.Trim(' ', ':', '-', '–')).Scope is not AccessScope.Unstated and var scope ? marked with { Scope = marked.Scope ?? scope } : marked;

    private static string? Symbol(string core) => Array.Find(Yes, yes => !char.IsLetter(yes[0]) && core.StartsWith(yes, StringComparison.Ordinal)) ?? Array.Find(No, no => no.Length > 0 && no[0] is not '-' && !char.IsLetter(no[0]) && core.StartsWith(no, StringComparison.Ordinal));
}
