using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Plans;

/// <summary>What a report ought to say, written another way: the groups there are, and each figure of each group by a query of its own.</summary>
internal sealed class ReportQuery(Staging staging, ReadModelDesign model)
{
    /// <summary>Counts the rows that only one of the two has.</summary>
    public string Differences(QualifiedName shown)
    {
        var columns = string.Join(", ", model.Keys.Select(key => key.Name).Concat(model.Figures.Select(figure => figure.Name)).Select(name => new Identifier(name)));
        var (said, wanted) = ($"SELECT {columns} FROM {shown}", Expected());
        return $"SELECT count(*) FROM (({said} EXCEPT ALL {wanted}) UNION ALL ({wanted} EXCEPT ALL {said})) AS different";
    }

    private string Expected()
    {
        var groups = string.Join(" UNION ", model.Sources.Select(source => $"SELECT {string.Join(", ", source.Keys.Select((path, place) => $"{Key(source, path)} AS k{place}").DefaultIfEmpty("1 AS all_rows"))} FROM {Rows(source, source.Figures.Count == 1 ? source.Figures[0] : null)}"));
        var keys = model.Keys.Select((_, place) => $"wanted.k{place}");
        var figures = model.Sources.SelectMany(source => source.Figures.Select(figure => Figure(source, figure)));
        return $"SELECT {string.Join(", ", keys.Concat(figures))} FROM (SELECT DISTINCT * FROM ({groups}) AS found) AS wanted";
    }

    private string Figure(ReadModelSource source, ReadModelFigure figure)
    {
        var value = figure.Measure switch
        {
            ReportMeasure.Count => "count(*)",
            ReportMeasure.Average => $"avg(it.{new Identifier(figure.Column!)})",
            _ => $"sum(it.{new Identifier(figure.Column!)})",
        };
        var same = string.Concat(source.Keys.Select((path, place) => $" AND {Key(source, path)} IS NOT DISTINCT FROM wanted.k{place}"));
        return $"(SELECT {value} FROM {Rows(source, figure)}{same})";
    }

    /// <summary>The table's rows that count, as <c>it</c>.</summary>
    private string Rows(ReadModelSource source, ReadModelFigure? figure)
    {
        var table = staging.Design.Find(source.Table)!;
        var live = table.SoftDelete && table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) is { } deleted ? $"it.{new Identifier(deleted.Name)} IS NULL" : "true";
        return $"{staging.Sql.NameOf(table)} AS it WHERE {live}{(figure?.Where is { } where ? $" AND {Condition(where)}" : "")}";
    }

    private string Key(ReadModelSource source, ReadModelPath path)
    {
        var value = Value(staging.Design.Find(source.Table)!, "it", path.Links.ToArray(), path.Column);
        return path.Span is not { } span ? value : $"date_trunc('{span.ToString().ToLowerInvariant()}', {value}::timestamptz AT TIME ZONE {(IsMoment(source, path) ? Zone(source) : "current_setting('TimeZone')")})::date";
    }

    private string Zone(ReadModelSource source)
    {
        var products = $"{SqlLiteral.String(LocalDays.Of(staging.Design.Domain))}";
        return source.Zone is { } named ? $"coalesce({Value(staging.Design.Find(source.Table)!, "it", named.Links.ToArray(), named.Column)}, {products})" : products;
    }

    private bool IsMoment(ReadModelSource source, ReadModelPath path) => staging.Design.Find(source.Table)!.Find(path.Column)?.Type.Kind == DataKind.Timestamp;

    private string Value(TableDesign table, string row, string[] links, string column)
    {
        if (links.Length == 0)
        {
            return $"{row}.{new Identifier(column)}";
        }

        var key = table.ForeignKeys.First(known => known.Name == links[0]);
        var parent = staging.Design.Find(key.ReferencedTable)!;
        var above = row + "_up";
        var tie = string.Join(" AND ", key.Columns.Zip(key.ReferencedColumns, (own, referenced) => $"{above}.{new Identifier(referenced)} = {row}.{new Identifier(own)}"));
        return $"(SELECT {Value(parent, above, links[1..], column)} FROM {staging.Sql.NameOf(parent)} AS {above} WHERE {tie})";
    }

    /// <summary>Reports are narrowed by values and flags only.</summary>
    private static string Condition(Expr where) => where switch
    {
        And all => string.Join(" AND ", all.Terms.Select(Condition)),
        Compare { Op: CompareOp.Equal, Left: Ref own, Right: Literal value } => $"it.{new Identifier(own.Attribute)}::text = {SqlLiteral.String(value.Text)}",
        _ => throw new InvalidOperationException("a report is narrowed by something else than a value"),
    };
}
