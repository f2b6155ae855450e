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
        return $"{MarkdownEscape.Code(SharedId(group))} {named}: {MarkdownEscape.Text(English.Sentence(Predicate(group[0].Choice)))} {MarkdownEscape.Text(English.Sentence(group[0].Reason))}{Sources(sources)}";
    }

    /// <summary>What the ids have in common: <c>D03-…-key</c>.</summary>
    private static string SharedId(List<Decision> group)
    {
        var first = group[0].Id;
        var start = Enumerable.Range(0, first.Length + 1).Last(length => group.TrueForAll(decision => decision.Id.StartsWith(first[..length], StringComparison.Ordinal)));
        var end = Enumerable.Range(0, first.Length - start + 1).Last(length => group.TrueForAll(decision => decision.Id.Length >= start + length && decision.Id.EndsWith(first[^length..], StringComparison.Ordinal)));
        var (head, tail) = (first[..start], end == 0 ? "" : first[^end..]);
        return $"{head[..(head.LastIndexOf('-') + 1)]}…{tail[(tail.IndexOf('-', StringComparison.Ordinal) is >= 0 and var dash ? dash : tail.Length)..]}";
    }

    private static string Sources(SourceSpan[] sources) => sources.Length == 0 ? "" : $" ({Phrases.Sources([.. sources])})";

    private static string Head(string choice) => choice.Split(' ')[0];

    private static string Tail(string choice) => choice[Head(choice).Length..];

    private static string Predicate(string choice)
    {
        var tail = Tail(choice).Trim();
        return tail.StartsWith("is ", StringComparison.Ordinal) ? tail[3..] : $"each {tail}";
    }
}
