using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Technology;

/// <summary>Reads stores in flow charts: <c>Store[(PostgreSQL&lt;br/&gt;Primary)]</c> and nodes named for a product.</summary>
internal sealed class TechnologyDiagramReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => IsFlowChart(fence) && !facts.IsClaimed(fence) && !HeadingTopics.StatesNoData(fence)))
        {
            foreach (var line in fence.Lines)
            {
                ReadLine(line, facts);
            }
        }
    }

    private static bool IsFlowChart(CodeFence fence) =>
        fence.Lines.FirstOrDefault(line => line.Text.Trim().Length > 0) is { } first && (first.Text.TrimStart().StartsWith("graph ", StringComparison.Ordinal) || first.Text.TrimStart().StartsWith("flowchart ", StringComparison.Ordinal));

    private static void ReadLine(CodeLine line, FactCollector facts)
    {
        var open = line.Text.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : line.Text.LastIndexOf(']');
        if (close <= open || line.Text.Contains("--", StringComparison.Ordinal))
        {
            return;
        }

        var isStore = line.Text[open + 1] == '(';
        var parts = line.Text[(open + 1)..close].Trim('(', ')', '"', '[', ']').Split(["<br/>", "<br>", "\\n"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0 && TechnologyProducts.Opening(parts[0]) is { } product && (isStore || product.Category <= TechnologyCategory.Queue))
        {
            facts.Add(new TechnologyFact(product.Category, product.Name, null, parts.Length > 1 ? parts[1] : null, line.Span, line.Text.Trim()));
            facts.Classify(line.Span, StatementClass.Technology, $"names {product.Name}");
        }
    }
}
