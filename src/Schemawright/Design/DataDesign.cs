using Schemawright.Collections;
using Schemawright.Design.Stack;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>
/// The data model as a principal architect would decide it: tables, keys, rules and plans, each with its reason. Still free
/// of SQL text: conditions are trees, names are plain, types are business types.
/// </summary>
public sealed record DataDesign
{
    public required DomainModel Domain { get; init; }

    /// <summary>Parents before children where possible; ordinal within a level.</summary>
    public Seq<TableDesign> Tables { get; init; }

    public Seq<ViewDesign> Views { get; init; }

    /// <summary>The reports the documents ask for.</summary>
    public Seq<ReadModelDesign> ReadModels { get; init; }
    public required TenancyDesign Tenancy { get; init; }
    public required AuditDesign Audit { get; init; }
    public Seq<RoleDesign> Roles { get; init; }

    /// <summary>What narrows a role's rows within the tenant: its own, those assigned to it, drafts.</summary>
    public Seq<RowScopeDesign> RowScopes { get; init; }
    public Seq<RetentionJob> RetentionJobs { get; init; }

    /// <summary>The persons whose data is handed out or erased on request.</summary>
    public Seq<DataSubjectDesign> DataSubjects { get; init; }
    public Seq<TimeoutJob> TimeoutJobs { get; init; }
    public Seq<SeedDesign> Seeds { get; init; }
    public required RecoveryDesign Recovery { get; init; }

    /// <summary>The stores beside the database: cache, search engine, files, warehouse.</summary>
    public StackDesign Stack { get; init; } = new();

    /// <summary>The plan for several servers; null while one holds what the documents expect.</summary>
    public DistributionDesign? Distribution { get; init; }
    public Seq<Decision> Decisions { get; init; }

    /// <summary>The domain rules and what carries each; every rule of the domain has exactly one entry.</summary>
    public Seq<RuleOutcome> RuleOutcomes { get; init; }

    public TableDesign? Find(string table) => Tables.FirstOrDefault(known => string.Equals(known.Name, table, StringComparison.Ordinal));

    public TableDesign? OfEntity(string entity) => Tables.FirstOrDefault(known => string.Equals(known.Entity, entity, StringComparison.Ordinal));
}

/// <summary>A choice with its reason.</summary>
/// <param name="Id">Stable: <c>D06-orders-list-by-customer</c> (checklist item, subject).</param>
/// <param name="ChecklistItem">1 … 15.</param>
/// <param name="Choice">What was decided, one sentence.</param>
/// <param name="Reason">Why, one sentence that names the figures or words it follows from.</param>
public sealed record Decision(string Id, int ChecklistItem, string Choice, string Reason, Seq<SourceSpan> Sources);

/// <summary>What became of a domain rule.</summary>
/// <param name="Mechanism">"CHECK orders_total_not_negative", "trigger …"; empty unless enforced.</param>
/// <param name="Table">The table that carries it; null when none does.</param>
/// <param name="ObjectName">The constraint's name as the server reports it when the rule is broken; null when not enforced.</param>
public sealed record RuleOutcome(string RuleId, Fate Fate, string Mechanism, string? Table, string? ObjectName, string Reason);

public enum TableKind { Core, Supporting, Junction, Reference }

public enum TenantScope
{
    /// <summary>Rows belong to no tenant and are shared: reference data, or there is no tenancy.</summary>
    Global,

    /// <summary>The table of the tenants themselves: a row is its own tenant.</summary>
    TenantRoot,

    /// <summary>Each row belongs to one tenant and carries its key.</summary>
    Scoped,
}

public sealed record TableDesign(string Name, string? Entity, TableKind Kind, string Comment, Origin Origin)
{
    public Seq<ColumnDesign> Columns { get; init; }
    public KeyDesign PrimaryKey { get; init; } = new("", []);
    public Seq<UniqueDesign> Uniques { get; init; }
    public Seq<ForeignKeyDesign> ForeignKeys { get; init; }
    public Seq<CheckDesign> Checks { get; init; }
    public Seq<ExclusionDesign> Exclusions { get; init; }
    public Seq<TransitionDesign> Transitions { get; init; }
    public Seq<RowRuleDesign> RowRules { get; init; }
    public Seq<QuotaDesign> Quotas { get; init; }
    public Seq<MinimumDesign> Minimums { get; init; }
    public Seq<ImmutableDesign> Immutables { get; init; }
    public Seq<DeleteGuardDesign> DeleteGuards { get; init; }
    public Seq<BalanceDesign> Balances { get; init; }
    public Seq<CycleDesign> Cycles { get; init; }
    public Seq<NumberingDesign> Numberings { get; init; }
    public Seq<DeletedAlongDesign> DeletedAlong { get; init; }
    public Seq<IndexDesign> Indexes { get; init; }

    /// <summary>The ways of finding rows for which no index was made, because a key or another index serves.</summary>
    public Seq<ServedPathDesign> Served { get; init; }
    public TenantScope Scope { get; init; }

    /// <summary>The column, of the row or of one it refers to, that names the time zone in which its days begin; null: the product's.</summary>
    public Ref? Zone { get; init; }

    /// <summary>Changes are written to the audit log.</summary>
    public bool Audited { get; init; }

    /// <summary>Has <c>version</c>; updates with another version than the stored one are refused.</summary>
    public bool OptimisticLock { get; init; }

    /// <summary>Has <c>deleted_at</c>; uniqueness counts live rows only.</summary>
    public bool SoftDelete { get; init; }

    public PartitionDesign? Partition { get; init; }
    public VolumeDesign? Volume { get; init; }
    public Seq<FunctionalDependency> Dependencies { get; init; }

    /// <summary>"3NF", "BCNF"; the reason stands in the decisions.</summary>
    public string NormalForm { get; init; } = "";

    public ColumnDesign? Find(string column) => Columns.FirstOrDefault(known => string.Equals(known.Name, column, StringComparison.Ordinal));
}

public enum ColumnRole { Key, Tenant, ForeignKey, Attribute, State, StateSince, CreatedAt, UpdatedAt, CreatedBy, UpdatedBy, Version, DeletedAt, Ciphertext, KeyId, BlindIndex, Generated }

/// <param name="Comment">What it holds, one sentence, without its source (Ddl/ adds that).</param>
public sealed record ColumnDesign(string Name, DataType Type, bool Nullable, ColumnRole Role, string Comment, Origin Origin)
{
    /// <summary>A literal, a Clock, or null for none. Keys get theirs from the type.</summary>
    public Expr? Default { get; init; }

    /// <summary>The stored generated column's expression over the same row.</summary>
    public Expr? Generated { get; init; }

    public PrivacyClass Privacy { get; init; }

    /// <summary>How people without the right see it: none, hidden, last4, email, initial.</summary>
    public string Mask { get; init; } = "none";

    /// <summary>Roles (RoleDesign names) that may read it; empty: all that may read the table.</summary>
    public Seq<string> ReadableBy { get; init; }

    /// <summary>Holds a hash made by the application: the database can tell only whether there is one.</summary>
    public bool Hashed { get; init; }

    /// <summary>The average length of a value in bytes, where the documents or the author give it.</summary>
    public int? AverageBytes { get; init; }
}

public sealed record KeyDesign(string Name, Seq<string> Columns);

/// <param name="Where">Makes it a partial unique index: only rows for which this holds.</param>
/// <param name="IsConstraint">False for a partial unique index.</param>
public sealed record UniqueDesign(string Name, Seq<string> Columns, Expr? Where, Origin Origin)
{
    public bool IsConstraint => Where is null;
}

public sealed record ForeignKeyDesign(
    string Name, Seq<string> Columns, string ReferencedTable, Seq<string> ReferencedColumns, DeleteRule OnDelete,
    string Description, Origin Origin)
{
    /// <summary>The role name rules use to walk this reference.</summary>
    public required string Role { get; init; }

    /// <summary>The column that alone says which parent (without the tenant column).</summary>
    public required string Column { get; init; }
}

/// <summary>A condition over one row.</summary>
public sealed record CheckDesign(string Name, Expr Condition, string? RuleId, string Description, Origin Origin);

/// <param name="Keys">Columns compared with =.</param>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive.</param>
public sealed record ExclusionDesign(string Name, Seq<string> Keys, string Start, string End, Expr? Where, string? RuleId, string Description, Origin Origin);

/// <param name="Initial">States a new row may have.</param>
/// <param name="Allowed">All allowed changes; a state without one is terminal.</param>
public sealed record TransitionDesign(string Name, string Column, Seq<string> Initial, Seq<AllowedTransition> Allowed, string Description, Origin Origin);

public sealed record AllowedTransition(string From, string To, Origin Origin);

/// <summary>
/// A condition checked by a trigger because it needs the clock, another row or the moment of a change. References walk
/// foreign keys by role; the rows compared are locked.
/// </summary>
/// <param name="OnInsert">Checked when a row is created.</param>
/// <param name="OnUpdateOf">Checked when one of these columns changes; empty: not on update.</param>
/// <param name="OnDelete">Checked before a row goes.</param>
/// <param name="When">Checked only if this holds for the new row (it may use Old); null: always.</param>
/// <param name="Must">Refused with SQLSTATE 23514 and the constraint name if this is false.</param>
public sealed record RowRuleDesign(
    string Name, bool OnInsert, Seq<string> OnUpdateOf, bool OnDelete, Expr? When, Expr Must, string? RuleId, string Description, Origin Origin);

/// <summary>At most Limit rows (or sum of Sum) of this table per group.</summary>
/// <param name="Window">Counted for each day, month or year of a column; null: at all times.</param>
public sealed record QuotaDesign(
    string Name, Seq<string> Per, decimal Limit, string? Sum, Expr? Where, string? RuleId, string Description, Origin Origin, QuotaWindow? Window = null);

/// <summary>The stretch of time a row falls into, by the days of its table.</summary>
public sealed record QuotaWindow(string Column, PeriodUnit Unit);

/// <summary>A row's columns and figures over the rows that refer to it must agree at the end of every transaction.</summary>
/// <param name="Must">Over the row, with at least one figure.</param>
public sealed record BalanceDesign(string Name, Expr Must, string? RuleId, string Description, Origin Origin);

/// <summary>Going up the reference never leads back to the row.</summary>
/// <param name="Column">The reference of the table to itself.</param>
/// <param name="DirectOnly">Only the row itself may not be its own parent.</param>
public sealed record CycleDesign(string Name, string Column, bool DirectOnly, string? RuleId, string Description, Origin Origin);

/// <summary>Each new row gets the next number of its group, whatever was sent; a number that is given and not stored is taken back.</summary>
/// <param name="Per">Columns of the group, the tenant's first.</param>
/// <param name="Anew">Numbers begin again with each such span, by the days of the table where its group tells the zone, else by the product's.</param>
/// <param name="SpanColumn">Holds the year, month or day a number belongs to; null where numbers never begin again, or are texts that begin with it.</param>
public sealed record NumberingDesign(string Name, string Column, Seq<string> Per, PeriodUnit? Anew, string? SpanColumn, string? RuleId, string Description, Origin Origin);

/// <summary>Rows of ChildTable are marked as deleted, and brought back, with the row they refer to.</summary>
public sealed record DeletedAlongDesign(string Name, string ChildTable, string ChildColumn, string Description, Origin Origin);

/// <summary>At least Count rows of ChildTable per row of this table once its state is one of States.</summary>
public sealed record MinimumDesign(
    string Name, string ChildTable, string ChildColumn, int Count, string? StateColumn, Seq<string> States, string? RuleId, string Description, Origin Origin);

/// <param name="Columns">Empty: the whole row.</param>
/// <param name="When">Over the row before the change; null: always.</param>
public sealed record ImmutableDesign(string Name, Seq<string> Columns, Expr? When, string? RuleId, string Description, Origin Origin);

/// <summary>Deleting a row is refused while this holds.</summary>
/// <param name="When">Over the row; may use the clock. Null: always.</param>
public sealed record DeleteGuardDesign(string Name, Expr? When, string? RuleId, string Description, Origin Origin);

public enum IndexMethod
{
    Btree, Gin, Gist, Brin, Trigram,

    /// <summary>Over the words of all its columns together, the first column's counting most.</summary>
    FullText,
}

/// <param name="Purpose">The access path it serves, one phrase.</param>
public sealed record IndexDesign(string Name, IndexMethod Method, Seq<IndexColumn> Columns, Seq<string> Include, Expr? Where, string Purpose, Origin Origin)
{
    /// <summary>People look for texts through it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSearch => Method is IndexMethod.Trigram or IndexMethod.FullText;
}

/// <summary>A way of finding rows that an index made for something else serves as well.</summary>
/// <param name="Index">The key or the index that serves it.</param>
/// <param name="Columns">What is looked up by: first what is compared with =.</param>
/// <param name="Equal">So many of the columns are compared with =; the rest is a range or an order.</param>
public sealed record ServedPathDesign(string Index, string Purpose, Seq<IndexColumn> Columns, int Equal, Expr? Where, Origin Origin);

public sealed record IndexColumn(string Name, bool Descending = false);

/// <param name="Column">The range key: a uuid version 7 key or a time column.</param>
/// <param name="Interval">Each partition's length: one month, say.</param>
/// <param name="Ahead">Partitions created ahead.</param>
/// <param name="Keep">After this long a partition is dropped; null: never.</param>
public sealed record PartitionDesign(string Column, bool ByUuid7, Period Interval, int Ahead, Period? Keep, string Reason)
{
    /// <summary>Past its time a partition is laid into the archive instead of being dropped.</summary>
    public bool Archived { get; init; }
}

/// <param name="RowsNow">Rows at launch, or the first stated horizon.</param>
/// <param name="RowsPerYear">Rows added in a year at the last stated horizon.</param>
/// <param name="BytesPerRow">Estimated stored bytes of a row with its index entries.</param>
/// <param name="Basis">What the figures follow from, one sentence.</param>
public sealed record VolumeDesign(decimal RowsNow, decimal RowsPerYear, int BytesPerRow, string Growth, string Basis, Origin Origin);

public sealed record FunctionalDependency(Seq<string> Determinant, Seq<string> Dependent, string Reason, Origin Origin);

/// <summary>A view for reading: masked data, live rows, a report the documents ask for.</summary>
/// <param name="Columns">Output columns of Table, masked as their ColumnDesign says when Masked.</param>
public sealed record ViewDesign(string Name, string Table, Seq<string> Columns, bool Masked, Expr? Where, string Comment, Origin Origin);
