using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Who may do what: as the design grants it, and for technical roles without stated grants what their purpose needs.</summary>
internal static class GrantLowering
{
    private static readonly Seq<string> AllVerbs = ["select", "insert", "update", "delete"];

    public static Seq<PgGrant> Lower(Target target, PgSchema schema)
    {
        var grants = new List<PgGrant>();
        foreach (var role in target.Design.Roles.Where(role => role.Purpose is not (RolePurpose.Owner or RolePurpose.Migrator or RolePurpose.Reporter)))
        {
            var name = target.Role(role.Name);
            grants.Add(new("USAGE", SqlText.Of($"SCHEMA {Target.App}"), name));
            grants.AddRange(schema.Functions.Where(function => IsCallable(function, role)).Select(function => new PgGrant("EXECUTE", SqlText.Of($"FUNCTION {Ddl.FunctionDdl.Identity(function)}"), name)));
            grants.AddRange(Grants(target, role).SelectMany(grant => OfTable(target, role, grant)));
            grants.AddRange(schema.Views.Where(view => MayReadView(target, role, view)).Select(view => new PgGrant("SELECT", SqlText.Of($"TABLE {view.Name}"), name)));
        }

        return [.. grants.Concat(WorkingDayLowering.Grants(target)).Concat(AuditLowering.Grants(target)).Concat(OutboxLowering.Grants(target)).Concat(SupportLowering.Grants(target)).Distinct()];
    }

    /// <summary>Trigger functions are fired, never called; jobs belong to the job runner.</summary>
    private static bool IsCallable(PgFunction function, RoleDesign role) => function.Returns != "trigger"
        && function.Name.Schema == Target.App
        && !function.Internal
        && (!function.JobsOnly || role.Purpose == RolePurpose.JobRunner);

    private static IEnumerable<GrantDesign> Grants(Target target, RoleDesign role)
    {
        if (role.Grants.Count > 0)
        {
            return role.Purpose == RolePurpose.JobRunner ? role.Grants.Concat(JobGrants(target, role)) : role.Grants;
        }

        return role.Purpose switch
        {
            RolePurpose.Application => target.Design.Tables.Select(table => new GrantDesign(table.Name, AllVerbs.Where(verb => verb != "delete" || !table.SoftDelete).ToSeq(), [], role.Origin)),
            RolePurpose.ReadOnly => target.Design.Tables.Select(table => new GrantDesign(table.Name, ["select"], [], role.Origin)),
            RolePurpose.JobRunner => JobGrants(target, role),
            _ => [],
        };
    }

    private static IEnumerable<GrantDesign> JobGrants(Target target, RoleDesign role)
    {
        if (target.TenantRoot is { } root)
        {
            yield return new(root.Name, ["select"], [], role.Origin);
        }

        foreach (var job in target.Design.RetentionJobs)
        {
            yield return new(job.Table, ["select", "update", "delete"], [], role.Origin);
            foreach (var child in target.Design.Tables.Where(table => table.ForeignKeys.Any(key => key.ReferencedTable == job.Table)))
            {
                yield return new(child.Name, ["select"], [], role.Origin);
            }
        }

        foreach (var job in target.Design.TimeoutJobs)
        {
            yield return new(job.Table, ["select", "update"], [], role.Origin);
        }

        foreach (var above in target.Design.RetentionJobs.SelectMany(job => job.Where is null ? [] : job.Where.Refs().SelectMany(read => RuleColumns.TablesAlong(target.Design, target.Table(job.Table)!, read))).Distinct())
        {
            yield return new(above.Name, ["select"], [], role.Origin);
        }

        foreach (var above in target.Design.RetentionJobs.Select(job => job.Table).Concat(target.Design.TimeoutJobs.Select(job => job.Table)).SelectMany(job => LocalDays.Way(target.Design, job)).Distinct())
        {
            yield return new(above.Name, ["select"], [], role.Origin);
        }
    }

    private static IEnumerable<PgGrant> OfTable(Target target, RoleDesign role, GrantDesign grant)
    {
        if (target.Table(grant.Table) is not { } table)
        {
            yield break;
        }

        var hidden = table.Columns.Where(column => grant.ExceptColumns.Contains(column.Name, StringComparer.Ordinal) || IsHidden(role, column)).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var name = target.Role(role.Name);
        var onTable = SqlText.Of($"TABLE {Target.NameOf(table.Name)}");
        var verbs = grant.Verbs.Where(verb => hidden.Count == 0 || verb != "select").Select(verb => verb.ToUpperInvariant()).ToSeq();
        if (verbs.Count > 0)
        {
            yield return new(string.Join(", ", verbs), onTable, name);
        }

        if (grant.UpdateColumns.Count > 0)
        {
            yield return new("UPDATE", onTable, name) { Columns = grant.UpdateColumns.Select(column => new Identifier(column)).ToSeq() };
        }

        if (hidden.Count > 0 && grant.Verbs.Contains("select", StringComparer.Ordinal) && table.Columns.Any(column => !hidden.Contains(column.Name)))
        {
            yield return new("SELECT", onTable, name) { Columns = table.Columns.Where(column => !hidden.Contains(column.Name)).Select(column => new Identifier(column.Name)).ToSeq() };
        }
    }

    /// <summary>The job runner reads the keys and dates it works by, whatever else is restricted.</summary>
    private static bool IsHidden(RoleDesign role, ColumnDesign column) =>
        column.ReadableBy.Count > 0 && !column.ReadableBy.Contains(role.Name, StringComparer.Ordinal) && role.Purpose != RolePurpose.JobRunner;

    /// <summary>Who may read all rows and these columns of the table, and so may know what they add up to.</summary>
    public static IEnumerable<Identifier> ReadersOf(Target target, string table, IReadOnlySet<string> columns) => target.Design.Roles
        .Where(role => role.Purpose is RolePurpose.Application or RolePurpose.ReadOnly or RolePurpose.Actor)
        .Where(role => Grants(target, role).Any(grant => grant.Table == table && grant.Verbs.Contains("select", StringComparer.Ordinal) && !grant.ExceptColumns.Any(columns.Contains)))
        .Where(role => !target.Design.RowScopes.Any(scope => scope.Role == role.Name && scope.Table == table && scope.Verb == "select"))
        .Select(role => target.Role(role.Name));

    /// <summary>Views of masks run as the owner, whom the policies of support do not bind; jobs work on the tables, and the list of tenants is all they see of several.</summary>
    private static bool MayReadView(Target target, RoleDesign role, PgView view) => role.Purpose is not (RolePurpose.Support or RolePurpose.JobRunner)
        && target.Design.Views.FirstOrDefault(known => FittedName.Fit(known.Name) == view.Name.Name) is { } design
        && Grants(target, role).Any(grant => grant.Table == design.Table && grant.Verbs.Contains("select", StringComparer.Ordinal));
}
