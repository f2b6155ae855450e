using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// Under row security no search for a part of a text may use its index, because the operator is not leakproof. So each searched table of
/// a tenant has a function that looks as a role whom row security does not bind, for the session's tenant alone, and answers with keys.
/// The function of a table whose rows all share looks as its caller.
/// </summary>
internal static class SearchLowering
{
    public static readonly Identifier Schema = new("search");

    private static readonly Identifier Found = new("found");

    public static Seq<PgSearch> Lower(Target target)
    {
        var reporter = target.RolesFor(RolePurpose.Reporter).FirstOrDefault() is { } role ? target.Role(role.Name) : null;
        return target.Design.Tables.Where(table => Searched(table).Any() && (table.Scope == TenantScope.Scoped ? reporter is not null : table.Scope == TenantScope.Global && !PolicyLowering.IsGuarded(target, table)))
            .Select(table => Lower(target, table, reporter)).ToSeq();
    }

    /// <summary>The columns people search in, which anybody who reads the table may read.</summary>
    public static IEnumerable<IndexDesign> Searched(TableDesign table) => table.Indexes.Where(index => index.IsSearch && index.Columns.All(column => table.Find(column.Name)!.ReadableBy.Count == 0));

    private static PgSearch Lower(Target target, TableDesign table, Identifier? reporter)
    {
        var tenant = table.Scope == TenantScope.Scoped ? target.TenantKey(table) : null;
        var keys = table.PrimaryKey.Columns.Where(column => column != tenant).Select(column => table.Find(column)!).ToList();
        var texts = Searched(table).Where(index => index.Method == IndexMethod.Trigram).SelectMany(index => index.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal).ToList();
        var words = Searched(table).Any(index => index.Method == IndexMethod.FullText);
        var deleted = table.SoftDelete ? table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) : null;
        var read = keys.Select(key => key.Name).Concat(Searched(table).SelectMany(index => index.Columns).Select(column => column.Name)).Concat(tenant is null ? [] : [tenant]).Concat(deleted is null ? [] : [deleted.Name]).ToHashSet(StringComparer.Ordinal);
        var function = Function(table, tenant, keys, texts, words, deleted);
        var own = read.Order(StringComparer.Ordinal).Select(column => new Identifier(column)).Concat(words ? [FullTextLowering.ColumnOf(table)] : []);
        var call = SqlText.Of($"FUNCTION {Ddl.FunctionDdl.Identity(function)}");
        return new(table.Name, function, GrantLowering.ReadersOf(target, table.Name, read).Select(role => new PgGrant("EXECUTE", call, role)).ToSeq(),
            tenant is null || reporter is null ? [] : [new PgGrant("EXECUTE", SqlText.Of($"FUNCTION {BaseFunctions.TenantId}()"), reporter), new PgGrant("SELECT", SqlText.Of($"TABLE {Target.NameOf(table.Name)}"), reporter) { Columns = own.ToSeq() }]);
    }

    private static PgFunction Function(TableDesign table, string? tenant, List<ColumnDesign> keys, List<string> texts, bool words, ColumnDesign? deleted)
    {
        var name = Target.NameOf(table.Name);
        var origin = new Origin(DesignEdits.SourcesOf(Searched(table).Select(index => index.Origin)), Searched(table).First().Origin.Decision);
        // What the person typed is a text to look for, and no pattern.
        var pattern = SqlText.Of($"'%' || replace(replace(replace(p_text, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'");
        var either = SqlText.Join(" OR ", texts.Select(text => SqlText.Of($"{Found}.{new Identifier(text)} ILIKE {pattern}")).Concat(words ? [FullTextLowering.Holds(table, Found)] : []));
        var order = words ? SqlText.Of($"{FullTextLowering.Rank(table, Found)}, {SqlText.Join(", ", keys.Select(key => SqlText.Of($"{Found}.{new Identifier(key.Name)}")))}") : SqlText.Of($"1");
        var live = deleted is null ? SqlText.Empty : SqlText.Of($"\n  AND {Found}.{new Identifier(deleted.Name)} IS NULL");
        var own = tenant is null ? SqlText.Empty : SqlText.Of($"{Found}.{new Identifier(tenant)} = (SELECT {BaseFunctions.TenantId}())\n  AND ");
        return new(new(Schema, name.Name), "p_text text, p_most integer DEFAULT 50", $"TABLE ({string.Join(", ", keys.Select(key => $"{key.Name} {ColumnTypes.BaseOf(key.Type)}"))})", "sql", "STABLE",
            SqlText.Of(
                $"""
                SELECT {SqlText.Join(", ", keys.Select(key => SqlText.Of($"{Found}.{new Identifier(key.Name)}")))}
                FROM {name} AS {Found}
                WHERE {own}({either}){live}
                ORDER BY {order}
                LIMIT p_most
                """),
            true, tenant is not null, Sourced.Comment($"Keys of {(tenant is null ? "" : "the tenant's ")}{table.Name} that hold {(words ? "words that begin like those of the text, the best first, or " : "")}the text in {string.Join(" or ", Searched(table).SelectMany(index => index.Columns).Select(column => column.Name).Distinct(StringComparer.Ordinal))}; read them through the table", origin), origin);
    }
}
