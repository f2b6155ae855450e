using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Terms;

namespace Schemawright.Facts;

/// <summary>One statement that may be a rule, with all the context its meaning hangs on; Domain/Rules/ parses it.</summary>
/// <param name="Code">The rule's id in the documents: BR001, VR-3; null when it has none.</param>
/// <param name="Title">The rule's title: the "Rule:" line, or the heading without its code.</param>
/// <param name="Keys">The labels above the line inside its block, outermost first: <c>["Limits", "Manager approval"]</c>.</param>
/// <param name="Label">The line's own key (<c>Amount</c> of "Amount: $100 - $500"); null when the line has none.</param>
/// <param name="Text">The line's words after the key, or the whole sentence or bullet.</param>
/// <param name="Subject">The entity the place speaks of, as written in heading or title, when it names one.</param>
public sealed record RuleFact(
    string? Code, string? Title, Seq<string> Headings, Seq<string> Keys, string? Label, string Text, string? Subject,
    FactForm Form, DocumentKind Document, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>A line that may be a rule though nothing marks it as one.</summary>
/// <param name="Rule">How it is to be read if it is one.</param>
public sealed record SurmiseFact(RuleFact Rule) : Fact(Rule.Source, Rule.Words);

/// <summary>A role people have in the system, as written ("Finance", "super_admin").</summary>
/// <param name="Includes">Roles whose permissions it has as well.</param>
public sealed record RoleFact(string Name, string? Description, Seq<string> Includes, SourceSpan Source, string Words) : Fact(Source, Words)
{
    /// <summary>Whether it is said that the role has all that the included ones have; a drawing of ranks alone does not say so.</summary>
    public bool TakesOver { get; init; }
}

public enum AccessVerb { Create, Read, Update, Delete, Approve, Other }

public enum AccessScope { All, Own, Assigned, Draft, Unstated, Team }

/// <param name="Resource">What it is about, as written ("draft orders", "Own Orders" gives orders with scope Own).</param>
/// <param name="Scope">Team: rows of the people one works with, as the documents group them.</param>
/// <param name="Allowed">False for "cannot" and for an empty cell of a matrix.</param>
public sealed record AccessFact(
    string Role, AccessVerb Verb, string Resource, AccessScope Scope, bool Allowed, SourceSpan Source, string Words) : Fact(Source, Words)
{
    /// <summary>Nobody but this role, and the others named with it, may.</summary>
    public bool Exclusive { get; init; }
}

public enum RetentionKind
{
    /// <summary>Must be kept at least this long: deletes are refused.</summary>
    Minimum,

    /// <summary>Must be gone after this long: a job removes.</summary>
    Maximum,
}

/// <param name="Subject">What is kept, as written ("financial records", "System logs").</param>
/// <param name="From">The event the period starts at, as written ("completion"); null means creation.</param>
/// <param name="Disposal">What happens then, as written ("archive then secure delete", "anonymise").</param>
public sealed record RetentionFact(
    string Subject, Period Period, RetentionKind Kind, string? From, string? Disposal, SourceSpan Source, string Words) : Fact(Source, Words)
{
    /// <summary>When it does not hold, as written ("an invoice is younger than 10 years").</summary>
    public string? Unless { get; init; }
}

public enum ScaleMeasure { Rows, RowsPerPeriod, Bytes, BytesPerItem, ConcurrentUsers, RequestsPerSecond, TransactionsPerDay, Latency, GrowthPercent, PeakFactor, Connections, Availability, Other }

/// <param name="Subject">What is counted, as written ("Active Customers", "API response"); empty when the figure is the system's.</param>
/// <param name="Low">In the measure's base unit: rows, bytes, users, requests, milliseconds, percent, factor.</param>
/// <param name="High">Equal to <paramref name="Low"/> for a single figure; null for an open "200+".</param>
/// <param name="Per">The period of a rate.</param>
/// <param name="PerWhat">"per customer", "each order": the entity as written.</param>
/// <param name="HorizonMonths">0 for now, 12 for year 1, …; null when not said.</param>
/// <param name="Percentile">95 for p95.</param>
public sealed record ScaleFact(
    string Subject, ScaleMeasure Measure, decimal Low, decimal? High, Period? Per, string? PerWhat, int? HorizonMonths,
    int? Percentile, SourceSpan Source, string Words) : Fact(Source, Words);

public enum SpreadBy
{
    /// <summary>Few of the things that rows refer to have many of them.</summary>
    Holder,

    /// <summary>Many rows have the same value.</summary>
    Value,

    /// <summary>Many rows are young.</summary>
    Age,

    /// <summary>Many reads are of young rows.</summary>
    Reads,
}

/// <summary>A part of all: 80 %, between 70 and 90 %, the largest three.</summary>
/// <param name="Low">Null where only words such as "most" say it.</param>
/// <param name="High">Another figure than <paramref name="Low"/> for a range.</param>
/// <param name="Counted">Things, and not per cent of them.</param>
public sealed record SpreadShare(decimal? Low, decimal? High, bool Counted = false);

/// <summary>How unevenly rows are spread: "a tenth of the growers deliver half of the crates", "most crates (95 %) are empty".</summary>
/// <param name="Rows">What is spread, as written; empty for all rows of the product.</param>
/// <param name="Share">How many of the rows, or of the reads.</param>
/// <param name="Among">The things that hold them, or the value they have, as written; empty for an age.</param>
/// <param name="Few">How many of the things that hold them; null for a value or an age.</param>
/// <param name="Within">For an age: so young are they.</param>
/// <param name="Planned">It stands among the figures to plan for.</param>
public sealed record SpreadFact(
    string Rows, SpreadBy By, SpreadShare Share, string Among, SpreadShare? Few, Period? Within, bool Planned, SourceSpan Source, string Words) : Fact(Source, Words);

public enum TechnologyCategory { Database, Cache, Search, FileStorage, Warehouse, Queue, Backend, Frontend, Hosting, Monitoring, Identity, ExternalService, Other }

public sealed record TechnologyFact(
    TechnologyCategory Category, string Product, string? Version, string? Purpose, SourceSpan Source, string Words) : Fact(Source, Words);

/// <param name="Zone">By its IANA name.</param>
public sealed record ZoneFact(string Zone, SourceSpan Source, string Words) : Fact(Source, Words);

public enum QueryKind { List, Lookup, Filter, Sort, Search, Report, Export }

/// <summary>A way the documents say data is read: an endpoint, a filter, a sort order, a search.</summary>
/// <param name="Entity">As written; <c>null</c> when the statement names none.</param>
/// <param name="Attributes">As written, equality and filters first, sort last.</param>
public sealed record QueryFact(
    string? Entity, QueryKind Kind, Seq<string> Attributes, bool Descending, string? Where, SourceSpan Source, string Words) : Fact(Source, Words)
{
    /// <summary>The attributes it shows, as written; empty when the documents do not say.</summary>
    public Seq<string> Shown { get; init; } = [];
}

/// <summary>What a report says of the rows it counts; <c>Unsaid</c> for "revenue per branch", where only the model tells.</summary>
public enum FigureMeasure { Count, Total, Average, Unsaid }

/// <param name="What">What is counted or added up, as written: "open claims", "amount of payments".</param>
public sealed record ReportedFigure(FigureMeasure Measure, string What);

/// <summary>Figures the documents want to see in a report or on a dashboard.</summary>
/// <param name="Groups">"per branch and status": the words of each.</param>
/// <param name="Span">A figure for each day, month, ….</param>
/// <param name="Top">"top 10": only the first ones are wanted.</param>
/// <param name="Every">How often the figures are made anew.</param>
/// <param name="Live">They must be up to date at every moment.</param>
public sealed record ReportFact(
    Seq<ReportedFigure> Figures, Seq<string> Groups, PeriodUnit? Span, int? Top, Period? Every, bool Live, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>Files that belong to a thing.</summary>
/// <param name="What">The kind of file, in the singular: photo, scan.</param>
/// <param name="Owner">What they belong to, as written.</param>
public sealed record UploadFact(string What, string Owner, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>Rows under legal hold outlast every period and every request to erase them.</summary>
public sealed record HoldFact(SourceSpan Source, string Words) : Fact(Source, Words);

public enum RecoveryMeasure { Rpo, Rto, BackupFrequency, BackupRetention, PointInTimeRetention, RestoreTest, Replica, BackupEncryption }

/// <param name="Period">The time itself; null when only words were given.</param>
public sealed record RecoveryFact(RecoveryMeasure Measure, Period? Period, string Text, DocumentKind Document, SourceSpan Source, string Words) : Fact(Source, Words);

public enum PrivacyMeasure { Personal, Encrypt, Hash, Mask, RestrictAccess, Consent, Erase, Export, NeverLog, KeyRotation }

/// <param name="Subject">The attribute, entity or class of data, as written ("tax IDs", "bank details").</param>
/// <param name="Detail">How: "last 4", "AES-256-GCM", "finance role only".</param>
public sealed record PrivacyFact(PrivacyMeasure Measure, string Subject, string? Detail, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>A demand to record changes or accesses.</summary>
public sealed record AuditFact(string Subject, string? Detail, SourceSpan Source, string Words) : Fact(Source, Words);

public enum TenancyKind { MultiTenant, SingleTenant, Isolation, TenantEntity, SchemaPerTenant, DatabasePerTenant, SharedRows }

/// <param name="Entity">The entity that is the tenant, or whose rows all tenants share, as written, when the statement names one.</param>
public sealed record TenancyFact(TenancyKind Kind, string? Entity, SourceSpan Source, string Words) : Fact(Source, Words);

/// <summary>The classes of reading: what a statement is about.</summary>
public enum StatementClass { Fact, Rule, Scale, Technology, Access, Query, Process, Interface, Scope, Example, Prose }

public sealed record ClassifiedStatement(Statement Statement, StatementClass Class, string Reason)
{
    /// <summary>Why a statement that demands something demands nothing of rows; null when it may.</summary>
    public string? Elsewhere { get; init; }
}
