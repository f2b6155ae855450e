using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Recognises conditions that a column's type and its NOT NULL keep anyway, so that no second constraint says the same.</summary>
internal static class HeldAlready
{
    /// <summary>What keeps the condition, such as <c>NOT NULL customer_id</c>; null when nothing does.</summary>
    public static string? By(TableDesign table, Expr condition) => condition switch
    {
        IsPresent { Term: Ref { IsOwn: true, Old: false } own } => Given(table.Find(own.Attribute)),
        Compare { Op: CompareOp.Equal, Left: Ref { IsOwn: true } plain, Right: Trimmed { Term: Ref { IsOwn: true } trimmed } } when plain == trimmed => Formed(table.Find(plain.Attribute)),
        Compare { Op: CompareOp.Equal, Left: Trimmed { Term: Ref { IsOwn: true } trimmed }, Right: Ref { IsOwn: true } plain } when plain == trimmed => Formed(table.Find(plain.Attribute)),
        Implies implies => By(table, implies.Then),
        Or any => any.Terms.Select(term => By(table, term)).FirstOrDefault(held => held is not null),
        And { Terms.Count: > 0 } all => all.Terms.Select(term => By(table, term)).ToList() is var held && held.TrueForAll(one => one is not null) ? string.Join(" and ", held.Distinct(StringComparer.Ordinal)) : null,
        _ => null,
    };

    /// <summary>Not null, and of a type without a blank value: an empty text would still be a value.</summary>
    private static string? Given(ColumnDesign? column) => column switch
    {
        { Nullable: false, Type: { IsArray: false, Kind: not (DataKind.ShortText or DataKind.LongText or DataKind.Unknown) } } => $"NOT NULL {column.Name}",
        _ => null,
    };

    /// <summary>Types whose form has no room for white space.</summary>
    private static string? Formed(ColumnDesign? column) => column?.Type switch
    {
        { IsArray: false, Kind: DataKind.Email or DataKind.Phone or DataKind.Url or DataKind.CurrencyCode or DataKind.CountryCode or DataKind.LanguageCode or DataKind.TimeZone } =>
            $"DOMAIN {LayOutTables.Snake(column.Type.Kind.ToString())} of {column.Name}",
        _ => null,
    };
}
