using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>In which time zone the days of a table's rows begin: that of the row itself, of the nearest place it belongs to, of its tenant, or else the product's.</summary>
public static class LocalDays
{
    public const string Universal = "UTC";

    /// <summary>What decided it.</summary>
    public const string Choice = "D13-days";

    private const int Furthest = 4;

    /// <summary>Where the documents name a zone for the whole product it counts; else universal time.</summary>
    public static string Of(DomainModel domain) => domain.Zone?.Name ?? Universal;

    /// <summary>Each table with its zone, unless the author answered that one zone counts for all.</summary>
    internal static DataDesign Place(DataDesign design, Findings findings)
    {
        var placed = design.EachTable(table => table with { Zone = ZoneOf(design, table) });
        var local = placed.Tables.Where(table => table.Zone is not null).ToList();
        if (local.Count == 0 || findings.Choice(PlacesId, PlaceAnswers(design.Domain)) != 1)
        {
            return placed;
        }

        findings.Ask(OfPlaces(placed, local));
        return design;
    }

    private static string PlacesId => ClarificationId.From("days of places", "*");

    private static string[] PlaceAnswers(DomainModel domain) => ["yes, there", $"no, in {Of(domain)} for all"];

    private static Clarification OfPlaces(DataDesign design, List<TableDesign> local) => new(
        PlacesId, ClarificationReason.Assumption, $"Do the days of {Listed(local.Select(table => table.Name))} begin in the time zone their rows lead to ({Listed(local.Select(Words).Distinct(StringComparer.Ordinal))})?",
        [.. PlaceAnswers(design.Domain)], "They begin there.", DesignEdits.SourcesOf(local.Select(table => Target(design, table)!.Origin)), [.. local.Select(table => table.Name)], 2, 1);

    /// <summary>The row's days begin where another row says, which neither a check nor an index can see.</summary>
    public static bool IsElsewhere(TableDesign table) => table.Zone is { IsOwn: false };

    /// <summary>The column takes the day, or the clock's time, of the place where the row is made.</summary>
    public static bool IsDefault(TableDesign table, ColumnDesign column) => table.Zone is not null && column is { Default: Clock, Type: { IsArray: false, Kind: DataKind.Date or DataKind.LocalTimestamp } };

    /// <summary>The zone decides whether the condition holds: it asks for today, for a day of a moment, or counts days from one.</summary>
    public static bool Decide(DataDesign design, TableDesign table, Expr expr) => expr.Nodes().Any(node => node switch
    {
        Clock { Kind: ClockKind.Today } => true,
        CalendarPart part => HasMoment(design, table, part.Term),
        Compare or Arithmetic => HasMoment(design, table, node) && HasDays(design, table, node),
        Aggregate { Where: { } where } figure => (design.OfEntity(figure.Entity) ?? design.Find(figure.Entity)) is { } child && Decide(design, child, where),
        _ => false,
    });

    /// <summary>Decides for everything that reckons in days, and asks where the documents leave the zone open.</summary>
    internal static DataDesign Decide(DataDesign design, Findings findings)
    {
        var reckoned = Reckoned(design).ToList();
        if (reckoned.Count == 0)
        {
            return design;
        }

        var local = reckoned.Where(found => found.Table.Zone is not null).Select(found => found.Table).Distinct().ToList();
        var subjects = reckoned.Select(found => found.Table.Name).Distinct(StringComparer.Ordinal).ToList();
        var sources = DesignEdits.SourcesOf(reckoned.Select(found => found.Origin));
        if (local.Count > 0)
        {
            findings.Ask(OfPlaces(design, local));
        }

        if (design.Domain.Zone is null && local.Count < subjects.Count)
        {
            var open = reckoned.Where(found => found.Table.Zone is null).ToList();
            findings.Ask(new(ClarificationId.From("days", "*"), ClarificationReason.Assumption, $"In which time zone do the days begin by which {Listed(open.Select(found => found.Table.Name).Distinct(StringComparer.Ordinal))} are reckoned?",
                [Universal, "the zone, or the column of a place or tenant, that the answer names"], $"They begin in {Universal}.", DesignEdits.SourcesOf(open.Select(found => found.Origin)), [.. open.Select(found => found.Table.Name).Distinct(StringComparer.Ordinal)], 1, 1));
        }

        var where = local.Count == 0 ? $"in {Of(design.Domain)}" : $"{string.Join("; ", local.GroupBy(Words, StringComparer.Ordinal).Select(same => $"for {Listed(same.Select(table => table.Name))} in the zone of {same.Key}"))}{(local.Count < subjects.Count ? $"; for all others in {Of(design.Domain)}" : "")}";
        return design.Decide(new Decision(Choice, 13, $"Days, weeks, months and years begin {where}: in checks, triggers, limits, numbers, jobs and reports alike, whatever zone a session has set.",
            $"{(design.Domain.Zone is null ? "" : "The documents name the zone. ")}One evening is two different days in two zones, so a deadline must not depend on who asks; a zone named in the statement makes the day of a moment immutable, so that checks may use it.{(local.Exists(IsElsewhere) ? " Where another row names the zone, a trigger compares when the value is given; moving a place to another zone does not judge old rows anew." : "")}", sources));
    }

    private static IEnumerable<(TableDesign Table, Origin Origin)> Reckoned(DataDesign design) =>
    [
        .. design.Tables.SelectMany(table => Reckoned(design, table).Select(origin => (table, origin))),
        .. from job in design.RetentionJobs where job.After.Unit >= PeriodUnit.Day && design.Find(job.Table) is not null select (design.Find(job.Table)!, job.Origin),
        .. from job in design.TimeoutJobs where job.After.Unit >= PeriodUnit.Day && design.Find(job.Table) is not null select (design.Find(job.Table)!, job.Origin),
        .. from model in design.ReadModels from source in model.Sources where source.Keys.Any(key => key.Span is not null) select (design.Find(source.Table)!, model.Origin),
    ];

    private static IEnumerable<Origin> Reckoned(DataDesign design, TableDesign table) =>
    [
        .. table.Columns.Where(column => IsDefault(table, column)).Select(column => column.Origin),
        .. table.Checks.Where(check => Decide(design, table, check.Condition)).Select(check => check.Origin),
        .. table.RowRules.Where(rule => Decide(design, table, rule.Must) || (rule.When is { } when && Decide(design, table, when))).Select(rule => rule.Origin),
        .. table.Quotas.Where(quota => quota.Window?.Unit >= PeriodUnit.Day).Select(quota => quota.Origin),
        .. table.Numberings.Where(rule => rule.Anew is not null).Select(rule => rule.Origin),
        .. table.Immutables.Where(rule => rule.When is { } when && Decide(design, table, when)).Select(rule => rule.Origin),
        .. table.DeleteGuards.Where(rule => rule.When is { } when && Decide(design, table, when)).Select(rule => rule.Origin),
        .. table.Balances.Where(rule => Decide(design, table, rule.Must)).Select(rule => rule.Origin),
    ];

    /// <summary>The column that names the zone.</summary>
    public static ColumnDesign? Target(DataDesign design, TableDesign table) => table.Zone is { } zone ? RuleColumns.Target(design, table, zone) : null;

    /// <summary>The tables between a table's rows and the one that names their zone, that one included.</summary>
    public static IEnumerable<TableDesign> Way(DataDesign design, string table) =>
        design.Find(table) is { Zone: { } zone } at ? RuleColumns.TablesAlong(design, at, zone) : [];

    /// <summary>Nearest first, only along references every row has; people's own zones say how they like to read times, not when a day begins.</summary>
    private static Ref? ZoneOf(DataDesign design, TableDesign table)
    {
        var level = new List<(TableDesign At, Seq<string> Path)> { (table, []) };
        var seen = new HashSet<string>(StringComparer.Ordinal) { table.Name };
        for (var depth = 0; depth < Furthest && level.Count > 0; depth++)
        {
            var named = level.Where(step => !IsPerson(step.At)).SelectMany(step => Zones(step.At).Select(column => (Seq<string>)[.. step.Path, column])).ToList();
            if (named.Count > 0)
            {
                return named.Count == 1 ? new Ref(named[0]) : null;
            }

            level = [.. level.SelectMany(step => Above(design, step.At).Where(above => !seen.Contains(above.Parent.Name)).Select(above => (above.Parent, (Seq<string>)[.. step.Path, above.Role])))];
            seen.UnionWith(level.Select(step => step.At.Name));
        }

        return OfTenant(design, table);
    }

    /// <summary>The tenant stands over all places, so its zone counts where no place names one.</summary>
    private static Ref? OfTenant(DataDesign design, TableDesign table) =>
        table.Scope == TenantScope.Scoped && design.Tables.FirstOrDefault(root => root.Scope == TenantScope.TenantRoot) is { } root && Zones(root).ToList() is [var column]
        && table.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == root.Name && key.Column == design.Tenancy.TenantColumn) is { } link ? new Ref([link.Role, column]) : null;

    private static IEnumerable<(string Role, TableDesign Parent)> Above(DataDesign design, TableDesign table) =>
        from key in table.ForeignKeys
        let parent = design.Find(key.ReferencedTable)
        where parent is { Scope: not TenantScope.TenantRoot } && table.Find(key.Column) is { Nullable: false }
        select (key.Role, parent);

    private static IEnumerable<string> Zones(TableDesign table) =>
        table.Columns.Where(column => column is { Role: ColumnRole.Attribute, ReadableBy.Count: 0, Type: { IsArray: false, Kind: DataKind.TimeZone } }).Select(column => column.Name);

    private static bool IsPerson(TableDesign table) => table.Entity is { } entity && Persons.IsOne(new NounPhrase(0, 0) { Name = LayOutTables.Words(entity) });

    private static bool HasMoment(DataDesign design, TableDesign table, Expr expr) => expr.Nodes().Any(node => node is Clock { Kind: ClockKind.Now } || KindOf(design, table, node) == DataKind.Timestamp);

    private static bool HasDays(DataDesign design, TableDesign table, Expr expr) => expr.Nodes().Any(node => node is Literal { Kind: LiteralKind.Date } or Interval { Period.Unit: >= PeriodUnit.Day }
        || KindOf(design, table, node) is DataKind.Date or DataKind.LocalTimestamp or DataKind.Duration || (node is Arithmetic && expr.Refs().Any(own => IsNumber(KindOf(design, table, own)))));

    private static bool IsNumber(DataKind? kind) => kind is DataKind.Integer or DataKind.BigInteger or DataKind.Decimal;

    private static DataKind? KindOf(DataDesign design, TableDesign table, Expr node) =>
        node is Ref reference && RuleColumns.Target(design, table, reference) is { Type: { IsArray: false } type } ? type.Kind : null;

    private static string Words(TableDesign table) => table.Zone!.IsOwn ? "their own row" : $"their {string.Join("'s ", table.Zone.Path.Take(table.Zone.Path.Count - 1)).Replace('_', ' ')}";

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.Take(7).ToList();
        return all.Count > 6 ? string.Join(", ", all.Take(6)) + ", …" : all.Count > 1 ? $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}" : all[0];
    }
}
