using Schemawright.Design;
using Schemawright.Postgres.Ddl;
using Schemawright.Postgres.Model;

namespace Schemawright.Proof.Obligations;

/// <summary>Each right the model gives can be used, and none it does not give.</summary>
internal static class GrantedRights
{
    private const string NoRight = "42501";
    private const string Allowed = "allowed";
    private static readonly string[] Verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"];

    public static async Task<List<ProofVector>> TryAsync(Walk walk)
    {
        var (vectors, schema) = (new List<ProofVector>(), walk.Staging.Schema);
        foreach (var role in schema.Grants.GroupBy(grant => grant.Role))
        {
            vectors.AddRange(await OfRoleAsync(walk, role.Key.ToString(), [.. role]));
        }

        return vectors;
    }

    private static Task<List<ProofVector>> OfRoleAsync(Walk walk, string role, PgGrant[] grants) => walk.Session.RolledBackAsync(async () =>
    {
        var vectors = new List<ProofVector>();
        await walk.Session.RunAsync($"SET LOCAL ROLE {role}");
        foreach (var grant in grants)
        {
            foreach (var privilege in grant.Privileges.Split(", "))
            {
                var about = About(walk, role, grant.Object.Text, privilege + (grant.Columns.Count > 0 ? " of its columns" : ""));
                if (Uses(walk.Staging.Schema, grant, privilege) is { } sql && walk.Bench.Focus.HasSubject(about.Subject))
                {
                    var answer = await walk.Session.TryAndUndoAsync(sql);
                    vectors.Add(about.Expect(Allowed, answer.Refused(NoRight) ? answer.Explained : Allowed));
                }
            }
        }

        foreach (var (relation, verb) in NotGiven(walk.Staging.Schema, grants))
        {
            var about = About(walk, role, $"TABLE {relation.Name}", verb);
            if (walk.Bench.Focus.HasSubject(about.Subject))
            {
                vectors.Add(about.ExpectRefused(await walk.Session.TryAndUndoAsync(Sql(relation, [], verb)), NoRight));
            }
        }

        return vectors;
    });

    private static Attempt About(Walk walk, string role, string what, string verb) => new($"{role}: {what}", $"use {verb}", Source(walk, role));

    private static string Source(Walk walk, string role) =>
        walk.Staging.Design.Roles.Where(known => role.Trim('"').EndsWith("_" + known.Name, StringComparison.Ordinal)).MaxBy(known => known.Name.Length)?.Origin.ToString() ?? "the model";

    /// <summary>A table or view with the columns one may write.</summary>
    private sealed record Relation(string Name, PgColumn? Written);

    private static IEnumerable<Relation> Relations(PgSchema schema) =>
    [
        .. schema.Tables.Select(table => new Relation(table.Name.ToString(), table.Columns.FirstOrDefault(column => column is { Generated: null, Identity: false }))),
        .. schema.Views.Select(view => new Relation(view.Name.ToString(), null)),
    ];

    private static IEnumerable<(Relation Relation, string Verb)> NotGiven(PgSchema schema, PgGrant[] grants) =>
        from relation in Relations(schema)
        let held = grants.Where(grant => grant.Object.Text == $"TABLE {relation.Name}").SelectMany(grant => grant.Privileges.Split(", ")).ToHashSet(StringComparer.Ordinal)
        from verb in relation.Written is null ? ["SELECT"] : Verbs
        where !held.Contains(verb)
        select (relation, verb);

    /// <summary>A statement that needs just this right; null when there is nothing to use it on.</summary>
    private static string? Uses(PgSchema schema, PgGrant grant, string privilege)
    {
        if (grant.Object.Text.Split(' ', 2) is not [var kind, var name])
        {
            return null;
        }

        return kind switch
        {
            "TABLE" => Relations(schema).FirstOrDefault(relation => relation.Name == name) is { } relation ? Sql(relation, [.. grant.Columns.Select(column => column.ToString())], privilege) : null,
            "SCHEMA" => schema.Tables.FirstOrDefault(table => table.Name.Schema.ToString() == name) is { } table ? $"SELECT '{table.Name}'::regclass::text" : null,
            "FUNCTION" => schema.Functions.FirstOrDefault(function => FunctionDdl.Identity(function).Text == name) is { } function ? $"SELECT {function.Name}({string.Join(", ", Nothings(function))})" : null,
            _ => null,
        };
    }

    private static IEnumerable<string> Nothings(PgFunction function) => function.Signature.Length == 0
        ? []
        : FunctionDdl.Identity(function).Text[(function.Name.ToString().Length + 1)..^1].Split(',').Select(argument => $"NULL::{argument.Trim().Split(' ', 2)[1]}");

    /// <summary>No row is touched, so nothing but the right decides.</summary>
    private static string Sql(Relation relation, IReadOnlyList<string> columns, string verb)
    {
        var written = columns.Count > 0 ? columns[0] : relation.Written?.Name.ToString();
        return verb switch
        {
            "SELECT" => $"SELECT {(columns.Count > 0 ? string.Join(", ", columns) : "1")} FROM {relation.Name} LIMIT 0",
            "INSERT" => $"INSERT INTO {relation.Name} ({written}) SELECT NULL::{relation.Written?.Type ?? "text"} WHERE false",
            "UPDATE" => $"UPDATE {relation.Name} SET {written} = NULL WHERE false",
            "DELETE" => $"DELETE FROM {relation.Name} WHERE false",
            _ => $"TRUNCATE {relation.Name}",
        };
    }
}
