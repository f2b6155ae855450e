using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Rules.Queries;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>Sections whose sentences speak of the running system, of aims or of ways of looking: the nouns in them are no things that are kept.</summary>
internal static class SilentSections
{
    private static readonly string[] Running = ["monitoring", "observability", "deployment", "logging", "alerting", "infrastructure", "hosting", "ci/cd", "environments", "operations", "availability", "scalability", "technology", "tech stack", "technology stack"];
    private static readonly string[] Keeping = ["retention", "data retention", "retention periods", "retention policy", "retention and deletion", "archiving", "data lifecycle"];
    private static readonly string[] Aims = ["success", "success metrics", "success criteria", "kpis", "risks", "objectives & kpis", "objectives and kpis", "goals and success metrics", "goals & success metrics", "timeline", "milestones", "budget", "cost", "metrics", "key metrics", "kpi", "business goals", "success measures", "measures of success"];

    public static bool Contains(Block block) =>
        block.Headings.Count > 1 && HeadingNames.Of(block.Headings[^1]) is var name && (Is(name, Running) || Is(name, Aims) || Is(name, Keeping))
        || block is ListBlock list && (list.LeadIn is { Length: > 0 and <= 40 } leadIn ? ToldLists.AnnouncesLooking(leadIn) : block.Headings.Count > 1 && ToldLists.AnnouncesLooking(HeadingNames.Of(block.Headings[^1])));

    private static bool Is(string name, string[] titles) => titles.Contains(name, StringComparer.OrdinalIgnoreCase);
}
