using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Which column of a row says what currency an amount of the row is in.</summary>
public static class CurrencyColumns
{
    /// <summary>The only one of the table, or the one that begins with the amount's name; null where the row does not say.</summary>
    public static ColumnDesign? Of(TableDesign table, ColumnDesign amount)
    {
        var currencies = table.Columns.Where(column => column.Type is { Kind: DataKind.CurrencyCode, IsArray: false }).ToList();
        return currencies.Count == 1 ? currencies[0] : currencies.Find(column => column.Name.StartsWith(amount.Name + "_", StringComparison.Ordinal));
    }

    /// <summary>Amounts of which more digits are stated than coins have, such as prices of a kilowatt hour, follow the statement.</summary>
    public static ColumnDesign? ThatBoundsDigitsOf(TableDesign table, ColumnDesign amount) =>
        amount is { Generated: null, Type: { Kind: DataKind.Money, IsArray: false, Scale: null or <= 2 } } ? Of(table, amount) : null;

    /// <summary>The codes the documents use beside those of the list that columns of the kind follow, such as ISO 4217.</summary>
    public static IEnumerable<string> OwnCodes(DataDesign design, DataKind kind, IReadOnlyList<string> listed) => design.Tables.SelectMany(table =>
    {
        var columns = table.Columns.Where(column => column.Type.Kind == kind).ToList();
        var named = table.Checks.SelectMany(check => check.Condition.Nodes()).SelectMany(node => node switch
        {
            OneOf { Term: Ref { IsOwn: true } term } list when columns.Exists(column => column.Name == term.Attribute) => list.Values.AsEnumerable(),
            Compare { Left: Ref { IsOwn: true } term, Right: Literal value } when columns.Exists(column => column.Name == term.Attribute) => [value],
            _ => [],
        });
        return columns.Select(column => column.Default).OfType<Literal>().Concat(named).Where(value => value.Kind == LiteralKind.Text).Select(value => value.Text);
    }).Distinct(StringComparer.Ordinal).Except(listed, StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
