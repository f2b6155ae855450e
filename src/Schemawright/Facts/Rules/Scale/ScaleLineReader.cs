using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Facts.Rules.Spread;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Reads figures to plan for from bullets and sentences: "Initial: 50-200 shops", "10 GB per customer", "p95 below 200 ms".</summary>
internal sealed class ScaleLineReader : IFactReader
{
    private static readonly string[] Sections =
        ["scale", "scalability", "scale requirements", "capacity", "throughput", "performance requirements", "performance", "response times", "response time*", "availability", "volume*", "growth", "growth projections", "load", "peak load*", "year 1*", "year 3*", "year 5*",
            "targets", "projections", "resource utilization", "storage", "search operations", "performance criteria", "data volumes"];

    private static readonly string[] Elsewhere =
        ["cost*", "budget", "testing", "load testing", "auto-scaling", "scaling strategy", "scaling policies", "compute", "rate limit*", "pricing", "optimization", "caching", "cache", "trigger*", "instances", "market*", "team", "alert*", "backup*", "metrics dashboard", "service mesh", "load balanc*", "configuration", "tuning", "predictive", "accessibility", "replica*", "failover", "sampl*", "thresholds", "frontend"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is not OutlineForm.Program && !line.IsLabelOnly && !IsElsewhere(line)))
        {
            foreach (var fact in ScaleSentences.Read(SpreadSentences.Without(line), InSection(line) || document.Kind == DocumentKind.ScaleRequirements && line.Headings.Count <= 1))
            {
                facts.Add(fact);
                facts.Classify(line.Span, StatementClass.Scale, "a figure to plan for");
            }
        }
    }

    /// <summary>The line stands among figures to plan for.</summary>
    internal static bool InSection(OutlineLine line) => line.HeadingsSay(2, Sections) || line.KeysSay(Sections);

    /// <summary>The line speaks of machines, money or work, and not of what the database holds.</summary>
    internal static bool IsElsewhere(OutlineLine line) =>
        line.KeysSay(Elsewhere) || line.HeadingsSay(1, Elsewhere) || (line.Label ?? "").Says(Elsewhere) || line.Topic is HeadingTopic.Process;
}
