using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Domain.Merging;
using Schemawright.Facts;

namespace Schemawright.Domain.Demands;

/// <summary>Asks for the kinds of document that the input lacks, saying what is assumed without them.</summary>
internal static class MissingDocuments
{
    private static readonly (DocumentKind Kind, string Name, string Question, string Assumption, int Impact)[] Wanted =
    [
        (DocumentKind.ProductRequirements, "product requirements", "What should the product do, and which records does it keep?", "Only what the other documents name is modelled.", 5),
        (DocumentKind.TechnicalSpec, "a technical specification", "Which technical choices are given, such as database version and hosting?", "PostgreSQL 15 or newer is used, and nothing else is prescribed.", 2),
        (DocumentKind.BusinessRules, "business rules", "Which rules must the data obey beyond what the other documents state?", "Only rules that stand in the other documents are enforced.", 4),
        (DocumentKind.ScaleRequirements, "scale requirements", "How many rows of each kind are expected at launch and in the following years?", "Figures are estimated from the other documents; nothing is partitioned for size alone.", 3),
    ];

    public static void Ask(FactBase facts, Findings findings)
    {
        foreach (var (kind, name, question, assumption, impact) in Wanted)
        {
            var present = facts.Corpus.Documents.Any(document => document.Kind == kind);
            if (!present && !(kind == DocumentKind.ScaleRequirements && facts.Scale.Count > 0))
            {
                findings.Missing("document", name, question, [new($"there is no document with {name}, and none is needed", []), new("what the answer states, in sentences as the document would have them", [])], assumption, impact, uncertainty: 3, affects: ["*"]);
            }
        }
    }
}
