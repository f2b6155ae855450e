using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Reports.Suppressions;

/// <summary>Marks the findings an author accepts in the documents, and reports comments that accept nothing.</summary>
public static class AcknowledgedFindings
{
    private static readonly DiagnosticKind Unused = new(
        "SW1032", Severity.Warning, "A finding is allowed that does not occur",
        "nothing here has the code {0}",
        "A left-over permission would hide the next finding of that kind.",
        "remove the comment, or move it to the line before the one it speaks of");

    /// <summary>All findings in their order, the accepted ones marked; what is wrong with the comments follows.</summary>
    public static Seq<Finding> Of(IEnumerable<Finding> findings, Corpus corpus)
    {
        var problems = new Findings();
        var suppressions = corpus.Documents.SelectMany(document => SuppressionReader.Read(document, problems)).ToArray();
        if (suppressions.Length == 0 && problems.Diagnostics.Count == 0)
        {
            return findings.ToSeq();
        }

        var marked = findings.Select(finding => Marked(finding, suppressions)).ToList();
        foreach (var suppression in suppressions.Where(suppression => suppression.Reason.Length > 0))
        {
            // An error cannot be accepted: there is no model then.
            foreach (var code in suppression.Codes.Where(code => !marked.Exists(finding => finding.Acknowledged?.Place == suppression.Place && finding.Kind.Code == code)))
            {
                problems.Report(Unused, suppression.Place, code);
            }
        }

        return marked.Concat(problems.Diagnostics.Select(Finding.Of)).OrderBy(finding => finding.Place is null).ThenBy(finding => finding.Place).ToSeq();
    }

    private static Finding Marked(Finding finding, Suppression[] suppressions) =>
        finding.Kind.Severity != Severity.Error && suppressions.FirstOrDefault(suppression => suppression.Covers(finding)) is { } accepted
            ? finding with { Acknowledged = new(accepted.Reason, accepted.Place) }
            : finding;
}
