using Schemawright.Collections;
using Schemawright.Coverage;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Postgres.Model;

namespace Schemawright.Rendering.ModelFile;

/// <summary>What model.json holds, the public interface for other programs; docs/model.schema.json describes it.</summary>
/// <param name="FormatVersion">Raised when a reader of the former format would misread this one.</param>
public sealed record ModelDocument(
    int FormatVersion,
    string AppName,
    DomainModel Domain,
    DataDesign Design,
    PgSchema Schema,
    Seq<LedgerTotal> LedgerTotals,
    Seq<LedgerEntry> Ledger,
    Seq<Clarification> Clarifications,
    Seq<ReportedDiagnostic> Diagnostics)
{
    public const int CurrentFormat = 1;

    public static ModelDocument Of(DomainModel domain, DataDesign design, PgSchema schema, CoverageLedger ledger, Findings findings) => new(
        CurrentFormat,
        domain.AppName,
        domain,
        design,
        schema,
        ledger.Totals(),
        ledger.Entries,
        findings.Clarifications,
        findings.Diagnostics.Select(found => new ReportedDiagnostic(found.Kind.Code, found.Kind.Severity, found.Message, found.WayOut, found.Span)).ToSeq());
}

/// <summary>A diagnostic with its words put together.</summary>
public sealed record ReportedDiagnostic(string Code, Severity Severity, string Message, string? WayOut, SourceSpan? Span);
