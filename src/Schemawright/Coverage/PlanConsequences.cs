using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Domain.Rules;
using static Schemawright.Coverage.Strength;

namespace Schemawright.Coverage;

/// <summary>What roles, jobs, seeds, views, plans and decisions lead back to, and what the rule outcomes say of each rule.</summary>
internal static class PlanConsequences
{
    public static IEnumerable<Consequence> Of(DomainModel domain, DataDesign design) =>
    [
        .. Consequence.Of(design.Tenancy.Origin, design.Tenancy.TenantColumn is null ? Modelled : Enforced, $"tenancy {design.Tenancy.Approach}"),
        .. Consequence.Of(design.Audit.Origin, Modelled, $"audit log {design.Audit.Table}"),
        .. Consequence.Of(design.Recovery.Origin, Modelled, "recovery plan"),
        .. design.Roles.SelectMany(OfRole),
        .. design.RowScopes.SelectMany(scope => Consequence.Of(scope.Origin, Enforced, $"policy {scope.Name} on {scope.Table}")),
        .. design.RetentionJobs.SelectMany(job => Consequence.Of(job.Origin, Modelled, $"retention job {job.Name}")),
        .. design.TimeoutJobs.SelectMany(job => Consequence.Of(job.Origin, Modelled, $"timeout job {job.Name}")),
        .. design.Seeds.SelectMany(seed => Consequence.Of(seed.Origin, Modelled, $"seed of {seed.Table}")),
        .. design.Views.SelectMany(view => Consequence.Of(view.Origin, Modelled, $"view {view.Name}")),
        .. design.Decisions.SelectMany(decision => decision.Sources.Select(source => new Consequence(source, Modelled, $"decision {decision.Id}"))),
        .. Outcomes(domain, design),
        .. Permissions(domain, design),
    ];

    private static IEnumerable<Consequence> OfRole(RoleDesign role) =>
    [
        .. Consequence.Of(role.Origin, Modelled, $"role {role.Name}"),
        .. role.Grants.SelectMany(grant => Consequence.Of(grant.Origin, Enforced, $"grant {grant.Words()} on {grant.Table} to {role.Name}")),
    ];

    private static IEnumerable<Consequence> Outcomes(DomainModel domain, DataDesign design)
    {
        var outcomes = design.RuleOutcomes.ToLookup(outcome => outcome.RuleId, StringComparer.Ordinal);
        return domain.Rules.SelectMany(rule => outcomes.Contains(rule.Id)
            ? outcomes[rule.Id].SelectMany(outcome => OfOutcome(rule, outcome))
            : Consequence.Of(rule.Origin, Modelled, $"rule {rule.Id}"));
    }

    private static IEnumerable<Consequence> OfOutcome(Rule rule, RuleOutcome outcome) => outcome.Fate switch
    {
        Fate.Enforced => Consequence.Of(rule.Origin, Enforced, Element(outcome), outcome.Reason),
        Fate.Modelled => Consequence.Of(rule.Origin, Modelled, Element(outcome), outcome.Reason),
        _ => rule.Origin.Sources.Select(source => new Consequence(source, Disposed, "", outcome.Reason, outcome.Fate)),
    };

    private static string Element(RuleOutcome outcome) => outcome.Mechanism.Length > 0 ? outcome.Mechanism : $"rule {outcome.RuleId}";

    /// <summary>A permission holds when a grant of its verb exists, a prohibition when none does.</summary>
    private static IEnumerable<Consequence> Permissions(DomainModel domain, DataDesign design)
    {
        var roles = design.Roles.Where(role => role.Actor is not null).ToLookup(role => role.Actor!, StringComparer.Ordinal);
        foreach (var permission in domain.Permissions)
        {
            var table = design.OfEntity(permission.Entity)?.Name;
            foreach (var role in table is null ? [] : roles[permission.Actor])
            {
                var verb = Verb(permission.Kind);
                var granted = role.Grants.Any(grant => string.Equals(grant.Table, table, StringComparison.Ordinal)
                    && (grant.Verbs.Contains(verb, StringComparer.OrdinalIgnoreCase) || (permission.Attribute is { } attribute && grant.UpdateColumns.Any(column => column.StartsWith(attribute, StringComparison.Ordinal)))));
                var deed = permission.Attribute is null ? verb : $"{verb} ({permission.Attribute})";
                var element = granted ? $"grant {deed} on {table} to {role.Name}" : $"no grant of {deed} on {table} to {role.Name}";
                var strength = granted == permission.Allowed && permission.Reach == AccessReach.All ? Enforced : permission.Allowed && !granted && permission.Reach != AccessReach.All ? Asked : Modelled;
                foreach (var consequence in Consequence.Of(permission.Origin, strength, element))
                {
                    yield return consequence;
                }
            }
        }
    }

    private static string Verb(AccessKind kind) => kind switch
    {
        AccessKind.Create => "insert",
        AccessKind.Read => "select",
        AccessKind.Delete => "delete",
        AccessKind.Update or AccessKind.Approve => "update",
        _ => throw new InvalidOperationException($"unknown kind {kind}"),
    };
}
