using Schemawright.Design;
using Schemawright.Diagnostics;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Decisions as list items; what was decided alike for several tables is said once, with all their names.</summary>
internal static class DecisionList
{
    private const int MostSubjects = 8;

    public static IEnumerable<string> Of(IEnumerable<Decision> decisions) => Grouped(decisions).Select(Item);

    /// <summary>The decision that speaks for most of the model.</summary>
    public static string? Weightiest(IEnumerable<Decision> decisions) => Grouped(decisions)
        .OrderByDescending(group => group.Count).ThenByDescending(group => group[0].Sources.Count)
        .Select(Item).FirstOrDefault();

    /// <summary>Choices that begin with different names and go on with the same words belong together.</summary>
    private static IEnumerable<List<Decision>> Grouped(IEnumerable<Decision> decisions) =>
        decisions.GroupBy(decision => (Tail(decision.Choice), decision.Reason)).Select(group => group.ToList());

    private static string Item(List<Decision> group)
    {
        if (group.Count == 1)
        {
            return Phrases.Decision(group[0]);
        }

        var subjects = group.Select(decision => Head(decision.Choice)).ToArray();
        var named = Phrases.Names(subjects.Take(MostSubjects)) + (subjects.Length > MostSubjects ? $" and {subjects.Length - MostSubjects} more" : "");
        var sources = group.SelectMany(decision => decision.Sources).Distinct().Order().ToArray();
        return $"{named}: {MarkdownEscape.Text(English.Sentence(Predicate(group[0].Choice)))} {MarkdownEscape.Text(English.Sentence(group[0].Reason))}{Sources(sources)}";
    }

    private static string Sources(SourceSpan[] sources) => sources.Length == 0 ? "" : $" ({Phrases.Sources([.. sources])})";

    private static string Head(string choice) => choice.Split(' ')[0];

    private static string Tail(string choice) => choice[Head(choice).Length..];

    private static string Predicate(string choice)
    {
        var tail = Tail(choice).Trim();
        return tail.StartsWith("is ", StringComparison.Ordinal) ? tail[3..] : tail;
    }
}
