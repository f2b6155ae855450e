using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads demands to protect data: encrypt, hash, mask, restrict, never log, consent, erase, export, rotate keys.</summary>
internal sealed class PrivacyReader : IFactReader
{
    private static readonly string[] Sections =
        ["security", "privacy", "data protection", "encryption*", "gdpr", "ccpa", "compliance", "data rights", "data subject rights", "resident rights", "tax", "pii", "password*", "data at rest", "at rest", "consent", "sensitive", "classification", "protection", "prevention", "validation", "processing", "data collection", "data handling"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly || line.Topic is HeadingTopic.Prose or HeadingTopic.Process || line.Words.Length > 300 || !Stands(line))
            {
                continue;
            }

            foreach (var (measure, subject, detail) in PrivacyPhrases.Read(line))
            {
                facts.Add(new PrivacyFact(measure, subject, detail, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "asks for protection of data");
            }
        }
    }

    /// <summary>The words are plain enough by themselves, or the section speaks of security or privacy.</summary>
    private static bool Stands(OutlineLine line) =>
        line.HeadingsSay(8, Sections) || line.KeysSay(Sections) || line.Whole.Says("encrypt*", "at rest", "gdpr", "pii", "personal data", "hashed", "masked", "last 4", "last four");
}
