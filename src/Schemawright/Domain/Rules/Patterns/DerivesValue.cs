using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"paid = 0 → unpaid", "0 &lt; paid &lt; total → partial": the value an attribute has while a condition holds.</summary>
internal sealed class DerivesValue : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var arrow = words.Select((_, index) => index).FirstOrDefault(index => words[index].IsOperator("->") || words[index].IsOperator("=>"), -1);
        if (arrow < 3 || arrow >= words.Count - 1 || words.Count - arrow > 5 || !words.Take(arrow).Any(word => word.Kind == TokenKind.Operator)
            || Conditions.Read(line.Speech, words, 0, arrow) is not { } when)
        {
            return null;
        }

        var terms = line.Vocabulary.Of(when.Entity);
        var value = words[^1].Kind == TokenKind.Mark ? words[^2] : words[^1];
        var columns = terms.Columns.Where(column => !column.IsForeignKey && Values.Enumerated(value.Text, column) is not null && !when.Condition.Refs().Any(reference => reference.Attribute == column.Name)).ToArray();
        var named = words.Count - arrow > 2 ? new Speech(line.Vocabulary, terms).At(words, arrow + 1)?.Column : null;
        var derived = named is not null && columns.Contains(named) ? named : columns.Length == 1 ? columns[0] : null;
        return derived is null ? null
            : Reading.Of(line.Must(terms.Name, $"{derived.Name} {value.Lower} when {when.Name}", new Implies(when.Condition, Logic.In(derived, [Values.Enumerated(value.Text, derived)!]))));
    }
}
