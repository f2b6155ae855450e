using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Capacity;
using Schemawright.Postgres.Lowering;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres;

/// <summary>Turns the design into PostgreSQL's objects.</summary>
public static class PostgresLowering
{
    public static PgSchema Lower(DataDesign design, Findings findings)
    {
        var target = new Target(design, findings);
        var rules = TriggerLowering.Lower(target);
        var tables = design.Tables.Select(table => TableLowering.Lower(target, table)).Concat(WorkingDayLowering.Table(target)).Concat(NumberingLowering.Tables(target)).Concat(AuditLowering.Table(target)).Concat(OutboxLowering.Table(target)).Concat(SupportLowering.Table(target)).ToSeq();
        var schema = new PgSchema
        {
            Product = target.Product,
            SchemaName = Target.App,
            Extensions = ExtensionLowering.Lower(design),
            Schemas = [Target.App, .. AuditLowering.IsNeeded(design) ? [Target.Audit] : Array.Empty<Identifier>(), .. OutboxLowering.IsNeeded(design) ? [OutboxLowering.Schema] : Array.Empty<Identifier>(), .. PartitionFunctions.AreArchived(tables) ? [PartitionFunctions.ArchiveSchema] : Array.Empty<Identifier>()],
            Roles = RoleLowering.Lower(target),
            Domains = Domains.Lower(design),
            Tables = tables,
            Functions = [.. BaseFunctions.Lower(target), .. WorkingDayLowering.Functions(target), .. TouchLowering.Functions(target), .. PartitionFunctions.Lower(tables), .. rules.Functions, .. AuditLowering.Functions(target), .. OutboxLowering.Functions(target), .. SupportLowering.Functions(target), .. JobLowering.Functions(target), .. SubjectLowering.Functions(target)],
            Triggers = [.. rules.Triggers, .. AuditLowering.Triggers(target), .. OutboxLowering.Triggers(target), .. SupportLowering.Triggers(target)],
            Policies = [.. PolicyLowering.Lower(target), .. NumberingLowering.Counters(target).SelectMany(table => PolicyLowering.OfTenant(target, table)), .. AuditLowering.Policies(target), .. SupportLowering.Policies(target)],
            Views = ViewLowering.Lower(target),
        };
        return ColumnOrder.Apply(design, schema) with { Grants = GrantLowering.Lower(target, schema), ReadModels = ReadModelLowering.Lower(target), Searches = SearchLowering.Lower(target) };
    }
}
