using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Primary keys and uniqueness; uniqueness among some rows only becomes a partial index.</summary>
internal static class KeyLowering
{
    public static PgKey? Primary(TableDesign table) => table.PrimaryKey.Columns.Count == 0
        ? null
        : new PgKey(FittedName.Fit(table.PrimaryKey.Name.Length > 0 ? table.PrimaryKey.Name : table.Name + "_pkey"), Columns(table.PrimaryKey.Columns))
        {
            Comment = "Identifies a row of " + table.Name,
        };

    public static Seq<PgKey> Uniques(Target target, TableDesign table) =>
        table.Uniques.Where(unique => Where(target, table, unique) is null)
            .Select(unique => new PgKey(FittedName.Fit(unique.Name), Columns(unique.Columns)) { Comment = Purpose(unique) }).ToSeq();

    public static IEnumerable<PgIndex> PartialUniques(Target target, TableDesign table) =>
        from unique in table.Uniques
        let partial = Where(target, table, unique)
        where partial is not null
        let condition = Expressions.Condition(target, table, partial, unique.Origin, unique.Name)
        where condition is not null
        select new PgIndex(FittedName.Fit(unique.Name), true, "btree", unique.Columns.Select(column => SqlText.Of($"{new Identifier(column)}")).ToSeq(), [], condition, Purpose(unique), unique.Origin);

    private static string Purpose(UniqueDesign unique) =>
        Sourced.Comment($"No two rows share {string.Join(", ", unique.Columns)}", unique.Origin);

    /// <summary>Deleted rows free their values, unless a foreign key needs the constraint whole.</summary>
    private static Expr? Where(Target target, TableDesign table, UniqueDesign unique)
    {
        var deleted = table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt);
        if (!table.SoftDelete || deleted is null || IsReferenced(target, table, unique))
        {
            return unique.Where;
        }

        var live = new Not(new IsPresent(Ref.To(deleted.Name)));
        return unique.Where switch
        {
            null => live,
            var stated when stated.Refs().Any(reference => reference.Attribute == deleted.Name) => stated,
            var stated => new And([stated, live]),
        };
    }

    private static bool IsReferenced(Target target, TableDesign table, UniqueDesign unique) =>
        target.ReferencesTo(table.Name).Any(key => key.ReferencedColumns.Order(StringComparer.Ordinal).SequenceEqual(unique.Columns.Order(StringComparer.Ordinal), StringComparer.Ordinal));

    private static Seq<Identifier> Columns(Seq<string> names) => names.Select(name => new Identifier(name)).ToSeq();
}
