using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Decides which tables belong to one tenant each, and gives those the tenant's column.</summary>
internal sealed class IsolateTenants : IDesignPass
{
    private const string ModelDecision = "D10-tenancy";

    public int ChecklistItem => 10;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var tenancy = design.Domain.Tenancy;
        var root = tenancy.TenantEntity is { } entity ? design.OfEntity(entity) : null;
        return tenancy.Model == TenancyModel.SharedSchema && root is not null
            ? Shared(design, root, findings)
            : Apart(design, tenancy);
    }

    /// <summary>No tenants, or each in a schema or database of its own: no table needs a tenant column.</summary>
    private static DataDesign Apart(DataDesign design, Tenancy tenancy)
    {
        var approach = tenancy.Model switch
        {
            TenancyModel.SchemaPerTenant => "Shared Database, Schema per Tenant",
            TenancyModel.DatabasePerTenant => "Database per Tenant",
            _ => "Single Tenant",
        };
        return (design with { Tenancy = new(tenancy.Model, null, null, approach, tenancy.Reason, tenancy.Origin) })
            .Decide(new Decision(ModelDecision, 10, $"{approach}: no table carries a tenant column.", Sentence(tenancy.Reason), tenancy.Origin.Sources));
    }

    private static DataDesign Shared(DataDesign design, TableDesign root, Findings findings)
    {
        var column = ObjectNames.Shortened(LayOutTables.Snake(root.Entity!) + "_id");
        var scopes = new TenantReach(design, root, column);
        var choices = new List<Decision>();
        // The tenants come before their rows, also before those that nothing but the new column ties to them.
        var tables = design.Tables.Select(table => Placed(table, scopes, root, column, choices, findings)).OrderBy(table => table.Scope == TenantScope.Scoped ? 1 : 0).ToSeq();
        var tenancy = design.Domain.Tenancy;
        var count = tables.Count(table => table.Scope == TenantScope.Scoped);
        choices.Insert(0, new(ModelDecision, 10,
            $"All tenants share one schema; {count} of {tables.Count} tables carry {column}, which leads their keys and which row-level security compares.",
            Sentence(tenancy.Reason), tenancy.Origin.Sources));
        return (design with
        {
            Tables = tables,
            Tenancy = new(tenancy.Model, root.Name, column, "Shared Database, Shared Schema", tenancy.Reason, tenancy.Origin),
        }).Decide(choices);
    }

    private static TableDesign Placed(
        TableDesign table, TenantReach scopes, TableDesign root, string column, List<Decision> choices, Findings findings)
    {
        var place = scopes.Of(table);
        if (place.Scope == TenantScope.TenantRoot)
        {
            return table with { Scope = TenantScope.TenantRoot };
        }

        if (place.Scope == TenantScope.Global)
        {
            choices.Add(new($"D10-{table.Name}-shared", 10, $"The rows of {table.Name} belong to no tenant.", place.Reason, DesignEdits.SourcesOf([table.Origin, .. scopes.Said(table)])));
            return table;
        }

        if (place.Assumed)
        {
            var question = place.Link is { } link ? SharedQuestion(table, root, link, scopes.Said(table)) : UnconnectedQuestion(table, root);
            findings.Ask(question);
            if (findings.Choice(question.Id, [.. question.Alternatives]) == 1)
            {
                choices.Add(new($"D10-{table.Name}-shared", 10, $"The rows of {table.Name} belong to no tenant.", $"The author answered {question.Id}: all share them.", table.Origin.Sources));
                return table;
            }
        }

        return Scoped(table, place, root, column, choices);
    }

    private static TableDesign Scoped(TableDesign table, TenantPlace place, TableDesign root, string column, List<Decision> choices)
    {
        var stated = table.Find(column);
        if (stated is not null)
        {
            var own = stated with { Role = ColumnRole.Tenant, Nullable = false };
            return table.WithColumns(table.Columns.Select(known => known.Name == column ? own : known)) with { Scope = TenantScope.Scoped };
        }

        var decision = $"D10-{table.Name}-tenant";
        choices.Add(new(decision, 10, $"{table.Name} carries {column}.", place.Reason, table.Origin.Sources));
        var type = root.Find("id")?.Type.Kind == DataKind.Identity ? DataKind.BigInteger : root.Find(root.PrimaryKey.Columns[0])?.Type.Kind ?? DataKind.Uuid;
        var added = new ColumnDesign(column, DataType.Of(type), false, ColumnRole.Tenant, $"The {LayOutTables.Words(root.Entity!)} the row belongs to.", Origin.Decided(decision));
        return table.WithColumns(table.Columns.Append(added)) with { Scope = TenantScope.Scoped };
    }

    private static Clarification UnconnectedQuestion(TableDesign table, TableDesign root) => new(
        ClarificationId.From("tenant", table.Name), ClarificationReason.Assumption,
        $"Does each {LayOutTables.Words(table.Entity!)} belong to one {LayOutTables.Words(root.Entity!)}?",
        [$"Yes, to one {LayOutTables.Words(root.Entity!)}", "No, all share it"],
        $"Each row of {table.Name} belongs to one {LayOutTables.Words(root.Entity!)}, because leaking is worse than repeating.",
        table.Origin.Sources, [table.Entity!], 4, 3);

    private static Clarification SharedQuestion(TableDesign table, TableDesign root, string link, IEnumerable<Origin> said) => new(
        ClarificationId.From("tenant", "shared", table.Name), ClarificationReason.Assumption,
        $"When one {LayOutTables.Words(table.Entity!)} belongs to several {root.Name}, do they share one record?",
        [$"No, each {LayOutTables.Words(root.Entity!)} keeps its own", "Yes, one record that all of them see"],
        $"Each {LayOutTables.Words(root.Entity!)} keeps its own row in {table.Name}; {link} links it.",
        DesignEdits.SourcesOf([table.Origin, .. said]), [table.Entity!, link], 5, 4);

    private static string Sentence(string reason) => reason.Length == 0 ? "The documents name no other arrangement." : char.ToUpperInvariant(reason[0]) + reason[1..].TrimEnd('.') + ".";
}
