using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Finds what a section speaks of in its headings, as written; the domain resolves it against its entities.</summary>
internal static class RuleSubjects
{
    private static readonly string[] Generic =
    [
        "acceptance criteria", "user stories and acceptance criteria", "acceptance criteria and user stories", "stories", "use cases", "user flows", "user requirements", "user needs", "edge cases", "business rules", "rules", "validation rules", "data validation rules", "constraints", "requirements", "overview", "user stories",
        "technical notes", "technical considerations", "core features", "core features (mvp)", "features", "functional requirements", "non-functional requirements", "validation", "validations",
        "business constraints", "technical constraints", "invariants", "limits", "policies", "general", "notes", "details", "description", "core functionality", "implementation details",
        "technical requirements", "business constraint rules", "calculation formulas", "exceptions", "scale requirements", "performance requirements", "security", "compliance", "scalability", "performance",
    ];

    /// <summary>The innermost heading that names something, without its code and number; null when only the document's title is left.</summary>
    public static string? Of(Seq<string> headings)
    {
        for (var index = headings.Count - 1; index >= 1; index--)
        {
            var name = HeadingNames.Of(headings[index]);
            if (name.Length > 1 && !Generic.Contains(name.ToLowerInvariant(), StringComparer.Ordinal))
            {
                return name;
            }
        }

        return null;
    }
}
