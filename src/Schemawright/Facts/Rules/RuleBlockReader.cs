using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>Reads rule blocks: every line below a rule's heading or title that states something is a rule statement.</summary>
internal sealed class RuleBlockReader : IFactReader
{
    private static readonly string[] AboutTheRule =
        ["priority", "category", "owner", "version", "author", "created", "modified", "severity", "effective", "effective date", "source", "rationale", "why", "note", "notes", "benefit", "benefits", "use case", "purpose", "example", "description"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var lines = facts.OutlineOf(document);
        for (var index = 0; index < lines.Count; index++)
        {
            if (RuleContext.Of(lines[index]) is not { } rule)
            {
                continue;
            }

            if (lines[index].Form == OutlineForm.Program)
            {
                index = ReadProgram(document, lines, index, rule, facts) - 1;
                continue;
            }

            ReadLine(document, lines[index], rule, facts);
        }
    }

    private static void ReadLine(ProductDocument document, OutlineLine line, RuleContext rule, FactCollector facts)
    {
        var name = rule.Code ?? rule.Title;
        if (line.Form == OutlineForm.Entry && line.Keys.Count == 0 && line.Label is { } title && RuleTitles.IsTitleLabel(title))
        {
            facts.Classify(line.Span, StatementClass.Prose, $"the title of rule {name}");
            return;
        }

        if (line is { IsLabelOnly: true, HasChildren: false } && Modality.IsBound(line.Words.Trim('-', '*', '`', ' ')))
        {
            facts.Add(Fact(document, line with { Label = null }, rule, line.Words.Trim('-', '*', '`', ' '), line.Span, line.Words));
            facts.Classify(line.Span, StatementClass.Rule, $"a formula of rule {name}");
            return;
        }

        if (line.IsLabelOnly || (line.HasChildren && line.Label is null))
        {
            facts.Classify(line.Span, StatementClass.Prose, $"a label within rule {name}; its meaning is in the lines below it");
            return;
        }

        if (IsAboutTheRule(line) || (line.Form == OutlineForm.Sentence && !Modality.IsRule(line.Whole) && !IsRuleLabel(line.Label) && !(document.Kind == DocumentKind.BusinessRules && States(line))))
        {
            facts.Classify(line.Span, StatementClass.Prose, $"speaks about rule {name}, states no data");
            return;
        }

        facts.Add(Fact(document, line, rule, line.Text, line.Span, line.Words));
        facts.Classify(line.Span, StatementClass.Rule, $"a line of rule {name}");
    }

    private static int ReadProgram(ProductDocument document, IReadOnlyList<OutlineLine> lines, int from, RuleContext rule, FactCollector facts)
    {
        var end = from;
        while (end < lines.Count && lines[end].Form == OutlineForm.Program && ReferenceEquals(lines[end].Block, lines[from].Block))
        {
            facts.Classify(lines[end].Span, StatementClass.Process, $"program code of rule {rule.Code ?? rule.Title}; its guards are read as rules");
            end++;
        }

        foreach (var guard in Guards.In([.. lines.Skip(from).Take(end - from)]))
        {
            facts.Add(Fact(document, lines[from], rule, guard.Text, guard.Span, guard.Text));
            facts.Classify(guard.Span, StatementClass.Rule, $"a guard in the code of rule {rule.Code ?? rule.Title}");
        }

        return end;
    }

    private static RuleFact Fact(ProductDocument document, OutlineLine line, RuleContext rule, string text, SourceSpan span, string words)
    {
        var label = line.Form == OutlineForm.Program || (line.Label is not null && RuleCodes.Split(line.Label).Code is not null) ? null : line.Label;
        return new(
            rule.Code, TitleLine(line) ?? (rule.Title.Length > 0 ? rule.Title : null), line.Headings, line.Keys, label, text, rule.Title.Length > 0 ? rule.Title : RuleSubjects.Of(line.Headings),
            line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List, document.Kind, span, words);
    }

    private static string? TitleLine(OutlineLine line)
    {
        var first = line.Block is CodeFence fence ? fence.Lines.FirstOrDefault(candidate => candidate.Text.Trim().Length > 0)?.Text.Trim() : null;
        return first is not null && RuleTitles.IsTitle(first) ? Labels.Split(first).Text : null;
    }

    /// <summary>A whole sentence of a coded business rule states something also without a modal word, unless it gives a reason for the rule.</summary>
    private static bool States(OutlineLine line) =>
        line.Text.Count(character => character == ' ') >= 3 && !line.Text.TrimEnd().EndsWith('?') && !line.Text.Opens("this", "that is", "these", "the reason", "because", "so that", "for example", "for instance", "e.g.", "otherwise", "note", "see", "the goal", "the aim", "the purpose", "in this way", "we", "it is important");

    private static bool IsAboutTheRule(OutlineLine line) =>
        (line.Label is { } label && AboutTheRule.Contains(label.ToLowerInvariant(), StringComparer.Ordinal))
        || line.Keys.Any(key => AboutTheRule.Contains(key.ToLowerInvariant(), StringComparer.Ordinal));

    private static bool IsRuleLabel(string? label) => label is not null && (RuleTitles.IsTitleLabel(label) || label.Says("rule", "requirement*", "limit*", "condition*", "behavior", "behaviour", "hierarchy"));
}
