using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Rendering.Exports;

/// <summary>The model in DBML, the language of dbdiagram.io and dbdocs.</summary>
internal sealed class DbmlExport : ISchemaExport
{
    public string Format => "dbml";

    public string Write(ModelTables model)
    {
        var text = new IndentedText(2);
        text.Open($"Project {Name(model.Schema.Product)} {{");
        text.Line("database_type: 'PostgreSQL'");
        text.Line($"Note: {Words(model.Domain.AppName)}");
        text.Close("}");
        foreach (var table in model.Tables)
        {
            Table(text, model, table);
        }

        text.Line("");
        foreach (var table in model.Tables)
        {
            text.Lines(table.Table.ForeignKeys.Select(key => Reference(table.Table, key)));
        }

        return text.ToString();
    }

    private static void Table(IndentedText text, ModelTables model, TablePair table)
    {
        text.Line("");
        text.Open($"Table {Name(table.Table.Name)} {{");
        text.Lines(table.Columns.Select(column => $"{Name(column.Name)} {Type(model.Schema, column.Column)}{Settings(Settings(table.Table, column))}"));
        Block(text, "indexes", Indexes(table.Table));
        Block(text, "checks", table.Table.Checks.Where(check => IsExpression(check.Condition.Sql)).Select(check => $"{Expression(check.Condition.Sql)} [name: {Words(check.Name.Text)}]"));
        text.Line($"Note: {Words(string.Join("; ", Remarks(table.Table)))}");
        text.Close("}");
    }

    private static void Block(IndentedText text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.Open($"{title} {{");
            text.Lines(all);
            text.Close("}");
        }
    }

    private static IEnumerable<string> Settings(PgTable table, ColumnPair column)
    {
        if (table.PrimaryKey is { Columns.Count: 1 } key && key.Columns[0] == column.Column.Name)
        {
            yield return "pk";
        }

        if (column.Column.NotNull)
        {
            yield return "not null";
        }

        if (column.Column.Identity)
        {
            yield return "increment";
        }

        if (Default(column) is { } value)
        {
            yield return $"default: {value}";
        }

        yield return $"note: {Words(column.Column.Generated is { } generated ? $"{column.Column.Comment}; generated: {OneLineSql.Of(generated)}" : column.Column.Comment)}";
    }

    private static string? Default(ColumnPair column) => column switch
    {
        { Column.Default: null } => null,
        { Design: { Default: Literal { Kind: LiteralKind.Text } literal, Type.IsArray: false } } => Words(literal.Text),
        _ => IsExpression(column.Column.Default!) ? Expression(column.Column.Default!) : null,
    };

    private static IEnumerable<string> Indexes(PgTable table)
    {
        if (table.PrimaryKey is { Columns.Count: > 1 } primary)
        {
            yield return $"({Names(primary.Columns)}) [pk, name: {Words(primary.Name.Text)}]";
        }

        foreach (var unique in table.Uniques)
        {
            yield return $"({Names(unique.Columns)}) [unique, name: {Words(unique.Name.Text)}]";
        }

        foreach (var index in table.Indexes.Where(index => index.Columns.All(IsExpression)))
        {
            // Uniqueness among some rows is not uniqueness: only the note can say it.
            var whole = index is { Unique: true, Where: null } ? "unique, " : "";
            var some = index.Where is { } where ? $"; {(index.Unique ? "unique" : "only")} where {OneLineSql.Of(where)}" : "";
            yield return $"({string.Join(", ", IndexPart.Of(table, index).Select(Part))}) [{whole}type: {index.Method}, name: {Words(index.Name.Text)}, note: {Words(index.Purpose + some)}]";
        }
    }

    private static string Part(IndexPart part) => part is { Column: { } column, Descending: false } ? Name(column.Name.Text) : Expression(part.Sql);

    private static IEnumerable<string> Remarks(PgTable table)
    {
        yield return table.Comment;
        foreach (var exclusion in table.Exclusions)
        {
            yield return $"{exclusion.Name.Text}: {OneLineSql.Of(exclusion)}";
        }

        foreach (var check in table.Checks.Where(check => !IsExpression(check.Condition.Sql)))
        {
            yield return $"{check.Name.Text}: {OneLineSql.Of(check.Condition)}";
        }
    }

    private static string Reference(PgTable table, PgForeignKey key)
    {
        var sign = DataModelDocument.ForeignKeyShape.IsUnique(table, key) ? "-" : ">";
        return $"Ref {Name(key.Name.Text)}: {Name(table.Name)}.({Names(key.Columns)}) {sign} {Name(key.Referenced)}.({Names(key.ReferencedColumns)}) [delete: {key.OnDelete.ToLowerInvariant()}]";
    }

    private static string Type(PgSchema schema, PgColumn column)
    {
        var shape = ColumnShape.Of(schema, column);
        return shape.Domain is { } domain && !shape.IsArray ? Name(domain.Name) : Name(column.Type);
    }

    private static string Settings(IEnumerable<string> settings) => $" [{string.Join(", ", settings)}]";

    /// <summary>DBML has no way to write a backtick inside backticks.</summary>
    private static bool IsExpression(SqlText sql) => !sql.Text.Contains('`', StringComparison.Ordinal);

    private static string Expression(SqlText sql) => $"`{OneLineSql.Of(sql)}`";

    private static string Names(IEnumerable<Identifier> names) => string.Join(", ", names.Select(name => Name(name.Text)));

    private static string Name(QualifiedName name) => $"{Name(name.Schema.Text)}.{Name(name.Name.Text)}";

    private static string Name(string name) => $"\"{MarkdownEscape.OneLine(name).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Words(string words) => $"'{MarkdownEscape.OneLine(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
