using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Facts.Rules.Scenarios;

namespace Schemawright.Facts.Rules;

/// <summary>Reads sentences and bullets that demand something: must, shall, cannot, only, at most, unique …</summary>
internal sealed class RuleSentenceReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (ProductDemands.Reason(line) is { } reason)
            {
                facts.Classify(line.Span, StatementClass.Technology, reason);
            }
            else if (IsRule(line) && Scenario.Outcome(line.Whole) is null && RuleContext.Of(line) is null)
            {
                var (label, text) = Cells(line);
                facts.Add(new RuleFact(
                    null, null, line.Headings, line.Keys, label, text, RuleSubjects.Of(line.Headings),
                    line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List, document.Kind, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "a demand, told by its modal words");
            }
        }
    }

    /// <summary>"Pet weight | at most 200 kg" is a field and its rule; of an answered question only the answer counts.</summary>
    private static (string? Label, string Text) Cells(OutlineLine line)
    {
        var bar = line.Label is null && line.Form == OutlineForm.Bullet ? line.Text.IndexOf(" | ", StringComparison.Ordinal) : -1;
        return bar is > 0 and < 60 ? (line.Text[..bar].Trim(), line.Text[(bar + 3)..].Trim())
            : line.Label is { } asked && asked.Contains('?', StringComparison.Ordinal) || line.Label?.ToLowerInvariant() is "a" or "answer" ? (null, Answers.Of(line.Text))
            : Answers.Of(line.Whole) is var answer && answer != line.Whole ? (null, answer) : (line.Label, line.Text);
    }

    /// <summary>Sections on looks, machines and markets demand much, and nothing of the data.</summary>
    private static bool IsRule(OutlineLine line) => line switch
    {
        { Form: OutlineForm.Program } or { IsLabelOnly: true } => false,
        _ when line.Text.TrimEnd('*', ' ').EndsWith('?') => false,
        { Topic: HeadingTopic.Interface or HeadingTopic.Infrastructure or HeadingTopic.Prose } => false,
        { Topic: HeadingTopic.Process } => Modality.IsStrong(line.Text),
        _ when line.Whole.Says("this file", "this document", "fields marked", "not required", "user story", "i want") => false,
        _ when line.StandsUnder("scale*", "scalability", "performance*", "capacity", "response time*") && Quantities.First(line.Text) is not null => false,
        { Form: OutlineForm.Bullet } => Modality.IsRule(line.Text) || Modality.IsStrong(line.Whole),
        _ => Modality.IsStrong(line.Whole),
    };
}
