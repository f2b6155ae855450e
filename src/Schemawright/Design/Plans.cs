using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <param name="TenantTable">The table of the tenants; null when there is no tenancy.</param>
/// <param name="TenantColumn">The column every tenant-scoped table carries; null when there is no tenancy.</param>
/// <param name="Approach">The words after "Approach:" in the document, such as "Shared Database, Shared Schema".</param>
public sealed record TenancyDesign(TenancyModel Model, string? TenantTable, string? TenantColumn, string Approach, string Reason, Origin Origin);

/// <param name="Table">The audit log's name: the documents' own name for it, else <c>audit_logs</c>.</param>
/// <param name="KeepFor">From the retention rules; null: for ever.</param>
/// <param name="ExtraColumns">What the documents want recorded besides who, when, what and why (such as ip_address).</param>
/// <param name="Excluded">Columns whose values never reach the log, per table: secrets and personal data.</param>
public sealed record AuditDesign(string Table, PartitionDesign? Partition, Period? KeepFor, Seq<ColumnDesign> ExtraColumns, Seq<ExcludedColumn> Excluded, string Reason, Origin Origin);

public sealed record ExcludedColumn(string Table, string Column, string Reason);

public enum RolePurpose { Owner, Migrator, Application, ReadOnly, Auditor, JobRunner, Feeder, Reporter, Support, Actor }

/// <summary>A database role.</summary>
/// <param name="Name">Short name without the product's prefix: <c>application</c>, <c>auditor</c>, <c>finance</c>.</param>
/// <param name="Actor">The domain actor it stands for; null for a technical role.</param>
public sealed record RoleDesign(string Name, RolePurpose Purpose, string? Actor, Seq<GrantDesign> Grants, string Comment, Origin Origin);

/// <param name="Verbs">Of select, insert, update, delete.</param>
/// <param name="ExceptColumns">Columns the role may not read.</param>
public sealed record GrantDesign(string Table, Seq<string> Verbs, Seq<string> ExceptColumns, Origin Origin)
{
    /// <summary>The only columns the role may change, where it was not given the whole row: whoever deletes a softly deleted row marks it.</summary>
    public Seq<string> UpdateColumns { get; init; } = [];

    /// <summary>What is granted, as one reads it: "select, update (deleted_at)".</summary>
    public string Words() => string.Join(", ", UpdateColumns.Count == 0 ? Verbs : [.. Verbs, $"update ({string.Join(", ", UpdateColumns)})"]);
}

/// <summary>Removes, anonymises or archives rows after a time, in batches, repeatably.</summary>
/// <param name="Anchor">The column the period starts at.</param>
/// <param name="Action">delete or anonymise.</param>
public sealed record RetentionJob(string Name, string Table, Period After, string Anchor, Expr? Where, string Action, int BatchSize, string Words, Origin Origin);

/// <summary>Moves rows that stayed in a state for too long.</summary>
/// <param name="Since">The column that says since when; the time of the last change of state when the documents name none.</param>
public sealed record TimeoutJob(string Name, string Table, string Column, string From, string To, Period After, string Since, Origin Origin);

/// <param name="Table">The table filled.</param>
/// <param name="Columns">Column names.</param>
/// <param name="Rows">Values as literals, one sequence per row.</param>
/// <param name="Essential">True: needed in production. False: development data.</param>
/// <param name="Key">The columns by which a repeated run knows a row again.</param>
public sealed record SeedDesign(string Table, Seq<string> Columns, Seq<Seq<Literal>> Rows, bool Essential, Seq<string> Key, string Description, Origin Origin);

/// <param name="FullBackup">How often a base backup is taken.</param>
/// <param name="WalArchiveTimeout">archive_timeout in seconds, from the RPO.</param>
/// <param name="KeepBackups">How long base backups are kept.</param>
/// <param name="KeepWal">How far back a point in time can be reached.</param>
/// <param name="RestoreTest">How often a restore is rehearsed.</param>
public sealed record RecoveryDesign(
    Period Rpo, Period Rto, Period FullBackup, int WalArchiveTimeout, Period KeepBackups, Period KeepWal, Period RestoreTest,
    bool Encrypted, int Replicas, Seq<string> Reasons, Origin Origin)
{
    /// <summary>Nothing that was committed may be lost: a commit waits until a standby has it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSynchronous => Rpo.Amount == 0;

    /// <summary>So long every backup is kept, and then the first of each month; null: every one as long as any.</summary>
    public Period? KeepEvery { get; init; }
}

/// <summary>A role sees or changes only part of a table's rows. Several scopes of one role, table and verb all hold.</summary>
/// <param name="Verb">select, insert, update or delete.</param>
/// <param name="Owner">How a row leads to its person; null when ownership does not matter.</param>
/// <param name="Where">Only rows for which this holds (drafts); null: all.</param>
public sealed record RowScopeDesign(string Name, string Table, string Role, string Verb, OwnerPath? Owner, Expr? Where, string Description, Origin Origin);

/// <summary>Finds the person a row belongs to.</summary>
/// <param name="Through">The table that names the person when the row itself does not: its parent, or the table of assignments.</param>
/// <param name="Link">The foreign key between the two: of the row's table to its parent, or of the assignments to the row's table.</param>
/// <param name="LinkIsOwn">True when <paramref name="Link"/> is a foreign key of the row's own table.</param>
/// <param name="PersonColumn">The column that holds the person's key, in <paramref name="Through"/> or else in the row itself.</param>
public sealed record OwnerPath(string? Through, string? Link, bool LinkIsOwn, string PersonColumn);
