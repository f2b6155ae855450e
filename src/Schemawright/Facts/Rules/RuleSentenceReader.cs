using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

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
            else if (IsRule(line) && RuleContext.Of(line) is null)
            {
                facts.Add(new RuleFact(
                    null, null, line.Headings, line.Keys, line.Label, line.Text, RuleSubjects.Of(line.Headings),
                    line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List, document.Kind, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "a demand, told by its modal words");
            }
        }
    }

    /// <summary>Sections on looks, machines and markets demand much, and nothing of the data.</summary>
    private static bool IsRule(OutlineLine line) => line switch
    {
        { Form: OutlineForm.Program } or { IsLabelOnly: true } => false,
        { Topic: HeadingTopic.Interface or HeadingTopic.Infrastructure or HeadingTopic.Prose } => false,
        { Topic: HeadingTopic.Process } => Modality.IsStrong(line.Text),
        _ when line.Whole.Says("this file", "this document", "fields marked", "not required", "user story", "i want") => false,
        _ when line.StandsUnder("scale*", "scalability", "performance*", "capacity", "response time*") && Quantities.First(line.Text) is not null => false,
        { Form: OutlineForm.Bullet } => Modality.IsRule(line.Text) || Modality.IsStrong(line.Whole),
        _ => Modality.IsStrong(line.Whole),
    };
}
