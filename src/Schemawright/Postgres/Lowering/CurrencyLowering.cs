using Schemawright.Design;
using Schemawright.Diagnostics;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Currencies by the list of ISO 4217, and amounts with no more digits than their currency has.</summary>
internal static class CurrencyLowering
{
    private const int CodesOnALine = 24;

    public static readonly QualifiedName MinorUnits = QualifiedName.Of("app", "minor_units");

    public static PgDomain Domain(DataDesign design)
    {
        var codes = CurrencyColumns.OwnCodes(design, DataKind.CurrencyCode, Currencies.All).Concat(Currencies.All).Order(StringComparer.Ordinal).Chunk(CodesOnALine)
            .Select(line => SqlText.Join(", ", line.Select(code => SqlText.Of($"{SqlLiteral.String(code)}"))));
        return new(QualifiedName.Of("app", "currency_code"), "text",
            [new PgCheck(new Identifier("currency_code_check"), new Condition(SqlText.Of($"VALUE IN (\n        {SqlText.Join(",\n", codes)})")))],
            "A currency by its three letters (ISO 4217).");
    }

    /// <summary>Yen have no hundredths and dinars have thousandths: two digits for all would be wrong both ways.</summary>
    public static IEnumerable<PgFunction> Functions(DataDesign design)
    {
        if (!design.Tables.Any(table => table.Columns.Any(column => CurrencyColumns.ThatBoundsDigitsOf(table, column) is not null)))
        {
            yield break;
        }

        var origin = Origin.Decided("D07-money");
        var cases = SqlText.Join("\n", Currencies.Unusual.Select(unusual => SqlText.Of($"WHEN p_currency IN ({Codes(unusual.Codes)}) THEN {unusual.Digits}")));
        yield return new(MinorUnits, "p_currency text", "integer", "sql", "IMMUTABLE PARALLEL SAFE",
            SqlText.Of(
                $"""
                RETURN CASE
                    {cases}
                    ELSE 2
                END
                """),
            false, false, Sourced.Comment("How many digits after the point an amount of the currency has", origin), origin);
    }

    public static PgCheck? Digits(TableDesign table, ColumnDesign amount)
    {
        if (CurrencyColumns.ThatBoundsDigitsOf(table, amount) is not { } currency)
        {
            return null;
        }

        var name = new Identifier(amount.Name);
        return new(FittedName.Of(table.Name, amount.Name, "minor_units"), new Condition(SqlText.Of($"scale(trim_scale({name})) <= {MinorUnits}({new Identifier(currency.Name)})")),
            Sourced.Comment($"{amount.Name} has no more digits after the point than its {currency.Name} has", amount.Origin));
    }

    private static SqlText Codes(IEnumerable<string> codes) => SqlText.Join(", ", codes.Order(StringComparer.Ordinal).Select(code => SqlText.Of($"{SqlLiteral.String(code)}")));
}
