using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>
/// Reports, after the grants their parts need: whoever fills them makes them in a schema of its own, and the owner shows them.
/// </summary>
public static class ReadModelDdl
{
    private static readonly Identifier Schema = new("report");
    private static readonly Identifier SearchSchema = new("search");

    public static IEnumerable<PgStatement> Write(PgSchema schema) =>
        Sql(schema).Select(part => new PgStatement("readModel", part.Name, null, part.Sql));

    /// <summary>The way back.</summary>
    public static IEnumerable<SqlText> Remove(PgSchema schema)
    {
        foreach (var model in schema.ReadModels.Reverse())
        {
            yield return SqlText.Of($"DROP VIEW {model.Shown.Name};");
        }

        if (!SchemasOf(schema).Any())
        {
            yield break;
        }

        foreach (var part in schema.Reporter is { } reporter ? AsOther(reporter, schema.Owner, Dropped(schema)) : Dropped(schema))
        {
            yield return part;
        }

        foreach (var need in Needs(schema))
        {
            yield return GrantDdl.Revoke(need);
        }

        if (schema.Reporter is { } filler)
        {
            yield return SqlText.Of($"REVOKE ALL ON SCHEMA {schema.SchemaName} FROM {filler.Name};");
        }
    }

    /// <summary>Only who a thing belongs to may drop it, and nobody stays able to act as the role that sees all tenants.</summary>
    private static IEnumerable<SqlText> AsOther(PgRole filler, PgRole? owner, IEnumerable<SqlText> work) =>
    [
        RoleDdl.ActAsSelf, RoleDdl.BecomeMember(filler), RoleDdl.Act(filler), .. work, RoleDdl.ActAsSelf, RoleDdl.LeaveMember(filler),
        .. owner is null ? [] : new[] { RoleDdl.Act(owner) },
    ];

    private static IEnumerable<SqlText> Dropped(PgSchema schema)
    {
        foreach (var model in schema.ReadModels.Where(model => model.Kept is not null).Reverse())
        {
            yield return SqlText.Of($"DROP FUNCTION {FunctionDdl.Identity(model.Refresh!)};");
            yield return SqlText.Of($"DROP MATERIALIZED VIEW {model.Kept!.Name};");
        }

        foreach (var search in schema.Searches.Reverse())
        {
            yield return SqlText.Of($"DROP FUNCTION {FunctionDdl.Identity(search.Function)};");
        }

        foreach (var name in SchemasOf(schema).Reverse())
        {
            yield return SqlText.Of($"DROP SCHEMA {name};");
        }
    }

    private static IEnumerable<(string Name, SqlText Sql)> Sql(PgSchema schema)
    {
        var kept = schema.ReadModels.Where(model => model.Kept is not null).ToList();
        if (kept.Count + schema.Searches.Count > 0 && schema.Owner is { } owner)
        {
            foreach (var sql in Filled(schema, kept, owner))
            {
                yield return (Schema.Text, sql);
            }
        }

        foreach (var model in schema.ReadModels)
        {
            yield return (model.Shown.Name.Name.Text, ViewDdl.Write(model.Shown));
            foreach (var grant in model.Grants.Where(grant => grant.Object.Text == $"TABLE {model.Shown.Name}"))
            {
                yield return (model.Shown.Name.Name.Text, GrantDdl.Write(grant));
            }
        }
    }

    /// <summary>As the role that fills them, so that they belong to it; back to the owner afterwards.</summary>
    private static IEnumerable<SqlText> Filled(PgSchema schema, List<PgReadModel> kept, PgRole owner)
    {
        var filler = schema.Reporter ?? owner;
        if (schema.Reporter is not null)
        {
            yield return SqlText.Of($"GRANT USAGE ON SCHEMA {schema.SchemaName} TO {filler.Name};");
            foreach (var need in Needs(schema))
            {
                yield return GrantDdl.Write(need);
            }
        }

        yield return RoleDdl.ActAsSelf;
        yield return RoleDdl.BecomeMember(filler);
        foreach (var name in SchemasOf(schema))
        {
            yield return SqlText.Of($"CREATE SCHEMA {name} AUTHORIZATION {filler.Name};");
        }

        yield return RoleDdl.Act(filler);
        foreach (var sql in Opened(schema, kept, owner, filler).Concat(kept.SelectMany(Parts)).Concat(schema.Searches.SelectMany(Searching)))
        {
            yield return sql;
        }

        yield return RoleDdl.ActAsSelf;
        if (schema.Reporter is not null)
        {
            yield return RoleDdl.LeaveMember(filler);
        }

        yield return RoleDdl.Act(owner);
    }

    /// <summary>Each schema is closed to everybody but those who call something in it.</summary>
    private static IEnumerable<SqlText> Opened(PgSchema schema, List<PgReadModel> kept, PgRole owner, PgRole filler)
    {
        if (kept.Count > 0)
        {
            var users = kept.SelectMany(model => model.Grants).Where(grant => grant.Privileges == "EXECUTE").Select(grant => grant.Role).Append(owner.Name);
            yield return SqlText.Of($"REVOKE ALL ON SCHEMA {Schema} FROM PUBLIC;");
            foreach (var role in users.Where(role => role != filler.Name).Distinct())
            {
                yield return SqlText.Of($"GRANT USAGE ON SCHEMA {Schema} TO {role};");
            }

            yield return SqlText.Of($"COMMENT ON SCHEMA {Schema} IS 'Reports as they were last made, out of the reach of people''s roles';");
        }

        if (schema.Searches.Count > 0)
        {
            yield return SqlText.Of($"REVOKE ALL ON SCHEMA {SearchSchema} FROM PUBLIC;");
            foreach (var role in schema.Searches.SelectMany(search => search.Grants).Select(grant => grant.Role).Distinct())
            {
                yield return SqlText.Of($"GRANT USAGE ON SCHEMA {SearchSchema} TO {role};");
            }

            yield return SqlText.Of($"COMMENT ON SCHEMA {SearchSchema} IS 'Searches for words, which answer with keys';");
        }
    }

    private static IEnumerable<Identifier> SchemasOf(PgSchema schema) =>
        (schema.ReadModels.Any(model => model.Kept is not null) ? new[] { Schema } : []).Concat(schema.Searches.Count > 0 ? [SearchSchema] : []);

    /// <summary>One grant of each table, with all the columns that are read.</summary>
    private static IEnumerable<PgGrant> Needs(PgSchema schema) =>
        schema.ReadModels.SelectMany(model => model.Needs).Concat(schema.Searches.SelectMany(search => search.Needs)).GroupBy(need => (need.Object.Text, need.Role))
            .Select(same => same.First() with { Columns = same.SelectMany(need => need.Columns).Distinct().OrderBy(column => column.Text, StringComparer.Ordinal).ToSeq() });

    private static IEnumerable<SqlText> Searching(PgSearch search)
    {
        yield return FunctionDdl.Write(search.Function);
        yield return SqlText.Of($"REVOKE ALL ON FUNCTION {FunctionDdl.Identity(search.Function)} FROM PUBLIC;");
        foreach (var grant in search.Grants)
        {
            yield return GrantDdl.Write(grant);
        }

        yield return SqlText.Of($"COMMENT ON FUNCTION {FunctionDdl.Identity(search.Function)} IS {SqlLiteral.String(search.Function.Comment)};");
    }

    private static IEnumerable<SqlText> Parts(PgReadModel model)
    {
        yield return ViewDdl.Write(model.Kept!);
        foreach (var index in model.Indexes)
        {
            yield return IndexDdl.Write(new PgTable(model.Kept!.Name, "", model.Kept.Origin), index);
        }

        yield return FunctionDdl.Write(model.Refresh!);
        yield return SqlText.Of($"REVOKE ALL ON FUNCTION {FunctionDdl.Identity(model.Refresh!)} FROM PUBLIC;");
        foreach (var grant in model.Grants.Where(grant => grant.Object.Text != $"TABLE {model.Shown.Name}"))
        {
            yield return GrantDdl.Write(grant);
        }

        yield return SqlText.Of($"COMMENT ON MATERIALIZED VIEW {model.Kept!.Name} IS {SqlLiteral.String(model.Kept.Comment)};");
        yield return SqlText.Of($"COMMENT ON FUNCTION {FunctionDdl.Identity(model.Refresh!)} IS {SqlLiteral.String(model.Refresh!.Comment)};");
    }
}
