using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>
/// Keeps every other line that bounds, compares, counts or denies something, so that those whose words make a rule of the model's own things become
/// one: acceptance criteria, notes under a data model, checks of a specification.
/// </summary>
internal sealed class SurmisedRuleReader : IFactReader
{
    private const int FewestSpaces = 3;
    private const int LongestLine = 400;

    private static readonly string[] Comparing =
    [
        "no", "not", "only", "one", "once", "each", "every", "same", "later", "earlier", "after", "before", "greater", "less", "more", "fewer", "equal", "equals", "sum", "times", "between", "until", "while", "if", "when", "unless",
        "exactly", "differ", "differs", "always", "never", "has to", "have to", "needs", "need", "single", "exclusive", "at least", "at most", "follows", "within", "below", "above", "negative", "positive", "empty", "blank", "locked", "fixed", "frozen",
        "unique", "add up", "adds up", "together", "zero", "starts at", "copied", "must", "cannot", "consist of", "consists of", "characters", "digits", "twice",
    ];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        if (document.Kind is DocumentKind.ScaleRequirements or DocumentKind.Answers)
        {
            return;
        }

        var ruled = facts.Facts.OfType<RuleFact>().Select(rule => rule.Source).ToHashSet();
        foreach (var line in facts.OutlineOf(document).Where(line => !ruled.Contains(line.Span) && Compares(document, line)))
        {
            var (code, text) = line.Label is null && line.Code is null ? RuleCodes.Split(line.Whole) : (line.Code, line.Text);
            var form = line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List;
            facts.Add(new SurmiseFact(new RuleFact(code, null, line.Headings, line.Keys, line.Label, text, RuleSubjects.Of(line.Headings), form, document.Kind, line.Span, line.Words)));
        }
    }

    /// <summary>A whole sentence that compares; stories, questions, lead-ins and what stands outside the product say nothing of rows.</summary>
    private static bool Compares(ProductDocument document, OutlineLine line) =>
        line is { Form: OutlineForm.Bullet or OutlineForm.Sentence, IsLabelOnly: false, Topic: HeadingTopic.None or HeadingTopic.Process }
        && line.Text.Length <= LongestLine && (line.Whole.Count(character => character == ' ') >= FewestSpaces || line.Text.AsSpan().IndexOfAny("<>=≤≥") > 1) && !line.Text.Contains(" | ", StringComparison.Ordinal)
        && line.Text.TrimEnd('*', ' ') is var said && !said.EndsWith('?') && !said.EndsWith(':')
        && !line.StandsUnder("scale*", "scalability", "performance*", "capacity", "response time*", "metrics", "success*")
        && !line.Whole.Says("as a", "as an", "i want", "i can", "for example", "e.g.", "this document", "this file", "should") && Scenarios.Scenario.Outcome(line.Whole) is null
        && (document.Kind == DocumentKind.BusinessRules || line.StandsUnder("validation*", "constraint*", "invariant*", "check*", "acceptance*") || line.Text.Says(Comparing) || Quantities.First(line.Text) is not null || Modality.IsBound(line.Text));
}
