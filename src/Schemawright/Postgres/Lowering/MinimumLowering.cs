using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>At least so many children: checked at commit, from the parent's side and from the child's.</summary>
internal static class MinimumLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, MinimumDesign minimum)
    {
        var child = target.Table(minimum.ChildTable);
        var link = child?.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == table.Name && key.Column == minimum.ChildColumn)
            ?? child?.ForeignKeys.FirstOrDefault(key => key.ReferencedTable == table.Name);
        if (child is null || link is null)
        {
            return new([], []);
        }

        var (parentFunction, childFunction) = (Function(target, table, child, link, minimum, fromChild: false), Function(target, table, child, link, minimum, fromChild: true));
        var state = minimum.StateColumn is { } column && minimum.States.Count > 0 ? SqlText.Of($"INSERT OR UPDATE OF {new Identifier(column)}") : SqlText.Of($"INSERT");
        var moves = SqlText.Join(", ", new[] { minimum.ChildColumn, Deleted(child)?.Name }.OfType<string>().Select(name => SqlText.Of($"{new Identifier(name)}")));
        return new([parentFunction, childFunction],
        [
            Deferred(FittedName.Fit(minimum.Name), table, state, parentFunction, minimum),
            Deferred(FittedName.Of(minimum.Name, "child"), child, SqlText.Of($"DELETE OR UPDATE OF {moves}"), childFunction, minimum),
        ]);
    }

    private static PgTrigger Deferred(Identifier name, TableDesign table, SqlText events, PgFunction function, MinimumDesign minimum) =>
        RuleFunctions.Trigger(name, table, "AFTER", events, "ROW", null, null, function.Name, [], minimum.Description, minimum.Origin) with { Deferred = true };

    private static ColumnDesign? Deleted(TableDesign table) => table.SoftDelete ? table.Columns.FirstOrDefault(column => column.Role == ColumnRole.DeletedAt) : null;

    private static PgFunction Function(Target target, TableDesign table, TableDesign child, ForeignKeyDesign link, MinimumDesign minimum, bool fromChild)
    {
        var name = FittedName.Fit(minimum.Name);
        var row = SqlText.Words(fromChild ? "OLD" : "NEW");
        var keys = link.Columns.Zip(link.ReferencedColumns, (own, referenced) => (Child: new Identifier(own), Parent: new Identifier(referenced))).ToList();
        var given = keys.Select(key => fromChild ? SqlText.Of($"{row}.{key.Child}") : SqlText.Of($"{row}.{key.Parent}")).ToList();
        var thisParent = SqlText.Join(" AND ", keys.Zip(given, (key, value) => SqlText.Of($"parent.{key.Parent} = {value}")));
        var itsChildren = SqlText.Join(" AND ", keys.Select(key => SqlText.Of($"child.{key.Child} = parent.{key.Parent}")));
        var live = Deleted(child) is { } deleted ? SqlText.Of($" AND child.{new Identifier(deleted.Name)} IS NULL") : SqlText.Empty;
        var states = minimum.StateColumn is { } column && minimum.States.Count > 0
            ? SqlText.Of($" AND parent.{new Identifier(column)} IN ({SqlText.Join(", ", minimum.States.Select(state => SqlText.Of($"{SqlLiteral.String(state)}")))})")
            : SqlText.Empty;
        var liveParent = Deleted(table) is { } gone ? SqlText.Of($" AND parent.{new Identifier(gone.Name)} IS NULL") : SqlText.Empty;
        var tenant = TenantSwitch.After(target, fromChild ? child : table, row);
        // One writer at a time for each parent: two sessions taking one of the last two children would both count one left.
        var body = SqlText.Of(
            $"""
            {tenant.Enter}
            PERFORM {BaseFunctions.SeeOthers}();
            PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', {SqlLiteral.String(name.Text)}, {SqlText.Join(", ", given)}), 0));
            broken := EXISTS (
                SELECT FROM {Target.NameOf(table.Name)} AS parent
                WHERE {thisParent}{states}{liveParent}
                  AND (SELECT count(*) FROM {Target.NameOf(child.Name)} AS child WHERE {itsChildren}{live}) < {minimum.Count}
            );
            {tenant.Leave}
            IF broken THEN
                {RuleFunctions.Raise(table, name, minimum.Description)}
            END IF;
            RETURN NULL;
            """);
        return RuleFunctions.Make(RuleFunctions.NameOf(table, fromChild ? minimum.Name + "_child" : minimum.Name), RuleFunctions.Lines([tenant.Declare, SqlText.Of($"broken boolean;")]), body, minimum.Description, minimum.Origin);
    }
}
