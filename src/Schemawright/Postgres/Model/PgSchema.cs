using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Model;

/// <summary>Everything the database will hold, in PostgreSQL's terms, still as objects.</summary>
public sealed record PgSchema
{
    /// <summary>Prefix of all roles: the product's name as an identifier.</summary>
    public required string Product { get; init; }

    /// <summary>The schema of the business tables.</summary>
    public required Identifier SchemaName { get; init; }

    public Seq<string> Extensions { get; init; }
    public Seq<Identifier> Schemas { get; init; }
    public Seq<PgRole> Roles { get; init; }
    public Seq<PgDomain> Domains { get; init; }

    /// <summary>Parents before children.</summary>
    public Seq<PgTable> Tables { get; init; }

    public Seq<PgFunction> Functions { get; init; }
    public Seq<PgTrigger> Triggers { get; init; }
    public Seq<PgPolicy> Policies { get; init; }
    public Seq<PgView> Views { get; init; }
    public Seq<PgGrant> Grants { get; init; }
    public Seq<PgReadModel> ReadModels { get; init; }

    /// <summary>Searches for words, which see past row security to use their index and answer with the tenant's own rows only.</summary>
    public Seq<PgSearch> Searches { get; init; }

    /// <summary>The role that owns every object; null when the design names none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public PgRole? Owner => Roles.FirstOrDefault(role => role.Purpose == RolePurpose.Owner);

    /// <summary>The role that fills the reports for all tenants; null where the owner can.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public PgRole? Reporter => Roles.FirstOrDefault(role => role.Purpose == RolePurpose.Reporter);

    public PgTable? Find(string table) => Tables.FirstOrDefault(known => string.Equals(known.Name.Name.Text, table, StringComparison.Ordinal));
}

public sealed record PgRole(Identifier Name, bool CanLogin, bool BypassRls, Seq<Identifier> MemberOf, string Comment)
{
    /// <summary>What the role is for; the application's role is the one ordinary requests run as.</summary>
    public RolePurpose Purpose { get; init; }
}

/// <summary>CREATE DOMAIN with named checks over VALUE.</summary>
public sealed record PgDomain(QualifiedName Name, string BaseType, Seq<PgCheck> Checks, string Comment);

public sealed record PgTable(QualifiedName Name, string Comment, Origin Origin)
{
    public Seq<PgColumn> Columns { get; init; }
    public PgKey? PrimaryKey { get; init; }
    public Seq<PgKey> Uniques { get; init; }
    public Seq<PgCheck> Checks { get; init; }
    public Seq<PgForeignKey> ForeignKeys { get; init; }
    public Seq<PgExclusion> Exclusions { get; init; }
    public Seq<PgIndex> Indexes { get; init; }

    /// <summary>Ways of finding rows that a key or another index serves: each bears that one's name.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Seq<PgIndex> Served { get; init; }
    public PgPartitioning? Partitioning { get; init; }
    public bool RowSecurity { get; init; }
    public bool ForceRowSecurity { get; init; }
    public int? FillFactor { get; init; }

    /// <summary>Columns stand in the order of their alignment and not in that of the documents.</summary>
    public bool IsAligned { get; init; }

    /// <summary>How many bytes of a row that saves.</summary>
    public double SavedByOrder { get; init; }

    public PgColumn? Find(string column) => Columns.FirstOrDefault(known => string.Equals(known.Name.Text, column, StringComparison.Ordinal));
}

/// <param name="Type">As format_type() prints it: <c>timestamp with time zone</c>, <c>numeric(15,2)</c>, <c>app.email</c>.</param>
/// <param name="Comment">With its source.</param>
public sealed record PgColumn(Identifier Name, string Type, bool NotNull, SqlText? Default, SqlText? Generated, string Comment, Origin Origin)
{
    /// <summary>GENERATED ALWAYS AS IDENTITY.</summary>
    public bool Identity { get; init; }

    /// <summary>The column's place in the table as people read it.</summary>
    public ColumnRole Role { get; init; } = ColumnRole.Attribute;
}

public sealed record PgKey(Identifier Name, Seq<Identifier> Columns, bool NullsNotDistinct = false)
{
    public string? Comment { get; init; }
}

public sealed record PgCheck(Identifier Name, Condition Condition, string? Comment = null);

/// <param name="OnDelete">RESTRICT, CASCADE, SET NULL, NO ACTION.</param>
/// <param name="SetNullColumns">For SET NULL: only these (15 and newer).</param>
public sealed record PgForeignKey(
    Identifier Name, Seq<Identifier> Columns, QualifiedName Referenced, Seq<Identifier> ReferencedColumns, string OnDelete, Seq<Identifier> SetNullColumns)
{
    /// <summary>Checked at commit: two tables that need each other could otherwise never get their first rows.</summary>
    public bool Deferred { get; init; }

    public string? Comment { get; init; }
}

/// <param name="Elements">Column or expression with its operator, such as <c>room_id WITH =</c>.</param>
public sealed record PgExclusion(Identifier Name, Seq<SqlText> Elements, Condition? Where)
{
    public string? Comment { get; init; }
}

/// <param name="Columns">Each a column or expression with its order and operator class, such as <c>created_at DESC</c>.</param>
public sealed record PgIndex(Identifier Name, bool Unique, string Method, Seq<SqlText> Columns, Seq<Identifier> Include, Condition? Where, string Purpose, Origin Origin);

/// <param name="Initial">Partitions with fixed bounds; the running ones are made by <c>ensure_partitions</c>, which knows the clock.</param>
public sealed record PgPartitioning(Identifier Column, Seq<PgPartition> Initial)
{
    /// <summary>The range key is a version 7 uuid, so bounds are the uuids of the first instants.</summary>
    public bool ByUuid7 { get; init; }

    /// <summary>day, week, month, quarter or year.</summary>
    public string Unit { get; init; } = "month";

    public int Ahead { get; init; }

    /// <summary>What is past its time is detached and kept.</summary>
    public bool Archived { get; init; }
}

public sealed record PgPartition(QualifiedName Name, string From, string To);

/// <summary>A function; Body is everything after AS, between dollar quotes, or a SQL-standard body.</summary>
/// <param name="Signature">Arguments as text: <c>p_before timestamptz, p_batch integer</c>.</param>
/// <param name="NeedsTables">Created after the tables (true) or before them (false).</param>
/// <param name="SecurityDefiner">Runs as its owner; search_path is pinned.</param>
public sealed record PgFunction(
    QualifiedName Name, string Signature, string Returns, string Language, string Volatility, SqlText Body, bool NeedsTables,
    bool SecurityDefiner, string Comment, Origin Origin)
{
    /// <summary>Called by the owner's functions only; nobody is granted it.</summary>
    public bool Internal { get; init; }

    /// <summary>Only the job runner may call it.</summary>
    public bool JobsOnly { get; init; }

    /// <summary>What the planner is told while it runs, such as <c>jit = off</c>.</summary>
    public Seq<string> Settings { get; init; } = [];

    /// <summary>What newer servers have of their own; null: the same everywhere.</summary>
    public PgNative? Native { get; init; }
}

/// <summary>The body of a function where the server itself offers what it does.</summary>
/// <param name="Server">From this major version on.</param>
public sealed record PgNative(int Server, SqlText Body);

/// <param name="Timing">BEFORE, AFTER.</param>
/// <param name="Events">Such as <c>INSERT OR UPDATE OF status</c>.</param>
/// <param name="Level">ROW, STATEMENT.</param>
/// <param name="Referencing">Transition tables, such as <c>REFERENCING OLD TABLE AS old_rows</c>; null for none.</param>
/// <param name="Deferred">A constraint trigger, deferrable initially deferred.</param>
public sealed record PgTrigger(
    Identifier Name, QualifiedName Table, string Timing, SqlText Events, string Level, string? Referencing, Condition? When,
    QualifiedName Function, Seq<SqlLiteral> Arguments, bool Deferred, string Comment, Origin Origin);

/// <param name="Command">ALL, SELECT, INSERT, UPDATE, DELETE.</param>
/// <param name="Roles">Empty: PUBLIC.</param>
public sealed record PgPolicy(
    Identifier Name, QualifiedName Table, bool Permissive, string Command, Seq<Identifier> Roles, Condition? Using, Condition? WithCheck, string Comment);

/// <param name="Options">Such as <c>security_invoker = true, security_barrier = true</c>.</param>
public sealed record PgView(QualifiedName Name, SqlText Query, string Options, bool Materialized, string Comment, Origin Origin);

/// <param name="Table">The table searched.</param>
/// <param name="Function">Answers with keys, which are read through the table.</param>
/// <param name="Grants">Who may call it.</param>
/// <param name="Needs">What it reads.</param>
public sealed record PgSearch(string Table, PgFunction Function, Seq<PgGrant> Grants, Seq<PgGrant> Needs);

/// <summary>A report: what is kept and how it is made anew, and the view through which it is read.</summary>
/// <param name="Kept">The materialised view; null where the report is computed when read.</param>
/// <param name="Indexes">On what is kept; the first is unique, so that it can be made anew beside its readers.</param>
/// <param name="Shown">What roles may read: of a tenant only its own rows.</param>
/// <param name="Grants">What its parts need of the tables, and who reads it.</param>
public sealed record PgReadModel(PgView? Kept, Seq<PgIndex> Indexes, PgFunction? Refresh, PgView Shown, Seq<PgGrant> Grants)
{
    /// <summary>What the role that fills it needs before it is made.</summary>
    public Seq<PgGrant> Needs { get; init; }
}

/// <param name="Object">Such as <c>TABLE app.orders</c>, <c>SCHEMA app</c>, <c>FUNCTION app.tenant_id()</c>, as SQL.</param>
public sealed record PgGrant(string Privileges, SqlText Object, Identifier Role)
{
    /// <summary>For SELECT: only these columns; empty: all.</summary>
    public Seq<Identifier> Columns { get; init; }
}
