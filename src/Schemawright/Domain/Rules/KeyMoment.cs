using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// A list of needed fields under a label such as "For orders" or "To publish": the fields must be there when the thing the label
/// names is made or done, else always.
/// </summary>
internal static class KeyMoment
{
    public static RuleDraft Of(RuleLine line, Column column)
    {
        foreach (var key in line.Fact.Keys.Reverse())
        {
            var words = Lexer.Read(key);
            if (words.Count > 1 && words[0].IsAny("for", "before", "to", "when") && Made(line, words, column) is { } rule)
            {
                return rule;
            }
        }

        return new(column.Entity, $"{column.Name} given", RuleTrigger.Always, new Holds(new IsPresent(column.Ref)));
    }

    /// <summary>"For orders", about a customer's field: when an order names the customer.</summary>
    private static RuleDraft? Made(RuleLine line, IReadOnlyList<Token> words, Column column)
    {
        foreach (var made in line.Vocabulary.EntitiesIn(words))
        {
            var owner = line.Vocabulary.Of(column.Entity);
            if (made.Name != column.Entity && made.References.Where(link => link.Parent == owner.Name).OrderByDescending(link => link.Required).FirstOrDefault() is { } reference)
            {
                return new(made.Name, $"{reference.Role} {column.Name} given", new(TriggerKind.OnChange, [reference.Name]), new Holds(new IsPresent(new Ref([reference.Role!, column.Name]))));
            }
        }

        return null;
    }
}
