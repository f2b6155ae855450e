using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>Writes the whole schema as statements, in the order in which an empty server takes them.</summary>
public static class SchemaDdl
{
    public static Seq<PgStatement> Write(PgSchema schema) =>
    [
        .. Extensions(schema), .. Roles(schema), .. Schemas(schema), .. ActAsOwner(schema),
        .. Defaults(schema), .. Domains(schema), .. Functions(schema, needsTables: false),
        .. Tables(schema), .. ForeignKeys(schema), .. Indexes(schema), .. Functions(schema, needsTables: true), .. Triggers(schema),
        .. Policies(schema), .. Partitions(schema), .. Views(schema), .. Grants(schema), .. ReadModelDdl.Write(schema), .. CommentDdl.Write(schema), .. ActAsSelf(schema),
    ];

    private static IEnumerable<PgStatement> Extensions(PgSchema schema) =>
        schema.Extensions.Select(name => new PgStatement("extension", name, null, SqlText.Of($"CREATE EXTENSION IF NOT EXISTS {new Identifier(name)};")));

    private static IEnumerable<PgStatement> Roles(PgSchema schema)
    {
        foreach (var role in schema.Roles)
        {
            yield return new("role", role.Name.Text, null, RoleDdl.Write(role));
        }

        foreach (var role in schema.Roles)
        {
            foreach (var group in role.MemberOf)
            {
                yield return new("role", role.Name.Text, null, RoleDdl.Member(role, group));
            }
        }
    }

    private static IEnumerable<PgStatement> Schemas(PgSchema schema)
    {
        if (schema.Owner is { } owner)
        {
            yield return new("role", owner.Name.Text, null, RoleDdl.BecomeMember(owner));
        }

        foreach (var name in schema.Schemas)
        {
            yield return new("schema", name.Text, null, schema.Owner is { } holder ? SqlText.Of($"CREATE SCHEMA {name} AUTHORIZATION {holder.Name};") : SqlText.Of($"CREATE SCHEMA {name};"));
        }
    }

    /// <summary>From here on everything made belongs to the owner.</summary>
    private static IEnumerable<PgStatement> ActAsOwner(PgSchema schema) =>
        schema.Owner is { } owner ? [new("role", owner.Name.Text, null, RoleDdl.Act(owner))] : [];

    private static IEnumerable<PgStatement> ActAsSelf(PgSchema schema) =>
        schema.Owner is { } owner ? [new("role", owner.Name.Text, null, RoleDdl.ActAsSelf)] : [];

    private static IEnumerable<PgStatement> Defaults(PgSchema schema) =>
        schema.Owner is { } owner ? GrantDdl.Defaults(owner.Name).Select(sql => new PgStatement("grant", owner.Name.Text, null, sql)) : [];

    private static IEnumerable<PgStatement> Domains(PgSchema schema) =>
        schema.Domains.Select(domain => new PgStatement("domain", domain.Name.Name.Text, null, DomainDdl.Write(domain)));

    private static IEnumerable<PgStatement> Functions(PgSchema schema, bool needsTables) =>
        schema.Functions.Where(function => function.NeedsTables == needsTables).Select(function => new PgStatement("function", function.Name.Name.Text, null, FunctionDdl.Write(function)));

    private static IEnumerable<PgStatement> Tables(PgSchema schema) =>
        schema.Tables.Select(table => new PgStatement("table", table.Name.Name.Text, table.Name.Name.Text, TableDdl.Write(table)));

    private static IEnumerable<PgStatement> ForeignKeys(PgSchema schema) =>
        schema.Tables.SelectMany(table => table.ForeignKeys.Select(key => new PgStatement("foreignKey", key.Name.Text, table.Name.Name.Text, ForeignKeyDdl.Write(table, key))));

    private static IEnumerable<PgStatement> Indexes(PgSchema schema) =>
        schema.Tables.SelectMany(table => table.Indexes.Select(index => new PgStatement("index", index.Name.Text, table.Name.Name.Text, IndexDdl.Write(table, index))));

    private static IEnumerable<PgStatement> Triggers(PgSchema schema) =>
        schema.Triggers.Select(trigger => new PgStatement("trigger", trigger.Name.Text, trigger.Table.Name.Text, TriggerDdl.Write(trigger)));

    private static IEnumerable<PgStatement> Policies(PgSchema schema)
    {
        foreach (var policy in schema.Policies)
        {
            yield return new("policy", policy.Name.Text, policy.Table.Name.Text, PolicyDdl.Write(policy));
        }

        foreach (var table in schema.Tables.Where(table => table.RowSecurity))
        {
            yield return new("policy", table.Name.Name.Text, table.Name.Name.Text, PolicyDdl.Enable(table));
            if (table.ForceRowSecurity)
            {
                yield return new("policy", table.Name.Name.Text, table.Name.Name.Text, PolicyDdl.Force(table));
            }
        }
    }

    private static IEnumerable<PgStatement> Partitions(PgSchema schema) =>
        from table in schema.Tables
        where table.Partitioning is not null
        select new PgStatement("partition", table.Name.Name.Text, table.Name.Name.Text, PartitionDdl.Write(table, table.Partitioning!));

    private static IEnumerable<PgStatement> Views(PgSchema schema) =>
        schema.Views.Select(view => new PgStatement("view", view.Name.Name.Text, null, ViewDdl.Write(view)));

    private static IEnumerable<PgStatement> Grants(PgSchema schema) =>
    [
        .. schema.Schemas.SelectMany(GrantDdl.Revoke).Select(sql => new PgStatement("grant", "public", null, sql)),
        .. schema.Grants.Select(grant => new PgStatement("grant", grant.Role.Text, null, GrantDdl.Write(grant))),
    ];
}
