using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// A group "Categories:" whose sub-labels are the values of the attribute <c>category</c>; each line below a value is read for
/// what that value asks: "Other / Requires: description", "Tools / Limit: $40 without approval".
/// </summary>
internal sealed class ListsCategories : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (line.Fact.Keys.Count < 2 || Column(line) is not { } column)
        {
            return null;
        }

        var values = Values(line, column);
        if (values.Count < 3)
        {
            return null;
        }

        var value = Value(column, line.Fact.Keys[1]);
        var demand = CategoryDemand.Read(line, column, value);
        var listed = line.Must(column.Entity, $"{column.Name} is one of the listed", new OneOf(column.Ref, values));
        return line.Label.Count == 1 && line.Label[0].IsAny("includes", "include", "examples", "contains") ? Reading.Of(listed)
            : demand is null ? null : demand with { Rules = [.. demand.Rules] };
    }

    private static Column? Column(RuleLine line)
    {
        var words = Naming.Words(line.Fact.Keys[0]).ToArray();
        return words.Length == 0 || line.Subject is null ? null
            : line.Subject.Exact(EntityTerms.Key(words, 0, words.Length)) is { IsText: true, IsForeignKey: false } column ? column : null;
    }

    private static Seq<Literal> Values(RuleLine line, Column column) =>
        line.Block.Where(other => other.Keys.Count >= 2 && other.Keys[0] == line.Fact.Keys[0])
            .Select(other => Value(column, other.Keys[1])).Distinct(StringComparer.Ordinal).Select(Literal.String).ToSeq();

    /// <summary>As the attribute spells it, else in the model's spelling of values: snake_case.</summary>
    private static string Value(Column column, string words) => Clauses.Values.Enumerated(words, column) ?? Naming.Snake(words);
}
