using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>A value's SQL with its type.</summary>
internal sealed record TypedSql(SqlText Sql, DataType Type);

/// <summary>How the references of an expression become SQL: as columns, through an alias, or as NEW and OLD of a trigger.</summary>
internal abstract class RowScope(Target target, TableDesign table)
{
    protected Target Target { get; } = target;

    public TableDesign Table { get; } = table;

    /// <summary>The attribute of the row, or of a row it refers to.</summary>
    public abstract TypedSql Resolve(Ref reference);

    /// <summary>The row's own column, for tying other tables' rows to it.</summary>
    public abstract SqlText Own(string column);

    /// <summary>The time zone in which the row's days begin; a constraint sees no other row's.</summary>
    public virtual SqlText Zone => Table.Zone is { } zone && (zone.IsOwn || MayReadOthers) ? OrProducts(zone, Resolve(zone).Sql) : SqlText.Of($"{Target.Zone}");

    protected SqlText OrProducts(Ref zone, SqlText named) =>
        zone.IsOwn && !ColumnOf(Table, zone.Attribute).Nullable ? named : SqlText.Of($"coalesce({named}, {Target.Zone})");

    /// <summary>False in constraints and indexes, which see one row only.</summary>
    public virtual bool MayReadOthers => true;

    /// <summary>A figure over the rows that refer to this one.</summary>
    public SqlText Aggregate(Aggregate node)
    {
        if (!MayReadOthers)
        {
            throw new UnknownReferenceException($"figure over {node.Entity} in one row", Table.Name);
        }

        var child = Target.OfEntity(node.Entity) ?? Target.Table(node.Entity) ?? throw new UnknownReferenceException(node.Entity, Table.Name);
        var link = child.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == Table.Name && (key.Role == node.Role || key.Column == node.Role))
            ?? child.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == Table.Name)
            ?? throw new UnknownReferenceException(node.Role, child.Name);
        var alias = new Identifier("counted");
        var inner = new ColumnScope(Target, child, alias);
        var conditions = link.Columns.Zip(link.ReferencedColumns, (own, referenced) => SqlText.Of($"{alias}.{new Identifier(own)} = {Own(referenced)}")).ToList();
        if (node.Where is not null)
        {
            conditions.Add(new ExprSql(inner).Grouped(node.Where));
        }

        if (child.SoftDelete && child.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) is { } deleted)
        {
            conditions.Add(SqlText.Of($"{alias}.{new Identifier(deleted.Name)} IS NULL"));
        }

        return SqlText.Of($"(SELECT {Figure(node, inner)} FROM {Target.NameOf(child.Name)} AS {alias} WHERE {SqlText.Join(" AND ", conditions)})");
    }

    private static SqlText Figure(Aggregate node, ColumnScope inner)
    {
        if (node.Attribute is null)
        {
            return SqlText.Of($"count(*)");
        }

        var value = inner.Resolve(Ref.To(node.Attribute)).Sql;
        return node.Kind switch
        {
            AggregateKind.Count => SqlText.Of($"count({value})"),
            AggregateKind.Sum => SqlText.Of($"coalesce(sum({value}), 0)"),
            AggregateKind.Min => SqlText.Of($"min({value})"),
            AggregateKind.Max => SqlText.Of($"max({value})"),
            _ => throw new InvalidOperationException($"unknown figure {node.Kind}"),
        };
    }

    /// <summary>The reference a path's first word names.</summary>
    protected static ForeignKeyDesign LinkOf(TableDesign from, string role) =>
        from.ForeignKeys.FirstOrDefault(key => key.Role == role)
        ?? from.ForeignKeys.FirstOrDefault(key => key.Column == role || key.Column == role + "_id")
        ?? throw new UnknownReferenceException(role, from.Name);

    /// <summary>The column an attribute's name means: the column itself, or the key of the reference with that role.</summary>
    protected static ColumnDesign ColumnOf(TableDesign table, string attribute) =>
        table.Find(attribute)
        ?? (table.ForeignKeys.FirstOrDefault(key => key.Role == attribute) is { } link ? table.Find(link.Column) : null)
        ?? table.Find(attribute + "_id")
        ?? throw new UnknownReferenceException(attribute, table.Name);

    protected TableDesign Referenced(ForeignKeyDesign link) =>
        Target.Table(link.ReferencedTable) ?? throw new UnknownReferenceException(link.ReferencedTable, Table.Name);
}

/// <summary>An expression speaks of something its table does not have.</summary>
internal sealed class UnknownReferenceException(string what, string table) : Exception($"{table} has no {what}")
{
    public string What { get; } = what;

    public string Table { get; } = table;
}
