using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Protection;

/// <summary>Reads tables of data classes: Critical | tax numbers, bank accounts | field encryption, access logging.</summary>
internal sealed class ClassificationTableReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            if (facts.IsClaimed(table) || HeadingTopics.StatesNoData(table) || table.Header.Count < 2 || !table.Header[0].Text.Says("classification", "data class", "sensitivity", "data classification", "class"))
            {
                continue;
            }

            facts.Claim(table);
            foreach (var row in table.Rows.Where(row => row.Cells.Count >= 2))
            {
                ReadRow(row, facts);
            }
        }
    }

    private static void ReadRow(TableRow row, FactCollector facts)
    {
        var words = string.Join(" | ", row.Cells.Select(cell => cell.Text));
        facts.Classify(row.Span, StatementClass.Prose, "classifies data without asking for a protection of its own");
        var controls = string.Join(' ', row.Cells.Skip(2).Select(cell => cell.Text));
        foreach (var subject in ItemLists.Split(row.Cells[1].Text))
        {
            foreach (var measure in Measures(subject, controls))
            {
                facts.Add(new PrivacyFact(measure, subject, row.Cells[0].Text, row.Span, words));
            }

            if (controls.Says("audit*", "access logging", "logging"))
            {
                facts.Add(new AuditFact(subject, controls, row.Span, words));
            }
        }
    }

    private static IEnumerable<PrivacyMeasure> Measures(string subject, string controls)
    {
        if (controls.Says("encrypt*", "encryption"))
        {
            yield return PrivacyMeasure.Encrypt;
        }

        if (subject.Says("pii", "personal", "tax*", "ssn*", "bank*", "health", "medical", "address*", "email*", "phone*", "name*", "birth*", "passport*", "salary", "salaries"))
        {
            yield return PrivacyMeasure.Personal;
        }
    }
}
