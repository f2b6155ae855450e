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
        var typed = design.EachTable(table => Typed(design, table, names));
        return typed.Decide(TypeDecisions.Of(typed));
    }

    private static TableDesign Typed(DataDesign design, TableDesign table, ObjectNames names)
    {
        var typed = table with { Columns = table.Columns.Select(column => column with { Type = Settled(column.Type) }).ToSeq() };
        var computed = GeneratedColumns.AddTo(design, typed);
        return computed with { Checks = [.. computed.Checks, .. computed.Columns.Select(column => Locked(computed, column, names)).OfType<CheckDesign>()] };
    }

    /// <summary>A ciphertext without its key's id could never be read again.</summary>
    private static CheckDesign? Locked(TableDesign table, ColumnDesign column, ObjectNames names)
    {
        var attribute = column.Role == ColumnRole.Ciphertext && column.Nullable ? column.Name[..^"_ciphertext".Length] : null;
        if (attribute is null || table.Find(RuleColumns.KeyIdOf(attribute)) is not { } key)
        {
            return null;
        }

        var needs = new Implies(new IsPresent(Ref.To(column.Name)), new IsPresent(Ref.To(key.Name)));
        return new(names.Claim(table.Name, [attribute, "key"], "check"), needs, null, $"An encrypted {attribute} names the key it is encrypted with.", column.Origin);
    }

    private static DataType Settled(DataType type) => type.Kind switch
    {
        DataKind.Money => type with { Precision = type.Precision ?? 15, Scale = type.Scale ?? 2 },
        DataKind.Unknown => type with { Kind = DataKind.ShortText },
        _ => type,
    };
}
