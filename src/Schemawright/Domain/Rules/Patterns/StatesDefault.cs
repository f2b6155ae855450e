using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Default: USD" below a label that names an attribute: the default that attribute has, or now gets.</summary>
internal sealed class StatesDefault : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (!line.LabelIs("default") || line.Tokens.Count is 0 or > 2)
        {
            return null;
        }

        var value = line.Tokens[0].Text.TrimEnd('.');
        var names = line.Fact.Keys.SelectMany(Naming.Words).Select(Nouns.Singular).ToHashSet(StringComparer.Ordinal);
        var columns = line.Vocabulary.All.Where(terms => line.Subject is null || terms == line.Subject).SelectMany(terms => terms.Columns)
            .Where(column => column.IsText && names.Contains(column.Name) && Accepts(column, value)).ToArray();
        return columns.Length == 0 ? null : Reading.Modelled($"{value} is the default of {string.Join(" and ", columns.Select(column => $"{column.Entity}.{column.Name}"))}") with
        {
            Defaults = columns.Select(column => (column.Entity, column.Name, Literal.String(Clauses.Values.Enumerated(value, column) ?? value))).ToSeq(),
        };
    }

    private static bool Accepts(Column column, string value) => column.Type.Kind switch
    {
        DataKind.CurrencyCode => value.Length == 3 && value.All(char.IsAsciiLetterUpper),
        DataKind.Enumeration => Clauses.Values.Enumerated(value, column) is not null,
        _ => column.Words[^1] is "currency" && value.Length == 3,
    };
}
