using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>The rule a line belongs to: its code and its title.</summary>
internal sealed record RuleContext(string? Code, string Title)
{
    private static readonly string[] RuleHeadings = ["rule", "rules", "invariant", "invariants", "policy", "policies", "formula", "formulas", "business logic"];

    /// <summary>The rule whose heading, title line or lead-in stands above the line; null when it stands in no rule.</summary>
    public static RuleContext? Of(OutlineLine line) =>
        FromCode(line) ?? (line.Block is CodeFence fence ? FromFence(line, fence) : line.Block is ListBlock ? FromHeading(line) : null);

    private static RuleContext? FromCode(OutlineLine line)
    {
        if (line.Code is not null)
        {
            return null;
        }

        if (line.Label is { } label && RuleCodes.Split(label) is { Code: { } own } named)
        {
            return new(own, named.Title);
        }

        foreach (var key in line.Keys.Reverse())
        {
            if (RuleCodes.Split(key) is { Code: { } code } titled)
            {
                return new(code, WithoutSentence(titled.Title));
            }
        }

        for (var index = line.Headings.Count - 1; index >= Math.Max(0, line.Headings.Count - 2); index--)
        {
            if (RuleCodes.Split(line.Headings[index]) is { Code: { } code } titled)
            {
                return new(code, titled.Title);
            }
        }

        return null;
    }

    private static RuleContext? FromFence(OutlineLine line, CodeFence fence)
    {
        var first = fence.Lines.FirstOrDefault(candidate => candidate.Text.Trim().Length > 0);
        return first is not null && RuleTitles.IsTitle(first.Text.Trim()) ? new(null, Labels.Split(first.Text.Trim()).Text) : FromHeading(line);
    }

    private static RuleContext? FromHeading(OutlineLine line) =>
        line.Topic == HeadingTopic.None && line.Heading.Says(RuleHeadings) ? new(null, Heading(line)) : null;

    /// <summary>A lead-in may hold the title and the sentence after it: "Seat limits The system shall check …".</summary>
    private static string WithoutSentence(string title)
    {
        var at = title.IndexOf(" The ", StringComparison.Ordinal);
        return at > 0 ? title[..at].TrimEnd(':', '.') : title;
    }

    private static string Heading(OutlineLine line) => HeadingNames.Of(line.Heading);
}
