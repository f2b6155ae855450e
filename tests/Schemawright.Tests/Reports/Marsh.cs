using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Reports;

namespace Schemawright.Tests.Reports;

/// <summary>A small product with one finding of each sort: a contradiction, an open choice, an unclear statement, a diagnostic.</summary>
internal static class Marsh
{
    public static readonly InputDocument Requirements = new("PRD.md",
        """
        # Product Requirements Document: Marsh

        ## Data Model

        ```
        Heron
        - id: UUID
        - ring_code: string - unique
        - status: enum - [seen, ringed, lost]
        - wingspan: decimal

        Sighting
        - id: UUID
        - heron_id: UUID (foreign key to Heron)
        - seen_on: date
        ```

        ## Relationships

        | Relationship | Type |
        |---|---|
        | Heron → Warden | N:N |
        """);

    public static readonly InputDocument Rules = new("BUSINESS_RULES.md",
        """
        # Business Rules

        ## Heron

        - Wingspan must be greater than 0
        - The plumage must be 100% proper, always
        - Herons: keep for 3 years, then delete
        - Herons: keep for 5 years, then delete

        Heron
        - id: UUID
        - status: enum - [seen, ringed, lost, dead]
        """);

    public static FindingsReport Report(params InputDocument[] more)
    {
        InputDocument[] documents = [Requirements, Rules, .. more];
        var compilation = Compiler.Compile(documents, "marsh", new Findings());
        return new(compilation.Domain.AppName, "docs/marsh/", "1.0.0", documents.ToSeq(), compilation.Findings);
    }
}
