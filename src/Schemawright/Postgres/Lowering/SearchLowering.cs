using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Under row security no search for a part of a text may use its index, because the operator is not leakproof. So each searched table of
/// a tenant has a function that looks as a role whom row security does not bind, for the session's tenant alone, and answers with keys.
/// </summary>
internal static class SearchLowering
{
    public static readonly Identifier Schema = new("search");

    private static readonly Identifier Found = new("found");

    public static Seq<PgSearch> Lower(Target target) => target.RolesFor(RolePurpose.Reporter).FirstOrDefault() is not { } reporter ? []
        : target.Design.Tables.Where(table => table.Scope == TenantScope.Scoped && Searched(table).Any()).Select(table => Lower(target, table, target.Role(reporter.Name))).ToSeq();

    /// <summary>The columns people search in, which anybody who reads the table may read.</summary>
    public static IEnumerable<IndexDesign> Searched(TableDesign table) => table.Indexes.Where(index => index.Method == IndexMethod.Trigram && index.Columns.All(column => table.Find(column.Name)!.ReadableBy.Count == 0));

    private static PgSearch Lower(Target target, TableDesign table, Identifier reporter)
    {
        var tenant = target.TenantKey(table)!;
        var keys = table.PrimaryKey.Columns.Where(column => column != tenant).Select(column => table.Find(column)!).ToList();
        var texts = Searched(table).SelectMany(index => index.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal).ToList();
        var deleted = table.SoftDelete ? table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) : null;
        var read = keys.Select(key => key.Name).Concat(texts).Append(tenant).Concat(deleted is null ? [] : [deleted.Name]).ToHashSet(StringComparer.Ordinal);
        var function = Function(target, table, tenant, keys, texts, deleted);
        var call = SqlText.Of($"FUNCTION {Ddl.FunctionDdl.Identity(function)}");
        return new(table.Name, function, GrantLowering.ReadersOf(target, table.Name, read).Select(role => new PgGrant("EXECUTE", call, role)).ToSeq(),
            [new PgGrant("EXECUTE", SqlText.Of($"FUNCTION {BaseFunctions.TenantId}()"), reporter), new PgGrant("SELECT", SqlText.Of($"TABLE {Target.NameOf(table.Name)}"), reporter) { Columns = read.Order(StringComparer.Ordinal).Select(column => new Identifier(column)).ToSeq() }]);
    }

    private static PgFunction Function(Target target, TableDesign table, string tenant, List<ColumnDesign> keys, List<string> texts, ColumnDesign? deleted)
    {
        var name = Target.NameOf(table.Name);
        var origin = new Origin(DesignEdits.SourcesOf(Searched(table).Select(index => index.Origin)), Searched(table).First().Origin.Decision);
        // What the person typed is a text to look for, and no pattern.
        var pattern = SqlText.Of($"'%' || replace(replace(replace(p_text, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'");
        var either = SqlText.Join(" OR ", texts.Select(text => SqlText.Of($"{Found}.{new Identifier(text)} ILIKE {pattern}")));
        var live = deleted is null ? SqlText.Empty : SqlText.Of($"\n  AND {Found}.{new Identifier(deleted.Name)} IS NULL");
        return new(new(Schema, name.Name), "p_text text, p_most integer DEFAULT 50", $"TABLE ({string.Join(", ", keys.Select(key => $"{key.Name} {ColumnTypes.BaseOf(key.Type)}"))})", "sql", "STABLE",
            SqlText.Of(
                $"""
                SELECT {SqlText.Join(", ", keys.Select(key => SqlText.Of($"{Found}.{new Identifier(key.Name)}")))}
                FROM {name} AS {Found}
                WHERE {Found}.{new Identifier(tenant)} = (SELECT {BaseFunctions.TenantId}())
                  AND ({either}){live}
                ORDER BY 1
                LIMIT p_most
                """),
            true, true, Sourced.Comment($"Keys of the tenant's {table.Name} that hold the text in {string.Join(" or ", texts)}; read them through the table", origin), origin);
    }
}
