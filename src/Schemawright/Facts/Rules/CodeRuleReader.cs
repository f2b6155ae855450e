using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules;

/// <summary>
/// Reads code, pseudo-code and formulas in the sections on rules: guards that throw or return a refusal, asserts, "IF … THEN REJECT", and
/// lines such as <c>total = quantity × price</c>.
/// </summary>
internal sealed class CodeRuleReader : IFactReader
{
    private static readonly string[] Places = ["rule", "rules", "business rule*", "validation*", "invariant*", "constraint*", "formula*", "calculation*", "business logic", "check", "checks", "pseudo*", "policy", "policies", "requirements"];
    private static readonly string[] Asserts = ["assert", "console.assert", "validate", "require", "ensure", "invariant", "check", "precondition"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => !facts.IsClaimed(fence) && !HeadingTopics.StatesNoData(fence) && SpeaksOfRules(document, fence) && !FenceOutline.IsOutline(fence)))
        {
            ReadFence(document, fence, facts);
        }
    }

    private static bool SpeaksOfRules(ProductDocument document, CodeFence fence) =>
        fence.Language is not ("sql" or "json" or "mermaid" or "html" or "css" or "bash" or "sh" or "prisma" or "dbml" or "graphql" or "http" or "plantuml" or "diff" or "xml")
        && (document.Kind == DocumentKind.BusinessRules || fence.Headings.Reverse().Take(2).Any(heading => heading.Says(Places) || RuleCodes.Split(heading).Code is not null));

    private static void ReadFence(ProductDocument document, CodeFence fence, FactCollector facts)
    {
        var lines = fence.Lines.Where(line => line.Text.Trim().Length > 0).ToArray();
        var outline = lines.Select(line => new OutlineLine(fence, OutlineForm.Program, [], null, line.Text, 0, false, line.Span, line.Text.Trim())).ToArray();
        if (DemandLines.In(lines) is { Count: > 0 } demands)
        {
            foreach (var demand in demands)
            {
                Add(document, fence, demand.Text, demand.Span, "a demand in pseudo-code", facts, demand.Deed);
            }

            return;
        }

        foreach (var guard in Guards.In(outline))
        {
            Add(document, fence, guard.Text, guard.Span, "a guard in the code", facts);
        }

        var conditional = Conditional(document, fence, lines, facts);
        foreach (var line in lines.Where(line => !conditional.Contains(line.Span)))
        {
            if (Assertion(line.Text.Trim()) is { } condition)
            {
                Add(document, fence, condition, line.Span, "an assertion in the code", facts);
            }
            else if (Formula(Piecewise.Whole(lines, line)) is { } formula)
            {
                Add(document, fence, formula, line.Span, "a formula", facts);
            }
        }

        foreach (var (text, span) in PseudoCode.In(lines))
        {
            Add(document, fence, text, span, "a refusal in pseudo-code", facts);
        }
    }

    /// <summary>The lines that hold under a condition alone.</summary>
    private static HashSet<SourceSpan> Conditional(ProductDocument document, CodeFence fence, IReadOnlyList<CodeLine> lines, FactCollector facts)
    {
        var conditional = ConditionalAssignments.In(lines);
        foreach (var (text, span) in conditional.Where(one => one.Text is not null))
        {
            Add(document, fence, text!, span, "a demand under a condition in pseudo-code", facts);
        }

        return conditional.Select(one => one.Span).ToHashSet();
    }

    /// <summary>The condition of <c>assert(x &gt; 0, "…")</c> or <c>assert x &gt; 0</c>.</summary>
    private static string? Assertion(string line)
    {
        var opener = Array.Find(Asserts, word => line.StartsWith(word, StringComparison.Ordinal) && line.Length > word.Length + 2 && line[word.Length] is '(' or ' ');
        if (opener is null)
        {
            return null;
        }

        var inner = line[opener.Length..].Trim().TrimEnd(';');
        inner = inner.StartsWith('(') && inner.EndsWith(')') ? inner[1..^1] : inner;
        var comma = inner.IndexOfAny([',']) is > 0 and var at && inner[(at + 1)..].TrimStart().StartsWith('"') | inner[(at + 1)..].TrimStart().StartsWith('\'') ? at : -1;
        inner = comma > 0 ? inner[..comma] : inner;
        return inner.AsSpan().ContainsAny("<>=!") ? inner.Trim() : null;
    }

    /// <summary>"a = b + c" and the like: names and operators, nothing of a program.</summary>
    private static string? Formula(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 1 && equals + 2 < line.Length && line[equals + 1] == ' ' && line[equals - 1] == ' ' && line.Length < 200 && !line.AsSpan().ContainsAny("{}[];?\"'`|&") && !line.Contains("=>", StringComparison.Ordinal)
            && !line.Opens("const", "let", "var", "if", "return", "for", "while", "set", "def") && char.IsLetter(line[0]) ? line : null;
    }

    private static void Add(ProductDocument document, CodeFence fence, string text, SourceSpan span, string reason, FactCollector facts, string? deed = null)
    {
        var code = fence.Headings.Reverse().Take(2).Select(heading => RuleCodes.Split(heading).Code).FirstOrDefault(found => found is not null);
        facts.Add(new RuleFact(code, deed ?? (code is null ? null : RuleCodes.Split(fence.Headings[^1]).Title), fence.Headings, [], null, text, RuleSubjects.Of(fence.Headings), FactForm.List, document.Kind, span, text));
        facts.Classify(span, StatementClass.Rule, reason);
    }
}
