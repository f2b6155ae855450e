using Schemawright.Collections;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Proof.Mutation;

/// <summary>Each constraint is dropped once.</summary>
internal static class ConstraintMutants
{
    public static IEnumerable<Mutant> Of(PgSchema schema, Looks looks) => schema.Domains.SelectMany(OfDomain).Concat(schema.Tables.SelectMany(table => OfTable(table, looks)));

    private static IEnumerable<Mutant> OfDomain(PgDomain domain) => domain.Checks.Select(check =>
        Mutant.Of("check", domain.Name.ToString(), $"{check.Name} dropped", $"ALTER DOMAIN {domain.Name} DROP CONSTRAINT {check.Name}", Looks.OfDomain(domain.Name.ToString())));

    private static IEnumerable<Mutant> OfTable(PgTable table, Looks looks)
    {
        var name = table.Name.Name.Text;
        Mutant Dropped(string kind, Identifier constraint) => Mutant.Of(
            kind, $"{name}.{constraint.Text}", "dropped", $"ALTER TABLE {table.Name} DROP CONSTRAINT {constraint} CASCADE", looks.OfRule(name, $"{name}.{constraint.Text}"));

        return
        [
            .. table.Checks.Select(check => Dropped("check", check.Name)),
            .. table.PrimaryKey is { } key ? [Dropped("unique", key.Name)] : Seq<Mutant>.Empty,
            .. table.Uniques.Select(unique => Dropped("unique", unique.Name)),
            .. table.Exclusions.Select(exclusion => Dropped("exclusion", exclusion.Name)),
            .. table.ForeignKeys.Select(link => Dropped("foreign key", link.Name)),
            .. table.Columns.Where(column => CanBeNull(table, column)).Select(column => Mutant.Of(
                "not null", $"{name}.{column.Name.Text}", "dropped", $"ALTER TABLE {table.Name} ALTER COLUMN {column.Name} DROP NOT NULL", looks.OfRule(name, $"{name}.{column.Name.Text}"))),
        ];
    }

    /// <summary>A column of the key stays not null whatever is dropped.</summary>
    private static bool CanBeNull(PgTable table, PgColumn column) => column is { NotNull: true, Identity: false } && table.PrimaryKey?.Columns.Contains(column.Name) != true;
}
