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
        return computed with { Checks = [.. computed.Checks, .. computed.Columns.Select(column => Locked(computed, column, names) ?? NotNegative(computed, column, names)).OfType<CheckDesign>()] };
    }

    /// <summary>How long something takes or lasts is never less than nothing; how far it is moved may be.</summary>
    private static CheckDesign? NotNegative(TableDesign table, ColumnDesign column, ObjectNames names)
    {
        if (column is not { Role: ColumnRole.Attribute, Type: { IsArray: false, Kind: DataKind.Duration } } || column.Name.Split('_').Any(Directed.Contains))
        {
            return null;
        }

        var least = new Compare(CompareOp.GreaterOrEqual, Ref.To(column.Name), new Interval(new Period(0, PeriodUnit.Day)));
        return new(names.Claim(table.Name, [column.Name, "length"], "check"), least, null, "A length of time is not negative.", column.Origin with { Decision = "D07-duration" });
    }

    private static readonly HashSet<string> Directed = new(StringComparer.Ordinal) { "offset", "shift", "difference", "delta", "adjustment", "correction", "deviation", "lag", "lead", "drift", "change", "balance", "variance" };

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
