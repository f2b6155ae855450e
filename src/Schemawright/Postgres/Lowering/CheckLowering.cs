using System.Globalization;
using Schemawright.Design;
using Schemawright.Postgres.Model;
using Schemawright.Postgres.Sql;
using Schemawright.Terms;

namespace Schemawright.Postgres.Lowering;

/// <summary>Conditions over one row: those the documents state, and those a column's type means.</summary>
internal static class CheckLowering
{
    public static IEnumerable<PgCheck> Lower(Target target, TableDesign table)
    {
        var stated = table.Checks
            .Select(check => (check, condition: Expressions.Condition(target, table, check.Condition, check.Origin, check.Name)))
            .Where(pair => pair.condition is not null)
            .Select(pair => new PgCheck(FittedName.Fit(pair.check.Name), pair.condition!, Sourced.Comment(pair.check.Description, pair.check.Origin))).ToList();
        // A condition the documents state stands under its own name; saying it twice would hide which one refused.
        var said = stated.Select(check => check.Condition.Sql.Text).ToHashSet(StringComparer.Ordinal);
        return table.Columns.Where(column => column.Generated is null).SelectMany(column => OfType(table, column))
            .Where(check => !said.Contains(check.Condition.Sql.Text)).Concat(stated).DistinctBy(check => check.Name);
    }

    private static IEnumerable<PgCheck> OfType(TableDesign table, ColumnDesign column)
    {
        var name = new Identifier(column.Name);
        PgCheck Check(string suffix, SqlText condition, string words) =>
            new(FittedName.Of(table.Name, column.Name, suffix), new Condition(condition), Sourced.Comment(words, column.Origin));

        var type = column.Type;
        if (type.Kind == DataKind.Json)
        {
            yield return Check("shape", SqlText.Of($"jsonb_typeof({name}) = {SqlLiteral.String(type.IsArray ? "array" : "object")}"), $"{column.Name} holds a JSON {(type.IsArray ? "array" : "object")}");
        }

        if (type.Kind == DataKind.Enumeration && type.Values.Count > 0)
        {
            var values = SqlText.Join(", ", type.Values.Select(value => SqlText.Of($"{SqlLiteral.String(value)}")));
            yield return Check("values", type.IsArray ? SqlText.Of($"{name} <@ ARRAY[{values}]::text[]") : SqlText.Of($"{name} IN ({values})"), $"{column.Name} is one of the known values");
        }

        if (ColumnTypes.IsText(type.Kind) && type is { Length: > 0, IsArray: false } && type.Length < LengthByDomain(type.Kind))
        {
            yield return Check("length", SqlText.Of($"char_length({name}) <= {type.Length.Value}"), $"{column.Name} has at most {type.Length} characters");
        }

        if (type is { Kind: DataKind.Money or DataKind.Decimal, IsArray: false })
        {
            yield return Check("exact", Exact(name, type), Digits(column));
        }

        if (CurrencyLowering.Digits(table, column) is { } digits)
        {
            yield return digits;
        }
    }

    /// <summary>From this length on the domain's own condition is the stricter one.</summary>
    private static int LengthByDomain(DataKind kind) => kind switch
    {
        DataKind.Email => 254,
        DataKind.Phone => 16,
        DataKind.Url => 2048,
        DataKind.CurrencyCode => 3,
        DataKind.CountryCode => 2,
        _ => int.MaxValue,
    };

    /// <summary>numeric(p,s) rounds what does not fit without a word; a check refuses it. NaN and infinity are larger than any bound.</summary>
    private static SqlText Exact(Identifier name, DataType type)
    {
        var scale = type.Scale ?? (type.Kind == DataKind.Money ? 2 : null);
        if (type.Precision is not { } precision || precision <= (scale ?? 0) || precision > 28)
        {
            var finite = SqlText.Of($"{name} > '-Infinity' AND {name} < 'Infinity'");
            return scale is { } digits ? SqlText.Of($"scale(trim_scale({name})) <= {digits} AND {finite}") : finite;
        }

        var bound = SqlText.Words("1" + new string('0', precision - (scale ?? 0)));
        return scale is { } places ? SqlText.Of($"scale(trim_scale({name})) <= {places} AND abs({name}) < {bound}") : SqlText.Of($"abs({name}) < {bound}");
    }

    private static string Digits(ColumnDesign column) => column.Type.Scale is { } scale
        ? string.Create(CultureInfo.InvariantCulture, $"{column.Name} is a number with at most {scale} digits after the point; more are refused, not rounded")
        : $"{column.Name} is a number, neither NaN nor infinite";
}
