using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Domain;

public enum TenancyModel { None, SharedSchema, SchemaPerTenant, DatabasePerTenant }

/// <param name="TenantEntity">The entity whose rows are the tenants; null when there are none.</param>
/// <param name="Reason">One sentence: why this model.</param>
public sealed record Tenancy(TenancyModel Model, string? TenantEntity, string Reason, Origin Origin)
{
    /// <summary>The entities whose rows the documents say all tenants share.</summary>
    public Seq<SharedEntity> Shared { get; init; }
}

public sealed record SharedEntity(string Entity, string Words, Origin Origin);

/// <param name="Entity">The entity it applies to; <c>*audit</c> for the audit log.</param>
/// <param name="Anchor">The attribute the period starts at; null means created_at.</param>
/// <param name="Minimum">True: deletes are refused until then. False: a job removes after then.</param>
/// <param name="Where">Only rows for which this holds.</param>
/// <param name="Disposal">delete, anonymise or archive.</param>
public sealed record RetentionRequirement(string Entity, Period Period, bool Minimum, string? Anchor, Expr? Where, string Disposal, string Words, Origin Origin);

/// <param name="Attribute">A mark of the row: while it is set, the row and what belongs to it are neither removed nor made anonymous.</param>
public sealed record LegalHold(string Entity, string Attribute, Origin Origin);

public enum ScaleKind { Rows, RowsPerYear, Bytes, ConcurrentUsers, RequestsPerSecond, TransactionsPerDay, LatencyMilliseconds, PeakFactor, GrowthPercentPerYear, Connections, AvailabilityPercent }

/// <param name="Entity">The entity counted; null for a figure of the whole system.</param>
/// <param name="HorizonMonths">0 now, 12 in a year, …; null when not said.</param>
public sealed record ScaleFigure(string? Entity, ScaleKind Kind, decimal Value, int? HorizonMonths, int? Percentile, string Words, Origin Origin);

public enum SkewKind
{
    /// <summary>Few of the rows that are referred to have many of those that refer to them.</summary>
    Holder,

    /// <summary>Many rows have one value.</summary>
    Value,

    /// <summary>Many rows are young.</summary>
    Age,

    /// <summary>Many reads are of young rows.</summary>
    Reads,
}

/// <summary>How unevenly rows are spread, as the documents declare it.</summary>
/// <param name="Entity">Whose rows; null for those of every entity.</param>
/// <param name="Percent">So many of the rows, or of the reads.</param>
public sealed record Skew(SkewKind Kind, string? Entity, decimal Percent, string Words, Origin Origin)
{
    /// <summary>For a holder: the entity whose rows hold them.</summary>
    public string? Holder { get; init; }

    /// <summary>For a holder: the reference that leads there; null for the tenant's.</summary>
    public string? Role { get; init; }

    /// <summary>For a holder: so many of them, or so many per cent.</summary>
    public decimal? Few { get; init; }

    /// <summary>For a holder: <see cref="Few"/> counts rows.</summary>
    public bool Counted { get; init; }

    public string? Attribute { get; init; }

    public string? Value { get; init; }

    /// <summary>For an age: so young.</summary>
    public Period? Within { get; init; }
}

public enum TechnologyRole { Database, Cache, Search, FileStorage, Warehouse, Queue, Other }

public sealed record Technology(TechnologyRole Role, string Product, string? Version, string? Purpose, Origin Origin);

/// <summary>The time zone in which the product counts days and months.</summary>
/// <param name="Name">By its IANA name.</param>
public sealed record ProductZone(string Name, Origin Origin);

public enum AccessPathKind { List, Lookup, Filter, Sort, Search, Report }

/// <summary>A way the documents say rows of an entity are found.</summary>
/// <param name="Equality">Attributes or roles compared with =, most selective first.</param>
/// <param name="Range">The attribute compared with a range; null when none.</param>
/// <param name="OrderBy">The attribute the result is sorted by; null when none.</param>
/// <param name="Search">Text attributes searched.</param>
public sealed record AccessPath(
    string Entity, AccessPathKind Kind, Seq<string> Equality, string? Range, string? OrderBy, bool Descending, Seq<string> Search, Expr? Where, string Words, Origin Origin)
{
    /// <summary>The attributes and roles that the answer shows; empty when the documents do not say, or name one that is none.</summary>
    public Seq<string> Shown { get; init; } = [];
}

public enum ReportMeasure { Count, Total, Average }

/// <summary>Figures over rows that the documents ask to see together.</summary>
/// <param name="Span">A figure for each day, month, …; null for one over all time.</param>
/// <param name="Top">Only the first ones are wanted; null for all.</param>
/// <param name="Every">How often the figures are made anew; null when the documents do not say.</param>
/// <param name="Live">They are computed when read.</param>
public sealed record Report(Seq<ReportFigure> Figures, PeriodUnit? Span, int? Top, Period? Every, bool Live, string Words, Origin Origin);

/// <param name="Entity">The thing whose rows are counted or added up.</param>
/// <param name="Attribute">What is added up; null for a count.</param>
/// <param name="Where">Only rows for which this holds.</param>
/// <param name="Groups">Attributes, or roles of references, at the end of a walk from the row to what it refers to; alike for all figures of a report.</param>
/// <param name="Time">The attribute that says in which day or month a row falls; null where the report has no span.</param>
public sealed record ReportFigure(ReportMeasure Measure, string Entity, string? Attribute, Expr? Where, Seq<Ref> Groups, string? Time);

public enum RecoveryKind { Rpo, Rto, BackupFrequency, BackupRetention, PointInTimeRetention, RestoreTest, Replica, BackupEncryption }

public sealed record RecoveryTarget(RecoveryKind Kind, Period? Period, string Words, Origin Origin);

public enum PrivacyDemandKind { Encrypt, Hash, Mask, RestrictAccess, Consent, Erase, Export, NeverLog, KeyRotation }

/// <param name="Entity">Null for the whole product.</param>
/// <param name="Attribute">Null for the whole entity.</param>
/// <param name="Actors">For RestrictAccess: who may.</param>
public sealed record PrivacyDemand(PrivacyDemandKind Kind, string? Entity, string? Attribute, string? Detail, Seq<string> Actors, Origin Origin);

public sealed record AuditDemand(string? Entity, string Words, Origin Origin);

/// <summary>What becomes of a statement: exactly one each.</summary>
public enum Fate { Modelled, Enforced, AnsweredElsewhere, Context, Unclear }

/// <param name="Reason">One sentence: why a database cannot or need not do it, or what could not be understood.</param>
public sealed record Disposition(SourceSpan Source, Fate Fate, string Reason, string Words)
{
    /// <summary>Another reader took the statement: only what came of that tells whether the model holds it.</summary>
    public bool Presumed { get; init; }
}
