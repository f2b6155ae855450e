using Schemawright.Design;
using Schemawright.Postgres.Sql;
using Schemawright.Proof.Vectors;
using Schemawright.Terms;

namespace Schemawright.Proof.Rules;

/// <summary>Checks that come with a column's type: value lists, lengths, exact numbers, shapes of documents.</summary>
internal sealed class TypeCheckProbe : IRuleProbe
{
    private const string CheckViolation = "23514";

    public IEnumerable<RuleTrial> Trials(TableDesign table, Staging staging)
    {
        var ruled = table.Checks.Select(check => check.Name).ToHashSet(StringComparer.Ordinal);
        var checks = staging.Schema.Find(table.Name)?.Checks.Where(check => !ruled.Contains(check.Name.Text) && !table.Columns.Any(column => table.IsGiven(column.Name) && Mentions(check.Condition, column.Name))) ?? [];
        return checks.SelectMany(check => OfCheck(table, check.Name.Text, check.Condition, staging));
    }

    private static IEnumerable<RuleTrial> OfCheck(TableDesign table, string name, Condition condition, Staging staging)
    {
        var columns = table.Columns.Where(column => column.Generated is null && Mentions(condition, column.Name)).ToArray();
        var origin = columns.Length > 0 ? columns[0].Origin : table.Origin;
        if (Currency(columns) is { } currency)
        {
            yield return RuleTrial.Refuse(table, name, origin, CheckViolation, columns.Where(column => column != currency).SelectMany(amount => WithoutCents(table, amount, currency, staging)), name);
        }
        else
        {
            yield return RuleTrial.Refuse(table, name, origin, CheckViolation, columns.SelectMany(column => Scenes(table, column, staging, BadValues.Of(column.Type))), name);
            foreach (var (column, value) in columns.SelectMany(column => BadValues.Of(column.Type).Skip(1).Select(value => (column, value))))
            {
                yield return RuleTrial.Refuse(table, name, origin, CheckViolation, Scenes(table, column, staging, [value]), name) with { Optional = true };
            }
        }

        foreach (var column in columns.Where(column => column.Type is { Length: > 0, IsArray: false, Values.Count: 0 }))
        {
            yield return RuleTrial.Accept(table, name, origin, Scenes(table, column, staging, [BadValues.Beyond(column.Type.Length!.Value)])) with { Optional = true };
        }

        yield return RuleTrial.Accept(table, name, origin, columns.SelectMany(column => Scenes(table, column, staging, [Given(table, column, staging)])).Take(1)) with { Optional = true };
    }

    private static ColumnDesign? Currency(ColumnDesign[] columns) => columns.Length < 2 ? null : Array.Find(columns, column => column.Type.Kind == DataKind.CurrencyCode);

    /// <summary>Half a yen: two digits would do, were it another currency.</summary>
    private static IEnumerable<Scene> WithoutCents(TableDesign table, ColumnDesign amount, ColumnDesign currency, Staging staging)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        Goal inWhole = new(new Compare(CompareOp.Equal, Ref.To(currency.Name), Literal.String(Currencies.Unusual[0].Codes[0])), row, Wanted.True);
        return staging.Insert(world, row, RowRules.Created(row).Append(inWhole)).Take(4).SelectMany(scene => new[] { "1.5", "0.5", "10.5" }.Select(value => scene with
        {
            Tried = staging.Sql.Insert(row, replaced: amount.Name, replacement: SqlLiteral.String(value).Text),
            What = $"insert with {amount.Name} = {value} in a currency without hundredths",
        }));
    }

    /// <summary>The column's name stands in the condition as a word of its own.</summary>
    private static bool Mentions(Condition condition, string column) =>
        Scripts.SqlLexer.Normalize(condition.Sql.Text).Split(' ').Contains(new Identifier(column).ToString(), StringComparer.Ordinal);

    private static IEnumerable<Scene> Scenes(TableDesign table, ColumnDesign column, Staging staging, IEnumerable<string> values)
    {
        var world = staging.World();
        var row = world.Fresh(table);
        return staging.Insert(world, row, RowRules.Created(row)).Take(1).SelectMany(scene => values.Select(value => scene with
        {
            Tried = staging.Sql.Insert(row, replaced: column.Name, replacement: SqlLiteral.String(value).Text),
            What = $"insert with {column.Name} = {Words(value)}",
        }));
    }

    private static string Words(string value) => value.Any(character => character > 127) ? FormattableString.Invariant($"{value.EnumerateRunes().Count()} characters beyond ASCII")
        : value.Length > 60 ? "a very long text" : value.Trim().Length < value.Length ? $"'{value}'" : value;

    private static string Given(TableDesign table, ColumnDesign column, Staging staging)
    {
        var row = staging.World().Fresh(table);
        return ValueText.Of(row[column.Name] is NullValue or KeyValue ? TypicalValues.Given(row, column, staging.Clock with { Now = staging.Clock.Now.Date }) : row[column.Name]) ?? "";
    }
}
