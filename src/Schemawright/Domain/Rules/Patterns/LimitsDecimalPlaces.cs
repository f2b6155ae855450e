using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Precision: 2 decimal places", "prices have at most two decimals".</summary>
internal sealed class LimitsDecimalPlaces : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        var places = Phrase.IndexOf(words, 0, "decimal", "decimals", "fraction");
        if (places < 1 || Figures.At(words, places - 1) is not { } digits || digits > 12 || digits != decimal.Truncate(digits)
            || !(words[places].Is("decimals") || places + 1 < words.Count && words[places + 1].IsAny("places", "place", "digits", "digit")))
        {
            return null;
        }

        var named = line.Speech.Within(words, 0, places - 1) is { Column.IsNumber: true } operand ? operand : null;
        IReadOnlyList<Column> columns = named is not null ? [named.AtHome.Column] : [.. TitleColumns.Of(line).Where(column => column.IsNumber)];
        return columns.Count == 0 ? null : Reading.Of(columns.Select(column =>
            line.Must(column.Entity, $"{column.Name} at most {digits} decimals", new Compare(CompareOp.LessOrEqual, new DecimalPlaces(column.Ref), Literal.Number(digits)))));
    }
}
