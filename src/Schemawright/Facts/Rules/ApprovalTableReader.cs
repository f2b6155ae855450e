using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>Reads tables of who approves which amounts, Amount | Approved by: each row demands an approval of rows.</summary>
internal sealed class ApprovalTableReader : IFactReader
{
    private static readonly string[] Approvers = ["approved by", "approver", "approval by", "approval", "must be approved by", "who approves", "authorised by", "authorized by", "signed off by"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>().Where(table => document.Kind == DocumentKind.BusinessRules && table.Header.Count == 2 && !facts.IsClaimed(table)))
        {
            var approver = Approvers.Contains(table.Header[1].Text.Trim().ToLowerInvariant(), StringComparer.Ordinal) && table.Rows.Any(row => row.Cells.Count > 1 && row.Cells[0].Text.Any(char.IsAsciiDigit));
            if (!approver)
            {
                continue;
            }

            facts.Claim(table);
            foreach (var row in table.Rows.Where(row => row.Cells.Count > 1 && row.Cells[0].Text.Length > 0))
            {
                var text = $"{table.Header[0].Text.Trim()} {row.Cells[0].Text.Trim()} must be approved by {row.Cells[1].Text.Trim()}";
                facts.Add(new RuleFact(null, null, table.Headings, [], null, text, RuleSubjects.Of(table.Headings), FactForm.Table, document.Kind, row.Span, string.Join(" | ", row.Cells.Select(cell => cell.Text))));
                facts.Classify(row.Span, StatementClass.Rule, "a row of a table of approvals");
            }
        }
    }
}
