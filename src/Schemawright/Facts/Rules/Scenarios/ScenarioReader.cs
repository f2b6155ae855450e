using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Scenarios;

/// <summary>Reads bullets and sentences "Given …, when …, then …": those whose outcome refuses or limits something are rules.</summary>
internal sealed class ScenarioReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is OutlineForm.Bullet or OutlineForm.Sentence))
        {
            if (Scenario.Outcome(line.Whole) is not { } outcome)
            {
                continue;
            }

            if (!Scenario.IsDemand(outcome))
            {
                facts.Classify(line.Span, StatementClass.Process, "a scenario: what the application does then");
                continue;
            }

            var form = line.Form == OutlineForm.Sentence ? FactForm.Sentence : FactForm.List;
            facts.Add(new RuleFact(null, null, line.Headings, [], null, line.Whole.TrimStart('[', ' ', 'x', ']'), RuleSubjects.Of(line.Headings), form, document.Kind, line.Span, line.Words));
            facts.Classify(line.Span, StatementClass.Rule, "a scenario whose outcome refuses or limits something");
        }
    }
}
