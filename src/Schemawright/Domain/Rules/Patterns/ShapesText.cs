using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Trim whitespace before validation", "codes are stored in upper case".</summary>
internal sealed class ShapesText : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var text = line.Lower;
        var trims = Phrase.Has(line.Tokens, "trim", "trimmed", "trims") || (text.Contains("no leading", StringComparison.Ordinal) && text.Contains("space", StringComparison.Ordinal));
        var lowers = text.Contains("lowercase", StringComparison.Ordinal) || text.Contains("lower case", StringComparison.Ordinal) || text.Contains("lower-case", StringComparison.Ordinal);
        if ((!trims && !lowers) || RequiresUniqueness.SaysIgnoreCase(text) || Phrase.Has(line.Tokens, "characters", "password", "letter"))
        {
            return null;
        }

        var named = line.Speech.Within(line.Whole, 0, line.Whole.Count);
        IReadOnlyList<Column> columns = named is { Column.IsText: true } ? [named.AtHome.Column] : TitleColumns.Of(line);
        var rules = columns.Where(column => column is { IsText: true, Encrypted: false })
            .Select(column => trims
                ? line.Must(column.Entity, $"{column.Name} trimmed", new Compare(CompareOp.Equal, column.Ref, new Trimmed(column.Ref)))
                : line.Must(column.Entity, $"{column.Name} in lower case", new Compare(CompareOp.Equal, column.Ref, new Lower(column.Ref)))).ToArray();
        return rules.Length == 0 ? null : Reading.Of(rules);
    }
}
