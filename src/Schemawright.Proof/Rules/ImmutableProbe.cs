using Schemawright.Design;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Values that may not change any more: each is refused another value, and takes one while the condition does not hold.</summary>
internal sealed class ImmutableProbe : IRuleProbe
{
    private const string CheckViolation = "23514";
    private const int MostColumns = 12;

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging) => table.Immutables.SelectMany(rule => OfRule(table, rule, staging));

    private static IEnumerable<RuleTrial> OfRule(TableDesign table, ImmutableDesign rule, Staging staging)
    {
        var isFirst = true;
        foreach (var column in Columns(table, rule).Take(MostColumns))
        {
            yield return RuleTrial.Refuse(table, rule.Name, rule.Origin, CheckViolation, Changes(table, rule, staging, column, holds: true)) with { Optional = !isFirst };
            if (rule.When is not null)
            {
                yield return RuleTrial.Accept(table, rule.Name, rule.Origin, Changes(table, rule, staging, column, holds: false)) with { Optional = !isFirst };
            }

            isFirst = false;
        }
    }

    /// <summary>For a whole row: those that people write.</summary>
    private static IEnumerable<string> Columns(TableDesign table, ImmutableDesign rule) => rule.Columns.Count > 0
        ? rule.Columns
        : table.Columns.Where(column => column.Generated is null && !table.IsKey(column.Name)
            && column.Role is ColumnRole.Attribute or ColumnRole.ForeignKey or ColumnRole.State).Select(column => column.Name);

    private static IEnumerable<Scene> Changes(TableDesign table, ImmutableDesign rule, Staging staging, string column, bool holds)
    {
        var world = staging.World();
        var row = Staging.Changing(world.Fresh(table), [column]);
        return staging.Update(world, row,
        [
            new(RowRules.BeforeChange(rule.When), row, holds ? Wanted.True : Wanted.NotTrue),
            new(RowRules.Differs(column), row, Wanted.True), .. RowRules.Changed(row, rule.Name),
        ]);
    }
}
