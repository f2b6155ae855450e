using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Terms;

namespace Schemawright.Design.Passes;

/// <summary>Settles each column's type and the checks that follow from the type alone.</summary>
internal sealed class ChooseTypes : IDesignPass
{
    public int ChecklistItem => 7;

    public DataDesign Apply(DataDesign design, Findings findings)
    {
        var names = ObjectNames.FreeIn(design);
        var typed = design.EachTable(table => Typed(table, names));
        return typed.Decide(TypeDecisions.Of(typed));
    }

    private static TableDesign Typed(TableDesign table, ObjectNames names)
    {
        var columns = table.Columns.Select(column => column with { Type = Settled(column.Type) }).ToSeq();
        return table with { Columns = columns, Checks = [.. table.Checks, .. columns.SelectMany(column => ChecksOf(table, column, names))] };
    }

    private static DataType Settled(DataType type) => type.Kind switch
    {
        DataKind.Money => type with { Precision = type.Precision ?? 15, Scale = type.Scale ?? 2 },
        DataKind.Unknown => type with { Kind = DataKind.ShortText },
        _ => type,
    };

    private static IEnumerable<CheckDesign> ChecksOf(TableDesign table, ColumnDesign column, ObjectNames names)
    {
        if (column.Type is { Kind: DataKind.Enumeration, Values.Count: > 0, IsArray: false })
        {
            yield return new(names.Claim(table.Name, [column.Name], "check"), new OneOf(Ref.To(column.Name), column.Type.Values.Select(Literal.String).ToSeq()),
                null, $"{column.Name} is one of {column.Type.Values.Count} values.", column.Origin);
        }
    }
}
