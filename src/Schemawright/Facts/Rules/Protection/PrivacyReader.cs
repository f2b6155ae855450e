using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;
using Schemawright.Facts.Rules.Access;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads demands to protect data: encrypt, hash, mask, restrict, never log, consent, erase, export, rotate keys.</summary>
internal sealed class PrivacyReader : IFactReader
{
    private const int LongestDemand = 300;

    private static readonly string[] Sections =
        ["security", "privacy", "data protection", "encryption*", "gdpr", "ccpa", "compliance", "data rights", "data subject rights", "tax", "pii", "password*", "data at rest", "at rest", "consent", "sensitive", "classification", "protection", "prevention", "validation", "processing", "data collection", "data handling", "confidential*"];

    private static readonly string[] Plain =
        ["encrypt*", "at rest", "gdpr", "pii", "personal data", "hashed", "masked", "last 4", "last four", "last three", "confidential", "consent", "erasure", "forgotten", "portability", "their account", "anonymi*", "their data", "my data", "redacted", "never be logged", "never logged", "not be logged"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var roles = new KnownRoles(facts);
        foreach (var line in facts.OutlineOf(document))
        {
            if (line.Form == OutlineForm.Program || line.IsLabelOnly || line.Topic is HeadingTopic.Prose or HeadingTopic.Process || line.Words.Length > LongestDemand)
            {
                continue;
            }

            var inSection = line.HeadingsSay(8, Sections) || line.KeysSay(Sections);
            var told = inSection || line.Whole.Says(Plain) ? PrivacyPhrases.Read(line).Concat(RightsPhrases.Read(line)) : [];
            foreach (var (measure, subject, detail) in told.Concat(VisibilityPhrases.Read(line, roles, inSection)).Distinct())
            {
                facts.Add(new PrivacyFact(measure, subject, detail, line.Span, line.Words));
                facts.Classify(line.Span, StatementClass.Rule, "asks for protection of data");
            }
        }
    }
}
