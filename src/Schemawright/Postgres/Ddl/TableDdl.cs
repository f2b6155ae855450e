using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Ddl;

/// <summary>CREATE TABLE in groups a reader knows: key, attributes, foreign keys, times, constraints.</summary>
public static class TableDdl
{
    public static SqlText Write(PgTable table)
    {
        var lines = new List<Line>();
        foreach (var group in Groups(table))
        {
            lines.Add(new(Title(group.Key), null));
            lines.AddRange(group.Select(column => new Line(null, ColumnText(column, Width(table.Columns, column => column.Name.ToString()), Width(table.Columns, column => column.Type)))));
        }

        var constraints = Constraints(table).Select(constraint => constraint.Sql).ToList();
        if (constraints.Count > 0)
        {
            lines.Add(new(SqlText.Of($"-- Constraints"), null));
            lines.AddRange(constraints.Select(constraint => new Line(null, constraint)));
        }

        var tail = table.Partitioning is { } partitioning ? SqlText.Of($"\n) PARTITION BY RANGE ({partitioning.Column})") : SqlText.Of($"\n)");
        var fill = table.FillFactor is { } factor ? SqlText.Of($" WITH (fillfactor = {factor})") : SqlText.Empty;
        return SqlText.Of($"CREATE TABLE {table.Name} ({Body(lines)}{tail}{fill};");
    }

    /// <summary>The columns as they are written, and so stored.</summary>
    public static IEnumerable<PgColumn> InOrder(PgTable table) => Groups(table).SelectMany(group => group);

    public static bool IsKey(PgTable table, PgColumn column) => column.Role is ColumnRole.Key or ColumnRole.Tenant || table.PrimaryKey?.Columns.Contains(column.Name) == true;

    private static IEnumerable<IGrouping<ColumnGroup, PgColumn>> Groups(PgTable table)
    {
        var foreign = table.ForeignKeys.SelectMany(key => key.Columns).Select(column => column.Text).ToHashSet(StringComparer.Ordinal);
        return table.Columns.GroupBy(column => !table.IsAligned ? GroupOf(column, foreign) : IsKey(table, column) ? ColumnGroup.Key : ColumnGroup.Aligned).OrderBy(group => group.Key);
    }

    private enum ColumnGroup { Key, Attributes, ForeignKeys, Times, Aligned }

    private sealed record Line(SqlText? Heading, SqlText? Item);

    private static ColumnGroup GroupOf(PgColumn column, HashSet<string> foreign) => column.Role switch
    {
        ColumnRole.Key or ColumnRole.Tenant => ColumnGroup.Key,
        ColumnRole.ForeignKey => ColumnGroup.ForeignKeys,
        ColumnRole.StateSince or ColumnRole.CreatedAt or ColumnRole.UpdatedAt or ColumnRole.CreatedBy or ColumnRole.UpdatedBy or ColumnRole.Version or ColumnRole.DeletedAt => ColumnGroup.Times,
        _ => foreign.Contains(column.Name.Text) ? ColumnGroup.ForeignKeys : ColumnGroup.Attributes,
    };

    private static SqlText Title(ColumnGroup group) => group switch
    {
        ColumnGroup.Key => SqlText.Of($"-- Primary Key"),
        ColumnGroup.Attributes => SqlText.Of($"-- Attributes"),
        ColumnGroup.ForeignKeys => SqlText.Of($"-- Foreign Keys"),
        ColumnGroup.Aligned => SqlText.Of($"-- Columns, by alignment"),
        _ => SqlText.Of($"-- Timestamps"),
    };

    /// <summary>Commas follow items, not comments, and the last item has none.</summary>
    private static SqlText Body(List<Line> lines)
    {
        var last = lines.FindLastIndex(line => line.Item is not null);
        return SqlText.Join("", lines.Select((line, place) => line.Item is { } item
            ? SqlText.Of($"\n    {item}{(place == last ? SqlText.Empty : SqlText.Of($","))}")
            : SqlText.Of($"{(place == 0 ? SqlText.Empty : SqlText.Of($"\n"))}\n    {line.Heading!}")));
    }

    private static int Width(Seq<PgColumn> columns, Func<PgColumn, string> text) => Math.Min(30, columns.Select(column => text(column).Length).DefaultIfEmpty(0).Max());

    private static SqlText ColumnText(PgColumn column, int nameWidth, int typeWidth)
    {
        var name = SqlText.Of($"{column.Name}");
        var type = SqlText.Words(column.Type);
        var rest = SqlText.Join(" ", Rest(column));
        return rest.Text.Length == 0
            ? SqlText.Of($"{name}{Pad(name, nameWidth)} {type}")
            : SqlText.Of($"{name}{Pad(name, nameWidth)} {type}{Pad(type, typeWidth)} {rest}");
    }

    private static IEnumerable<SqlText> Rest(PgColumn column)
    {
        if (column.NotNull)
        {
            yield return SqlText.Of($"NOT NULL");
        }

        if (column.Identity)
        {
            yield return SqlText.Of($"GENERATED ALWAYS AS IDENTITY");
        }
        else if (column.Generated is { } generated)
        {
            yield return SqlText.Of($"GENERATED ALWAYS AS ({generated}) STORED");
        }
        else if (column.Default is { } stated)
        {
            yield return SqlText.Of($"DEFAULT {stated}");
        }
    }

    private static SqlText Pad(SqlText text, int width) => SqlText.Words(new string(' ', Math.Max(0, width - text.Text.Length)));

    /// <summary>A column as it stands in the table.</summary>
    public static SqlText Column(PgColumn column) => ColumnText(column, 0, 0);

    /// <summary>The constraints as they stand in the table; foreign keys are added later.</summary>
    public static IEnumerable<(Identifier Name, SqlText Sql)> Constraints(PgTable table)
    {
        if (table.PrimaryKey is { } primary)
        {
            yield return (primary.Name, SqlText.Of($"CONSTRAINT {primary.Name} PRIMARY KEY ({Names(primary.Columns)})"));
        }

        foreach (var unique in table.Uniques)
        {
            yield return (unique.Name, SqlText.Of($"CONSTRAINT {unique.Name} UNIQUE {(unique.NullsNotDistinct ? SqlText.Of($"NULLS NOT DISTINCT ") : SqlText.Empty)}({Names(unique.Columns)})"));
        }

        foreach (var check in table.Checks)
        {
            yield return (check.Name, SqlText.Of($"CONSTRAINT {check.Name} CHECK {check.Condition}"));
        }

        foreach (var exclusion in table.Exclusions)
        {
            var where = exclusion.Where is { } condition ? SqlText.Of($" WHERE {condition}") : SqlText.Empty;
            yield return (exclusion.Name, SqlText.Of($"CONSTRAINT {exclusion.Name} EXCLUDE USING gist ({SqlText.Join(", ", exclusion.Elements)}){where}"));
        }
    }

    internal static SqlText Names(Seq<Identifier> names) => SqlText.Join(", ", names.Select(name => SqlText.Of($"{name}")));
}
