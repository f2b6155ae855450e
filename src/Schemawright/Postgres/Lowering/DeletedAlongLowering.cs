using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>Children are marked at the moment their parent is, and only those come back with it.</summary>
internal static class DeletedAlongLowering
{
    public static TriggerSet Lower(Target target, TableDesign table, DeletedAlongDesign along)
    {
        var child = target.Table(along.ChildTable)!;
        var link = child.ForeignKeys.First(key => key.ReferencedTable == table.Name && key.Column == along.ChildColumn);
        var (marked, its) = (new Identifier(SoftDeletion.Column), new Identifier("child"));
        var same = SqlText.Join(" AND ", link.Columns.Zip(link.ReferencedColumns, (own, referenced) => SqlText.Of($"{its}.{new Identifier(own)} = NEW.{new Identifier(referenced)}")));
        var tenant = TenantSwitch.After(target, table, SqlText.Of($"NEW"));
        var body = SqlText.Of(
            $"""
            PERFORM {BaseFunctions.SeeOthers}();
            {tenant.Enter}
            UPDATE {Target.NameOf(child.Name)} AS {its} SET {marked} = NEW.{marked}
            WHERE {same} AND {its}.{marked} IS NOT DISTINCT FROM OLD.{marked};
            {tenant.Leave}
            RETURN NULL;
            """);
        var function = RuleFunctions.Make(RuleFunctions.NameOf(table, along.Name), tenant.Declare, body, along.Description, along.Origin);
        var changed = new Condition(SqlText.Of($"OLD.{marked} IS DISTINCT FROM NEW.{marked}"));
        return new([function], [RuleFunctions.Trigger(FittedName.Fit(along.Name), table, "AFTER", SqlText.Of($"UPDATE OF {marked}"), "ROW", null, changed, function.Name, [], along.Description, along.Origin)]);
    }
}
