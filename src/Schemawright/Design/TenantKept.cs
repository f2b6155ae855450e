using Schemawright.Domain;
using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Rules about whose tenant a row is, which the composite keys and the isolation of tenants keep without a constraint of their own.</summary>
internal static class TenantKept
{
    /// <summary>"The berth is of the row's own tenant": the foreign key carries the tenant.</summary>
    public static PlacedRule? Same(DataDesign design, TableDesign table, Rule rule, Expr must) =>
        table.Scope == TenantScope.Scoped && design.Tenancy.TenantColumn is { } tenant
        && must is Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } own, Right: Ref { Path: [var role, var theirs] } } && own.Attribute == tenant && theirs == tenant
        && table.ForeignKeys.FirstOrDefault(key => key.Role == role) is { Columns.Count: > 1 } link
            ? new(table, new(rule.Id, Fate.Enforced, $"FOREIGN KEY {link.Name}", table.Name, null, "The foreign key carries the tenant, so a row refers to rows of its own tenant only."))
            : null;

    /// <summary>"It never goes to another tenant": row-level security refuses the row that would.</summary>
    public static PlacedRule? Stays(DataDesign design, TableDesign table, Rule rule, Unchangeable frozen) =>
        table.Scope == TenantScope.Scoped && frozen is { When: null, Attributes: [var only] } && RuleColumns.ColumnOf(table, only) == design.Tenancy.TenantColumn
            ? new(table, new(rule.Id, Fate.Enforced, "POLICY tenant_isolation", table.Name, null, "Row-level security refuses a row that would leave its tenant."))
            : null;
}
