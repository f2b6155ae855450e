using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Facts.Rules.Scale;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>Reads how unevenly rows are spread over those who hold them, over values and over time.</summary>
internal sealed class SpreadLineReader : IFactReader
{
    private static readonly string[] Targets = ["target*", "goal*", "success*", "metric*", "kpi*", "objective*", "adoption", "benefit*", "market*", "satisfaction"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is not OutlineForm.Program && !line.IsLabelOnly && TellsOfData(line)))
        {
            var planned = ScaleLineReader.InSection(line) || line.StandsUnder("distribution*", "skew*", "spread") || document.Kind == DocumentKind.ScaleRequirements;
            foreach (var found in SpreadSentences.Read(line).Where(found => planned || found.Share.Low is not null))
            {
                facts.Add(new SpreadFact(found.Rows, found.By, found.Share, found.Among, found.Few, found.Within, planned, line.Span, line.Words));
            }
        }
    }

    private static bool TellsOfData(OutlineLine line) =>
        !ScaleLineReader.IsElsewhere(line) && line.Topic is not HeadingTopic.Prose && !line.StandsUnder(Targets) && !(line.Label ?? "").Says(Targets);
}
