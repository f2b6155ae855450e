using Schemawright.Postgres.Model;
using Schemawright.Proof.Catalog;

namespace Schemawright.Proof.Obligations;

/// <summary>The names the model promises, read from the model alone, so that a writer that forgets an object is found.</summary>
internal static class ModelObjects
{
    /// <summary>Each definition is how the server's own definition has to begin.</summary>
    public static IEnumerable<CatalogObject> Of(PgSchema schema) =>
    [
        .. schema.Extensions.Select(name => new CatalogObject("extensions", name, "")),
        .. schema.Roles.Select(role => new CatalogObject("roles", role.Name.ToString(), role.CanLogin ? "login" : "nologin")),
        .. schema.Domains.Select(domain => new CatalogObject("domains", domain.Name.ToString(), domain.BaseType)),
        .. schema.Tables.SelectMany(OfTable),
        .. schema.Triggers.Select(trigger => new CatalogObject("triggers", $"{trigger.Table}.{trigger.Name}", "")),
        .. schema.Policies.Select(policy => new CatalogObject("policies", $"{policy.Table}.{policy.Name}", policy.Permissive ? "permissive" : "restrictive")),
        .. schema.Views.Concat(schema.ReadModels.SelectMany(model => new[] { model.Kept, model.Shown }).OfType<PgView>()).Select(view => new CatalogObject("views", view.Name.ToString(), view.Materialized ? "materialized" : "")),
        .. schema.ReadModels.SelectMany(model => model.Indexes.Select(index => new CatalogObject("indexes", $"{model.Kept!.Name.Schema}.{index.Name}", index.Unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX"))),
    ];

    /// <summary>True for what the model's own routines make while the database is in use: partitions created ahead.</summary>
    public static bool Allows(PgSchema schema, CatalogObject found) =>
        schema.Tables.Any(table => table.Partitioning is not null && found.Name.Contains($"{table.Name}_", StringComparison.Ordinal));

    private static IEnumerable<CatalogObject> OfTable(PgTable table) =>
    [
        new("tables", table.Name.ToString(), ""),
        .. table.Columns.Select(column => new CatalogObject("columns", $"{table.Name}.{column.Name}", column.Type + (column.NotNull ? " not null" : ""))),
        .. table.PrimaryKey is { } key ? [Constraint(table, key.Name, "PRIMARY KEY")] : Array.Empty<CatalogObject>(),
        .. table.Uniques.Select(unique => Constraint(table, unique.Name, "UNIQUE")),
        .. table.Checks.Select(check => Constraint(table, check.Name, "CHECK")),
        .. table.ForeignKeys.Select(reference => Constraint(table, reference.Name, "FOREIGN KEY")),
        .. table.Exclusions.Select(exclusion => Constraint(table, exclusion.Name, "EXCLUDE")),
        .. table.Indexes.Select(index => new CatalogObject("indexes", $"{table.Name.Schema}.{index.Name}", index.Unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX")),
    ];

    private static CatalogObject Constraint(PgTable table, Schemawright.Postgres.Sql.Identifier name, string kind) =>
        new("constraints", $"{table.Name}.{name}", kind);
}
