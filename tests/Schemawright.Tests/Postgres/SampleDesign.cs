using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Tests.Postgres;

/// <summary>A veterinary practice by hand: small, and with every kind of rule a table can carry.</summary>
internal static class SampleDesign
{
    private static readonly Origin Line = Origin.At(SourceSpan.OfLine("PRD.md", 12, 40));

    public static DataDesign Create() => new()
    {
        Domain = new DomainModel { AppName = "Vet Desk", AppNameOrigin = Line, Tenancy = new(TenancyModel.SharedSchema, "Practice", "Each practice sees its own patients", Line) },
        Tenancy = new(TenancyModel.SharedSchema, "practices", "practice_id", "Shared Database, Shared Schema", "Many small practices", Line),
        Tables = [Practices, Owners, Patients, Visits, Invoices, InvoiceLines, Events, Breeds],
        Views = [new("owners_masked", "owners", ["practice_id", "id", "name", "email", "phone"], true, null, "Owners for those who may not see contact data", Line)],
        Audit = new("audit_logs", new("occurred_at", false, new(1, PeriodUnit.Month), 3, new(7, PeriodUnit.Year), "Kept seven years"), new(7, PeriodUnit.Year), [new("ip_address", DataType.Of(DataKind.IpAddress), true, ColumnRole.Attribute, "Where from", Line)], [new("owners", "email", "personal")], "Regulation", Line),
        Roles =
        [
            Role("owner", RolePurpose.Owner), Role("migrator", RolePurpose.Migrator), Role("application", RolePurpose.Application), Role("read_only", RolePurpose.ReadOnly),
            Role("auditor", RolePurpose.Auditor), Role("jobs", RolePurpose.JobRunner),
            new("receptionist", RolePurpose.Actor, "receptionist", [new("owners", ["select", "insert"], ["phone"], Line)], "Front desk", Line),
        ],
        RetentionJobs =
        [
            new("purge_visits", "visits", new(10, PeriodUnit.Year), "ends_at", null, "delete", 500, "Visits are removed after ten years", Line),
            new("forget_owners", "owners", new(3, PeriodUnit.Year), "updated_at", null, "anonymise", 500, "Owners are forgotten after three years", Line),
        ],
        TimeoutJobs = [new("expire_draft_invoices", "invoices", "status", "draft", "cancelled", new(30, PeriodUnit.Day), "updated_at", Line)],
        Seeds =
        [
            new("breeds", ["code", "name"], [[Literal.String("lab"), Literal.String("Labrador")], [Literal.String("o'k"), Literal.String("Other; --")]], true, ["code"], "Known breeds", Line),
            new("practices", ["id", "name", "seats"], [[Literal.String(Tenant), Literal.String("Harbour Vets"), Literal.Number(2)]], false, ["id"], "A practice to try", Line),
            new("owners", ["practice_id", "id", "name", "email"], [[Literal.String(Tenant), Literal.String("0190a000-0000-7000-8000-000000000002"), Literal.String("Ann Moor"), Literal.String("ann@moor.example")]], false, ["id"], "An owner to try", Line),
        ],
        Recovery = new(new(5, PeriodUnit.Minute), new(4, PeriodUnit.Hour), new(1, PeriodUnit.Day), 300, new(30, PeriodUnit.Day), new(14, PeriodUnit.Day), new(1, PeriodUnit.Month), true, 1, ["Stated"], Line),
    };

    public const string Tenant = "0190a000-0000-7000-8000-000000000001";

    private static RoleDesign Role(string name, RolePurpose purpose) => new(name, purpose, null, [], name, Line);

    private static ColumnDesign Column(string name, DataType type, bool nullable = false, ColumnRole role = ColumnRole.Attribute, Expr? @default = null) =>
        new(name, type, nullable, role, "The " + name, Line) { Default = @default };

    private static ColumnDesign Column(string name, DataKind kind, bool nullable = false, ColumnRole role = ColumnRole.Attribute, Expr? @default = null) =>
        Column(name, DataType.Of(kind), nullable, role, @default);

    private static Seq<ColumnDesign> Key => [Column("practice_id", DataKind.Uuid, role: ColumnRole.Tenant), Column("id", DataKind.Uuid, role: ColumnRole.Key)];

    private static Seq<ColumnDesign> Times =>
    [
        Column("created_at", DataKind.Timestamp, role: ColumnRole.CreatedAt), Column("updated_at", DataKind.Timestamp, role: ColumnRole.UpdatedAt),
        Column("version", DataKind.Integer, role: ColumnRole.Version),
    ];

    private static TableDesign Scoped(string name, string entity, params Seq<ColumnDesign> columns) => new(name, entity, TableKind.Core, "The " + name, Line)
    {
        Columns = [.. Key, .. columns, .. Times],
        PrimaryKey = new(name + "_pkey", ["practice_id", "id"]),
        ForeignKeys = [Reference(name, "practice", "practices", DeleteRule.Restrict, tenant: true)],
        Scope = TenantScope.Scoped,
        Audited = true,
        OptimisticLock = true,
    };

    private static ForeignKeyDesign Reference(string table, string role, string parent, DeleteRule onDelete, bool tenant = false) => new(
        $"{table}_{role}_fkey", tenant ? ["practice_id"] : ["practice_id", role + "_id"], parent, tenant ? ["id"] : ["practice_id", "id"], onDelete, $"{table} of {parent}", Line)
    {
        Role = role,
        Column = role + "_id",
    };

    private static TableDesign Practices => new("practices", "Practice", TableKind.Core, "A practice", Line)
    {
        Columns = [Column("id", DataKind.Uuid, role: ColumnRole.Key), Column("name", new DataType(DataKind.ShortText, 100)), Column("time_zone", DataKind.TimeZone, true), Column("seats", DataKind.Integer), .. Times],
        PrimaryKey = new("practices_pkey", ["id"]),
        Scope = TenantScope.TenantRoot,
        Audited = true,
        OptimisticLock = true,
    };

    private static TableDesign Owners
    {
        get
        {
            var table = Scoped("owners", "Owner",
            [
                Column("name", new DataType(DataKind.ShortText, 100)), Column("email", DataKind.Email) with { Privacy = PrivacyClass.Personal, Mask = "email" },
                Column("phone", DataKind.Phone, true) with { Privacy = PrivacyClass.Personal, Mask = "last4" },
                Column("home", DataKind.Coordinates, true), Column("tags", new DataType(DataKind.ShortText, IsArray: true), @default: Literal.String("{}")),
                Column("settings", DataKind.Json, @default: Literal.String("{}")), Column("deleted_at", DataKind.Timestamp, true, ColumnRole.DeletedAt),
            ]);
            return table with
            {
                SoftDelete = true,
                Uniques = [new("owners_email_key", ["practice_id", "email"], null, Line)],
                Indexes = [new("owners_name_trgm", IndexMethod.Trigram, [new("name")], [], null, "Finding an owner by a part of the name", Line), new("owners_tags_idx", IndexMethod.Gin, [new("tags")], [], null, "Owners by tag", Line)],
                DeleteGuards = [new("owners_kept_a_year", new Compare(CompareOp.Greater, Ref.To("created_at"), new Arithmetic(ArithmeticOp.Subtract, new Clock(ClockKind.Now), new Interval(new(1, PeriodUnit.Year)))), null, "An owner is kept for a year", Line)],
            };
        }
    }

    private static TableDesign Patients
    {
        get
        {
            var table = Scoped("patients", "Patient", [Column("owner_id", DataKind.Uuid, role: ColumnRole.ForeignKey), Column("second_owner_id", DataKind.Uuid, true, ColumnRole.ForeignKey), Column("name", DataKind.ShortText), Column("born_on", DataKind.Date, true), Column("is_active", DataKind.Boolean, @default: Literal.Bool(true))]);
            return table with
            {
                ForeignKeys = [.. table.ForeignKeys, Reference("patients", "owner", "owners", DeleteRule.Restrict), Reference("patients", "second_owner", "owners", DeleteRule.SetNull)],
                Checks = [new("patients_owners_differ", new Compare(CompareOp.NotEqual, Ref.To("owner_id"), Ref.To("second_owner_id")), "R1", "The owners differ", Line)],
                RowRules = [new("patients_born_in_past", true, ["born_on"], false, null, new Compare(CompareOp.LessOrEqual, Ref.To("born_on"), new Clock(ClockKind.Today)), "R2", "A patient's birth lies in the past", Line)],
                Quotas = [new("patients_per_owner", ["owner_id"], 3, null, Ref.To("is_active"), "R3", "An owner has at most three active patients", Line)],
            };
        }
    }

    private static TableDesign Visits
    {
        get
        {
            var table = Scoped("visits", "Visit", [Column("patient_id", DataKind.Uuid, role: ColumnRole.ForeignKey), Column("room", DataKind.ShortText), Column("starts_at", DataKind.Timestamp), Column("ends_at", DataKind.Timestamp, true), Column("weight_kg", new DataType(DataKind.Decimal, Precision: 6, Scale: 3), true)]);
            return table with
            {
                ForeignKeys = [.. table.ForeignKeys, Reference("visits", "patient", "patients", DeleteRule.Cascade)],
                Checks = [new("visits_end_after_start", new Compare(CompareOp.Greater, Ref.To("ends_at"), Ref.To("starts_at")), "R4", "A visit ends after it starts", Line)],
                Exclusions = [new("visits_room_once", ["room"], "starts_at", "ends_at", null, "R5", "A room holds one visit at a time", Line)],
                RowRules =
                [
                    new("visits_patient_active", true, ["patient_id"], false, null, new Compare(CompareOp.Equal, new Ref(["patient", "is_active"]), Literal.Bool(true)), "R6", "Only active patients are seen", Line),
                    new("visits_owner_not_deleted", true, [], false, null, new Not(new IsPresent(new Ref(["patient", "owner", "deleted_at"]))), "R7", "The patient's owner is not deleted", Line),
                ],
                Indexes = [new("visits_patient_idx", IndexMethod.Btree, [new("practice_id"), new("patient_id"), new("starts_at", true)], [], null, "A patient's visits, latest first", Line)],
            };
        }
    }

    private static TableDesign Invoices
    {
        get
        {
            var status = new DataType(DataKind.Enumeration, Values: ["draft", "sent", "paid", "cancelled"]);
            var table = Scoped("invoices", "Invoice", [Column("owner_id", DataKind.Uuid, role: ColumnRole.ForeignKey), Column("status", status, role: ColumnRole.State, @default: Literal.String("draft")), Column("currency", DataKind.CurrencyCode), Column("total", new DataType(DataKind.Money, Precision: 15, Scale: 2)), Column("discount", DataKind.Percentage, true), Column("net", DataKind.Decimal, true) with { Generated = new Arithmetic(ArithmeticOp.Multiply, Ref.To("total"), Literal.Number(0.8m)) }]);
            return table with
            {
                ForeignKeys = [.. table.ForeignKeys, Reference("invoices", "owner", "owners", DeleteRule.Restrict)],
                Checks = [new("invoices_total_not_negative", new Compare(CompareOp.GreaterOrEqual, Ref.To("total"), Literal.Number(0)), "R8", "The total is not negative", Line)],
                Transitions = [new("invoices_status_steps", "status", ["draft"], [new("draft", "sent", Line), new("sent", "paid", Line), new("draft", "cancelled", Line), new("sent", "cancelled", Line)], "The way of an invoice", Line)],
                Minimums = [new("invoices_have_lines", "invoice_lines", "invoice_id", 1, "status", ["sent", "paid"], "R9", "A sent invoice has at least one line", Line)],
                Immutables = [new("invoices_paid_fixed", ["total", "currency"], new OneOf(Ref.To("status"), [new Literal(LiteralKind.Text, "paid")]), "R10", "A paid invoice keeps its total", Line)],
                RowRules = [new("invoices_total_covers_lines", false, ["status"], false, new Compare(CompareOp.Equal, Ref.To("status"), Literal.String("sent")), new Compare(CompareOp.Equal, Ref.To("total"), new Aggregate(AggregateKind.Sum, "InvoiceLine", "invoice", "amount", null)), "R11", "A sent invoice's total is the sum of its lines", Line)],
            };
        }
    }

    private static TableDesign InvoiceLines
    {
        get
        {
            var table = Scoped("invoice_lines", "InvoiceLine", [Column("invoice_id", DataKind.Uuid, role: ColumnRole.ForeignKey), Column("amount", new DataType(DataKind.Money, Precision: 15, Scale: 2)), Column("note", DataKind.LongText, true)]);
            return table with
            {
                ForeignKeys = [.. table.ForeignKeys, Reference("invoice_lines", "invoice", "invoices", DeleteRule.Cascade)],
                Immutables = [new("invoice_lines_fixed_when_paid", ["amount"], new Compare(CompareOp.Equal, new Ref(["invoice", "status"]), Literal.String("paid")), "R12", "Lines of a paid invoice stay", Line)],
                DeleteGuards = [new("invoice_lines_kept_when_paid", new Compare(CompareOp.Equal, new Ref(["invoice", "status"]), Literal.String("paid")), "R13", "Lines of a paid invoice stay", Line)],
            };
        }
    }

    private static TableDesign Events
    {
        get
        {
            var table = Scoped("events", "Event", [Column("what", DataKind.LongText), Column("payload", DataKind.Json)]);
            return table with { Audited = false, Partition = new("id", true, new(1, PeriodUnit.Month), 3, new(1, PeriodUnit.Year), "Kept a year") };
        }
    }

    private static TableDesign Breeds => new("breeds", "Breed", TableKind.Reference, "Known breeds", Line)
    {
        Columns = [Column("code", DataKind.ShortText, role: ColumnRole.Key), Column("name", DataKind.ShortText), Column("\"; DROP TABLE x; -- 🐕 select", DataKind.ShortText, true)],
        PrimaryKey = new("breeds_pkey", ["code"]),
        Audited = true,
    };
}
