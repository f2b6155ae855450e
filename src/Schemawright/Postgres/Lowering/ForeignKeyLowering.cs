using Schemawright.Collections;
using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;

namespace Schemawright.Postgres.Lowering;

/// <summary>References to other tables; those that close a circle of required references are checked at commit.</summary>
internal static class ForeignKeyLowering
{
    public static Seq<PgForeignKey> Lower(Target target, TableDesign table) => table.ForeignKeys
        .Where(key => target.Table(key.ReferencedTable) is not null)
        .Select(key => Lower(target, table, key)).ToSeq();

    private static PgForeignKey Lower(Target target, TableDesign table, ForeignKeyDesign key) => new(
        FittedName.Fit(key.Name), Names(key.Columns), Target.NameOf(key.ReferencedTable), Names(key.ReferencedColumns), OnDelete(key.OnDelete),
        key.OnDelete == DeleteRule.SetNull && key.Columns.Count > 1 ? [new Identifier(key.Column)] : [])
    {
        Deferred = target.Cycles.Closes(table, key),
        Comment = Sourced.Comment(key.Description, key.Origin),
    };

    private static string OnDelete(DeleteRule rule) => rule switch
    {
        DeleteRule.Restrict => "RESTRICT",
        DeleteRule.Cascade => "CASCADE",
        DeleteRule.SetNull => "SET NULL",
        _ => throw new InvalidOperationException($"unknown delete rule {rule}"),
    };

    private static Seq<Identifier> Names(Seq<string> names) => names.Select(name => new Identifier(name)).ToSeq();
}
