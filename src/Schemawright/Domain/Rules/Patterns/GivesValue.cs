using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"<c>paid = 0 → unpaid</c>", "0 &lt; paid &lt; total → partial": which value an attribute has under a condition on the same row.</summary>
internal sealed class GivesValue : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole.Where(token => token.Kind != TokenKind.Mark || token.IsAny("(", ")")).ToArray();
        // The condition may stand as the label of its value.
        var told = line.Label.Count > 2 && line.Label.Any(token => token.Kind == TokenKind.Operator) && words.Length == line.Label.Count + 1;
        var arrow = told ? words.Length - 1 : Array.FindIndex(words, token => token.IsOperator("->") || token.IsOperator("=>"));
        if (arrow < 3 || (!told && arrow != words.Length - 2) || words[^1].Kind is not (TokenKind.Word or TokenKind.Quoted) || Conditions.Read(line.Speech, words, 0, arrow) is not { } when)
        {
            return null;
        }

        var listed = line.Vocabulary.Of(when.Entity).Columns.Select(column => (Column: column, Value: Values.Enumerated(words[^1].Text, column))).Where(pair => pair.Value is not null).ToArray();
        var named = listed.Where(pair => line.Fact.Keys.Any(key => Facts.Language.Naming.Snake(key).Contains(pair.Column.Name, StringComparison.Ordinal))).ToArray();
        return (named.Length == 1 ? named : listed) is [var (given, value)]
            ? Reading.Of(line.Must(when.Entity, $"{given.Name} {value} when {when.Name}", new Implies(when.Condition, Logic.In(given, [value!])))) : null;
    }
}
