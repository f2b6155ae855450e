using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Gives each table its primary key, its foreign keys (with the tenant inside) and its natural keys.</summary>
internal sealed class DetermineKeys : IDesignPass
{
    public int ChecklistItem => 3;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var names = ObjectNames.FreeIn(design);
        var choices = new List<Decision>();
        var referenced = design.Domain.Relationships.Select(link => link.Parent).ToHashSet(StringComparer.Ordinal);
        var keyed = design.EachTable(table => PrimaryKeyed(table, design, referenced, names, choices));
        var foreign = new ForeignKeys(keyed, names);
        var linked = keyed.EachTable(foreign.AddTo);
        var natural = new NaturalKeys(linked, names, findings);
        var unique = linked.EachTable(natural.AddTo);
        natural.Ask();
        return LocalDays.Place(unique, findings).Decide([.. choices, .. unique.Tables.Any(HasUuid) ? [Version7] : Seq<Decision>.Empty, .. natural.Decisions]);
    }

    private static Decision Version7 { get; } = new("D03-uuid7", 3, "UUIDs of version 7 are made by app.uuid7(): from PostgreSQL 18 on by the server's own uuidv7(), before by the same in SQL; the statement that creates it asks the server.",
        "The same files then run on old and new servers, and no table changes when the server does.", []);

    private static bool HasUuid(TableDesign table) => table.Columns.Any(column => column is { Role: ColumnRole.Key, Type: { Kind: DataKind.Uuid, IsArray: false } });

    private static TableDesign PrimaryKeyed(
        TableDesign table, DataDesign design, HashSet<string> referenced, ObjectNames names, List<Decision> choices)
    {
        var entity = design.Domain.Find(table.Entity!)!;
        var key = EntityKey.Of(design.Domain, entity, referenced.Contains(entity.Name));
        var tenant = table.Scope == TenantScope.Scoped ? design.Tenancy.TenantColumn! : null;
        Seq<string> columns = tenant is null || key.Columns.Has(tenant) ? TenantFirst(key.Columns, tenant) : [tenant, .. key.Columns];
        var kind = key.Surrogate?.Kind switch
        {
            DataKind.Uuid => "a UUID of version 7",
            DataKind.Identity => "a bigint identity",
            _ => string.Join(", ", key.Columns),
        };
        var lead = tenant is null ? "" : $", led by {tenant} so that no reference can cross tenants";
        choices.Add(new($"D03-{entity.TableName}-key", 3, $"{table.Name} is identified by {kind}{lead}.", char.ToUpperInvariant(key.Reason[0]) + key.Reason[1..] + ".", DesignEdits.SourcesOf([entity.Origin, new(key.Sources)])));
        return table with { PrimaryKey = new(names.Claim(table.Name, [], "pkey"), columns) };
    }

    private static Seq<string> TenantFirst(Seq<string> columns, string? tenant) =>
        columns.OrderBy(column => column == tenant ? 0 : 1).ToSeq();
}
