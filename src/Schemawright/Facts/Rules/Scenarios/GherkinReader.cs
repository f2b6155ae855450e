using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scenarios;

/// <summary>Reads Gherkin: features, scenarios with their steps, and rules, in fences of any language.</summary>
internal sealed class GherkinReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && !HeadingTopics.StatesNoData(fence) && IsGherkin(fence)))
        {
            facts.Claim(fence);
            new Steps(document, fence, facts).Read();
        }
    }

    private static bool IsGherkin(CodeFence fence)
    {
        var lines = fence.Lines.Select(line => line.Text.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or '@')).ToArray();
        return lines.Any(line => line.Opens("then")) && lines.Length > 0 && lines[0].AsSpan() is var first
            && (first.StartsWith("Feature:", StringComparison.Ordinal) || first.StartsWith("Scenario", StringComparison.Ordinal) || first.StartsWith("Background:", StringComparison.Ordinal) || first.StartsWith("Rule:", StringComparison.Ordinal)
                || (fence.Language == "gherkin" && lines[0].Opens("given", "when")));
    }

    /// <summary>The steps of one fence while they are read.</summary>
    private sealed class Steps(ProductDocument document, CodeFence fence, FactCollector facts)
    {
        private readonly List<string> _background = [];
        private readonly List<string> _given = [];
        private readonly List<string> _when = [];
        private string _feature = "";
        private string _kind = "";
        private bool _inBackground;

        public void Read()
        {
            foreach (var line in fence.Lines)
            {
                var text = line.Text.Trim();
                if (text.Length > 0 && text[0] is not ('#' or '@' or '|' or '"'))
                {
                    ReadLine(text, line.Span);
                }
            }
        }

        private void ReadLine(string text, SourceSpan span)
        {
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var label = colon > 0 ? text[..colon] : "";
            switch (label)
            {
                case "Feature" or "Scenario" or "Scenario Outline" or "Background" or "Example" or "Examples":
                    _feature = label == "Feature" ? text[(colon + 1)..].Trim() : _feature;
                    Begin(label == "Background");
                    facts.Classify(span, StatementClass.Prose, "names a scenario; its meaning is in the steps below it");
                    break;
                case "Rule":
                    Begin(background: false);
                    Add(text[(colon + 1)..].Trim(), span, "a rule of the feature");
                    break;
                default:
                    Step(text, span);
                    break;
            }
        }

        private void Begin(bool background)
        {
            (_inBackground, _kind) = (background, "");
            _given.Clear();
            _when.Clear();
        }

        private void Step(string text, SourceSpan span)
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            var word = space < 0 ? text : text[..space];
            var said = space < 0 ? "" : text[(space + 1)..].Trim();
            _kind = word is "Given" or "When" or "Then" ? word : _kind;
            if (word is not ("Given" or "When" or "Then" or "And" or "But" or "*"))
            {
                facts.Classify(span, StatementClass.Prose, "tells what the feature is for");
                return;
            }

            if (_kind == "Then" && Scenario.IsDemand(said))
            {
                Add(Sentence(said), span, "a scenario whose outcome refuses or limits something");
                return;
            }

            (_kind == "When" ? _when : _inBackground ? _background : _given).AddRange(_kind == "Then" ? [] : [said]);
            facts.Classify(span, StatementClass.Process, "a step of a scenario");
        }

        private string Sentence(string outcome)
        {
            var given = string.Join(" and ", _background.Concat(_given));
            var when = string.Join(" and ", _when);
            return (given.Length, when.Length) switch
            {
                (0, 0) => outcome,
                (0, _) => $"When {when}, then {outcome}",
                (_, 0) => $"Given {given}, then {outcome}",
                _ => $"Given {given}, when {when}, then {outcome}",
            };
        }

        private void Add(string text, SourceSpan span, string reason)
        {
            facts.Add(new RuleFact(null, null, fence.Headings, [], null, text, _feature.Length > 0 ? _feature : RuleSubjects.Of(fence.Headings), FactForm.List, document.Kind, span, text));
            facts.Classify(span, StatementClass.Rule, reason);
        }
    }
}
