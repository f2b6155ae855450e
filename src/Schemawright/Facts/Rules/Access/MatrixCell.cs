using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Access;

/// <summary>What a cell of a permission matrix says.</summary>
/// <param name="Verbs">The verbs of its letters; empty for a mere yes or no.</param>
/// <param name="Scope">"R (own)", "Assigned"; null when the cell does not say.</param>
internal sealed record MatrixCell(IReadOnlyList<AccessVerb> Verbs, AccessScope? Scope, bool Allowed)
{
    /// <summary>Null when the words are no access cell.</summary>
    public static MatrixCell? Read(string text)
    {
        var words = text.Trim();
        var core = ItemLists.WithoutParentheses(words).Trim();
        AccessScope? scope = ItemLists.InParentheses(words) is { } inner && AccessScopes.Cut(inner).Scope is not AccessScope.Unstated and var named ? named : null;
        if (core is "" or "-" or "—" or "–" or "❌" or "✗" or "✘" or "×" || core.Equals("no", StringComparison.OrdinalIgnoreCase) || core.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return new([], scope, false);
        }

        if (core[0] is '✅' or '✓' or '✔' || core.Equals("yes", StringComparison.OrdinalIgnoreCase) || core.Equals("x", StringComparison.OrdinalIgnoreCase))
        {
            return new([], scope ?? OfWords(core[1..]), true);
        }

        if (AccessVerbs.OfLetters(core.Replace(",", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)) is { } letters)
        {
            return new(letters, scope, true);
        }

        if (core.Equals("full", StringComparison.OrdinalIgnoreCase) || core.Equals("all", StringComparison.OrdinalIgnoreCase) || core.Opens("full access"))
        {
            return new([], AccessScope.All, true);
        }

        if (AccessVerbs.OfLabel(core) is { Count: > 0 } verbs)
        {
            return new(verbs, scope, true);
        }

        return core.Equals("own", StringComparison.OrdinalIgnoreCase) || core.Equals("own only", StringComparison.OrdinalIgnoreCase) ? new([], AccessScope.Own, true)
            : core.Equals("assigned", StringComparison.OrdinalIgnoreCase) ? new([], AccessScope.Assigned, true)
            : core.Equals("read-only", StringComparison.OrdinalIgnoreCase) || core.Equals("read only", StringComparison.OrdinalIgnoreCase) || core.Equals("limited", StringComparison.OrdinalIgnoreCase) ? new([AccessVerb.Read], scope, true)
            : null;
    }

    private static AccessScope? OfWords(string words) => AccessScopes.Cut(words).Scope is not AccessScope.Unstated and var named ? named : null;
}
