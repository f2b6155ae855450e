using System.Globalization;
using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Proof;

namespace Schemawright.Tool.Cli;

/// <summary>What a proof did not confirm, as findings about the sentences that promise it.</summary>
internal static class ProofFindings
{
    private static readonly DiagnosticKind Refuted = new(
        "SW7010", Severity.Error, "A promise of the model was refuted",
        "{0}: {1}; expected {2}; the server answered {3}",
        "The database does not do what the documents say and the data model claims.",
        "report it: a model that cannot keep its promises is a defect of the compiler; explain {0} shows where it comes from");

    private static readonly DiagnosticKind NotVerified = new(
        "SW7011", Severity.Warning, "A promise of the model could not be verified",
        "{0}: {1}; expected {2}; the server answered {3}",
        "What was not tried may hold or not; it is not proved.",
        "see proof.md for the reason, and doctor for what the machine lacks");

    private static readonly DiagnosticKind NotNeeded = new(
        "SW7012", Severity.Warning, "An index is paid for and not used at the declared size",
        "{0}: {1}; {2}",
        "Every index is kept up on each write; one that no plan uses costs and brings nothing.",
        "say what else the index is for, correct the declared number of rows, or leave the way of finding rows out of the documents");

    /// <summary>The claim whose attempts without a verdict are about indexes.</summary>
    private const string Plans = "IndexesServeTheirQueries";

    public static Seq<Finding> Of(ProofReport report, Seq<string> documents) =>
    [
        .. report.Obligations.SelectMany(obligation => obligation.Vectors).Where(vector => vector.Verdict is Verdict.Refuted or Verdict.CouldNotVerify).Select(vector => Of(vector, documents)),
        .. report.Obligations.Where(obligation => obligation.Name == Plans).SelectMany(obligation => obligation.Vectors).Where(vector => vector.Verdict == Verdict.NotApplicable)
            .Select(vector => Finding.Of(NotNeeded.At(Place(vector.Source, documents), vector.Subject, vector.Attempt, vector.Answer))),
        .. report.Obligations.Where(obligation => obligation.Verdict == Verdict.CouldNotVerify && obligation.Vectors.Count == 0)
            .Select(obligation => Finding.Of(NotVerified.At(null, obligation.Name, obligation.Claim, "proved", obligation.Reason))),
    ];

    private static Finding Of(ProofVector vector, Seq<string> documents) =>
        Finding.Of((vector.Verdict == Verdict.Refuted ? Refuted : NotVerified).At(Place(vector.Source, documents), vector.Subject, vector.Attempt, vector.Expected, vector.Answer));

    /// <summary>The first place of "RULES.md:12, PRD.md:7"; a decision has none.</summary>
    private static SourceSpan? Place(string source, Seq<string> documents)
    {
        var first = source.Split(',')[0].Trim();
        var colon = first.LastIndexOf(':');
        return colon > 0 && documents.Contains(first[..colon], StringComparer.Ordinal) && int.TryParse(first[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? SourceSpan.OfLine(first[..colon], line, 1)
            : null;
    }
}
