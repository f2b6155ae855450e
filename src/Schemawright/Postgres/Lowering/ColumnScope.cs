using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>References as columns of the row at hand; where the row has a name, a walk to another table is a subquery.</summary>
internal sealed class ColumnScope(Target target, TableDesign table, SqlText? row = null) : RowScope(target, table)
{
    public ColumnScope(Target target, TableDesign table, Identifier alias)
        : this(target, table, SqlText.Of($"{alias}"))
    {
    }

    public override TypedSql Resolve(Ref reference)
    {
        if (reference.IsOwn)
        {
            var column = ColumnOf(Table, reference.Attribute);
            return new(Own(column.Name), column.Type);
        }

        // Without a name for the row, a column inside the subquery would be taken for the other table's.
        return row is null
            ? throw new UnknownReferenceException(string.Join('.', reference.Path), Table.Name)
            : Walk(reference, 0, Table, column => Own(column));
    }

    public override bool MayReadOthers => row is not null;

    public override SqlText Own(string column) =>
        row is null ? SqlText.Of($"{new Identifier(column)}") : SqlText.Of($"{row}.{new Identifier(column)}");

    private TypedSql Walk(Ref reference, int depth, TableDesign from, Func<string, SqlText> own)
    {
        var link = LinkOf(from, reference.Path[depth]);
        var parent = Referenced(link);
        var step = new Identifier($"step_{depth + 1}");
        SqlText Column(string name) => SqlText.Of($"{step}.{new Identifier(name)}");
        var tie = SqlText.Join(" AND ", link.Columns.Zip(link.ReferencedColumns, (mine, theirs) => SqlText.Of($"{Column(theirs)} = {own(mine)}")));
        var isLast = depth + 2 == reference.Path.Count;
        var value = isLast
            ? new TypedSql(Column(ColumnOf(parent, reference.Attribute).Name), ColumnOf(parent, reference.Attribute).Type)
            : Walk(reference, depth + 1, parent, Column);
        return value with { Sql = SqlText.Of($"(SELECT {value.Sql} FROM {Target.NameOf(parent.Name)} AS {step} WHERE {tie})") };
    }
}
