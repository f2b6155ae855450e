using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>
/// The query of a report. Each table is added up by itself and only followed up its references; several tables are laid side by side
/// afterwards, so no row is counted twice and a group missing on one side stays.
/// </summary>
internal sealed class ReadModelQuery(Target target, ReadModelDesign model)
{
    private static readonly Identifier Counted = new("counted");

    private readonly SortedDictionary<string, HashSet<string>> _columns = new(StringComparer.Ordinal);

    /// <summary>The columns read, by table.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Columns => _columns;

    public IEnumerable<Identifier> KeyNames => (model.TenantColumn is { } tenant ? new[] { tenant } : []).Concat(model.Keys.Select(key => key.Name)).Select(name => new Identifier(name));

    public IEnumerable<Identifier> Names => KeyNames.Concat(model.Figures.Select(figure => new Identifier(figure.Name)));

    public SqlText Write()
    {
        if (model.Sources.Count == 1)
        {
            return OfTable(model.Sources[0], [.. model.Sources[0].Figures.Select(figure => (figure, true))]);
        }

        var parts = model.Sources.Select(source => OfTable(source, [.. model.Sources.SelectMany(other => other.Figures.Select(figure => (figure, ReferenceEquals(other, source))))])).ToList();
        var keys = SqlText.Join(", ", KeyNames.Select(name => SqlText.Of($"{name}")));
        var figures = model.Figures.Select(figure => figure.Measure == ReportMeasure.Count
            ? SqlText.Of($"coalesce(max({new Identifier(figure.Name)}), 0) AS {new Identifier(figure.Name)}")
            : SqlText.Of($"max({new Identifier(figure.Name)}) AS {new Identifier(figure.Name)}"));
        return SqlText.Of(
            $"""
            SELECT
                {SqlText.Join(",\n", [keys, .. figures])}
            FROM (
                {SqlText.Join("\nUNION ALL\n", parts)}
            ) AS figures
            GROUP BY {keys}
            """);
    }

    private SqlText OfTable(ReadModelSource source, List<(ReadModelFigure Figure, bool Own)> figures)
    {
        var table = target.Table(source.Table)!;
        var joins = new List<(string Path, SqlText Join, Identifier Alias, TableDesign Table)>();
        var values = new List<SqlText>();
        if (model.TenantColumn is { } tenant)
        {
            values.Add(SqlText.Of($"{Read(table, tenant, Counted)}"));
        }

        values.AddRange(source.Keys.Zip(model.Keys, (path, key) => SqlText.Of($"{Key(table, source, path, joins)} AS {new Identifier(key.Name)}")));
        var keys = values.Count;
        var sole = figures.Count(figure => figure.Own) == 1;
        values.AddRange(figures.Select(figure => SqlText.Of($"{(figure.Own ? Value(table, figure.Figure, !sole) : Nothing(figure.Figure))} AS {new Identifier(figure.Figure.Name)}")));
        List<SqlText> conditions = [.. Live(table), .. sole ? Conditions(table, figures.Find(figure => figure.Own).Figure) : []];
        return SqlText.Of(
            $"""
            SELECT
                {SqlText.Join(",\n", values)}
            FROM {Target.NameOf(table.Name)} AS {Counted}{SqlText.Join("", joins.Select(join => join.Join))}{(conditions.Count == 0 ? SqlText.Empty : SqlText.Of($"\nWHERE {SqlText.Join(" AND ", conditions)}"))}
            GROUP BY {SqlText.Join(", ", Enumerable.Range(1, keys).Select(place => SqlText.Of($"{place}")))}
            """);
    }

    private SqlText Value(TableDesign table, ReadModelFigure figure, bool filtered)
    {
        var column = figure.Column is null ? SqlText.Empty : Read(table, figure.Column, Counted);
        var value = figure.Measure switch
        {
            ReportMeasure.Count => SqlText.Of($"count(*)"),
            ReportMeasure.Average => SqlText.Of($"avg({column})"),
            _ => SqlText.Of($"sum({column})"),
        };
        return filtered && Conditions(table, figure).ToList() is { Count: > 0 } where ? SqlText.Of($"{value} FILTER (WHERE {SqlText.Join(" AND ", where)})") : value;
    }

    /// <summary>The place of another table's figure.</summary>
    private static SqlText Nothing(ReadModelFigure figure) => figure.Measure == ReportMeasure.Count ? SqlText.Of($"NULL::bigint") : SqlText.Of($"NULL::numeric");

    private IEnumerable<SqlText> Conditions(TableDesign table, ReadModelFigure figure)
    {
        if (figure.Where is null)
        {
            yield break;
        }

        foreach (var own in figure.Where.Refs().Where(reference => reference.IsOwn))
        {
            Read(table, own.Attribute, Counted);
        }

        yield return new ExprSql(new ColumnScope(target, table, Counted)).Grouped(figure.Where);
    }

    private IEnumerable<SqlText> Live(TableDesign table) => table.SoftDelete && table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) is { } deleted
        ? [SqlText.Of($"{Read(table, deleted.Name, Counted)} IS NULL")]
        : [];

    private SqlText Key(TableDesign table, ReadModelSource source, ReadModelPath path, List<(string Path, SqlText Join, Identifier Alias, TableDesign Table)> joins)
    {
        var (value, kind) = Walk(table, path, joins);
        if (path.Span is not { } span)
        {
            return value;
        }

        var zone = source.Zone is { } named ? SqlText.Of($"coalesce({Walk(table, named, joins).Sql}, {target.Zone})") : SqlText.Of($"{target.Zone}");
        return SqlText.Of($"date_trunc({SqlLiteral.String(span.ToString().ToLowerInvariant())}, {(kind == DataKind.Timestamp ? SqlText.Of($"{value} AT TIME ZONE {zone}") : SqlText.Of($"{value}::timestamp"))})::date");
    }

    /// <summary>The column at the end of the way, with the joins that lead there.</summary>
    private (SqlText Sql, DataKind Kind) Walk(TableDesign table, ReadModelPath path, List<(string Path, SqlText Join, Identifier Alias, TableDesign Table)> joins)
    {
        var (at, alias, walked) = (table, Counted, "");
        foreach (var name in path.Links)
        {
            walked += "/" + name;
            var known = joins.FirstOrDefault(join => join.Path == walked);
            if (known.Join is null)
            {
                known = Join(at, alias, name, walked, new Identifier($"above_{joins.Count + 1}"));
                joins.Add(known);
            }

            (at, alias) = (known.Table, known.Alias);
        }

        return (Read(at, path.Column, alias), at.Find(path.Column)!.Type.Kind);
    }

    private (string Path, SqlText Join, Identifier Alias, TableDesign Table) Join(TableDesign from, Identifier below, string link, string walked, Identifier alias)
    {
        var key = from.ForeignKeys.First(known => known.Name == link);
        var parent = target.Table(key.ReferencedTable)!;
        var ties = key.Columns.Zip(key.ReferencedColumns, (own, referenced) => SqlText.Of($"{Read(parent, referenced, alias)} = {Read(from, own, below)}"));
        return (walked, SqlText.Of($"\nLEFT JOIN {Target.NameOf(parent.Name)} AS {alias} ON {SqlText.Join(" AND ", ties)}"), alias, parent);
    }

    private SqlText Read(TableDesign table, string column, Identifier alias)
    {
        if (!_columns.TryGetValue(table.Name, out var known))
        {
            _columns.Add(table.Name, known = new HashSet<string>(StringComparer.Ordinal));
        }

        known.Add(column);
        return SqlText.Of($"{alias}.{new Identifier(column)}");
    }
}
