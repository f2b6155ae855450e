using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>
/// A list of needed fields under a label such as "For orders" or "To publish": the fields must be there when the thing the label
/// names is made or done, else always.
/// </summary>
internal static class KeyMoment
{
    /// <summary>The rule, or null when a label names a moment that the model does not know.</summary>
    public static RuleDraft? Of(RuleLine line, Column column)
    {
        foreach (var key in line.Fact.Keys.Reverse())
        {
            var words = Lexer.Read(key);
            if (words.Count > 1 && words[0].IsAny("for", "before", "to", "when"))
            {
                return Made(line, words, column) ?? Reached(line, words, column);
            }
        }

        return new(column.Entity, $"{column.Name} given", RuleTrigger.Always, new Holds(new IsPresent(column.Ref)));
    }

    /// <summary>"For payments", about a supplier's field: when an invoice that names the supplier is paid.</summary>
    private static RuleDraft? Reached(RuleLine line, IReadOnlyList<Token> words, Column column)
    {
        var owner = line.Vocabulary.Of(column.Entity);
        foreach (var link in line.Vocabulary.Children(owner.Name).Prepend(null))
        {
            var terms = link is null ? owner : line.Vocabulary.Of(link.Child);
            var states = words.Skip(1).SelectMany(word => Moments.StatesOf(terms, word.Lower)).Distinct(StringComparer.Ordinal).ToArray();
            if (states.Length > 0 && (link is null || terms.References.Where(other => other.Parent == owner.Name).OrderByDescending(other => other.Required).First().Role == link.Role))
            {
                Expr given = new IsPresent(link is null ? column.Ref : new Ref([link.Role, column.Name]));
                return Moments.InState(terms, states, given, $"{link?.Role} {column.Name} given when {states[0]}");
            }
        }

        return null;
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
