using Schemawright.Documents;

namespace Schemawright.Proof.Tests.Traps;

/// <summary>A small product with tenants which asks for everything the traps are about.</summary>
internal static class TrapDocuments
{
    public static IReadOnlyList<InputDocument> Kilnbook { get; } =
    [
        new("PRD.md",
            """
            # Kilnbook

            Kilnbook lets pottery studios share their kilns: members book firings, buy glazes and are invoiced.

            ## Roles

            - The system supports role-based access (Potter, Manager)

            ## Features

            - [ ] Glazes can be searched by name
            - [ ] The order list can be filtered by status

            ## Data Model

            ### Studio
            - id: UUID
            - name: string(200)
            - time_zone: string - IANA time zone
            - website: string - optional, URL

            ### Potter
            - id: UUID
            - studio_id: UUID - the studio the account belongs to
            - email: string - login e-mail, unique
            - phone: string - optional
            - tax_number: string - encrypted, optional
            - full_name: string(120)
            - role: enum - potter|manager
            - status: enum - active|suspended

            ### Kiln
            - id: UUID
            - studio_id: UUID - owning studio
            - code: string(10)
            - settings: JSON - optional
            - deleted_at: timestamp with timezone - optional

            ### Firing
            - id: UUID
            - kiln_id: UUID - foreign key to Kiln, on delete restrict
            - potter_id: UUID - foreign key to Potter
            - starts_at: timestamp with timezone
            - ends_at: timestamp with timezone
            - status: enum - planned|running|done|cancelled
            - opened_on: date
            - closed_on: date - optional
            - remark: string(200) - optional

            ### Glaze
            - id: UUID
            - studio_id: UUID - owning studio
            - name: string(80)
            - description: text - optional
            - deleted_at: timestamp with timezone - optional

            ### Sample
            - id: UUID
            - glaze_id: UUID - foreign key to Glaze, on delete cascade
            - label: string(40)

            ### Order
            - id: UUID
            - potter_id: UUID - foreign key to Potter
            - number: string(20) - unique within the studio
            - status: enum - draft|submitted|paid
            - price: decimal(12,2)
            - currency: string - currency code
            - discount: percentage - optional

            ### Order Line
            - id: UUID
            - order_id: UUID - foreign key to Order, on delete cascade
            - glaze_id: UUID - foreign key to Glaze
            - quantity: integer

            ### Receipt
            - id: UUID
            - studio_id: UUID - owning studio
            - number: integer
            - issued_on: date
            - paid_by: string(80)

            ### Relationships

            | Relationship | Type | Rules |
            |--------------|------|-------|
            | Firing → Glaze | N:N | A firing uses several glazes |
            """),
        new("BUSINESS_RULES.md",
            """
            # Business Rules: Kilnbook

            ### Firings
            - Firings of the same kiln must not overlap unless they are cancelled
            - ends_at must be > starts_at
            - closed_on must be >= opened_on
            - starts_at must not be in the past
            - A potter must not have more than 3 planned firings

            ### Firing State Machine
            ```yaml
            States:
              planned:
                allowed_transitions: [running, cancelled]
                timeout: 2 days → cancelled
              running:
                allowed_transitions: [done]
              done:
                allowed_transitions: []
              cancelled:
                allowed_transitions: []
                requires: remark
            ```

            ### Orders
            - price must be >= 0
            - A submitted order must have at least one order line

            ### Receipts
            - Receipt numbers are consecutive within the studio, without gaps

            ### Glazes
            - The name of a glaze is unique within the studio

            ### Access
            ```yaml
            Roles:
              Potter:
                - View: Own orders, own profile, glazes
                - Create: Orders
              Manager:
                - View: All data
                - Create: Glazes
                - Edit: Glazes, Firings
            ```
            """),
        new("TECHNICAL_SPEC.md",
            """
            # Technical Specification: Kilnbook

            - **Database**: PostgreSQL 15

            ## Security

            - Tax numbers are encrypted at rest
            - Audit logging for all changes
            - Studio-based isolation: a user never sees data of another studio

            ## API

            - `GET /api/orders?status=submitted` - List orders

            ## Disaster Recovery

            - **RPO**: 5 minutes
            - **RTO**: 30 minutes
            - **Backups**: daily full backup, retained for 35 days
            """),
        new("SCALE_REQUIREMENTS.md",
            """
            # Scale Requirements: Kilnbook

            | Metric | Current | 1 Year | 3 Years |
            |--------|---------|--------|---------|
            | Studios | 10 | 40 | 100 |
            | Potters | 500 | 5,000 | 20,000 |
            | Firings | 10,000 | 100,000 | 900,000 |
            """),
    ];
}
