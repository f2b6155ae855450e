using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Update order status to 'sent'", "set status to 'open'", "transition claim to 'expired'": what the state machine has.</summary>
internal sealed class ChangesState : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        if (words.Count < 3 || !words[0].IsAny("set", "update", "updates", "transition", "transitions", "move", "moves", "change", "changes", "mark", "auto-transition") || Phrase.IndexOf(words, 1, "to", "as", "=") < 1)
        {
            return null;
        }

        var dotted = line.Speech.Within(words, 1, words.Count);
        var terms = line.Vocabulary.EntitiesIn(words).FirstOrDefault(named => named.Machine is not null)
            ?? (dotted is not null && line.Vocabulary.Of(dotted.Column.Entity).State == dotted.Column ? line.Vocabulary.Of(dotted.Column.Entity) : line.Vocabulary.WithStates(line.Subject));
        if (terms?.Machine is not { } machine || terms.State is not { } state)
        {
            return null;
        }

        if (words.Skip(1).Select(word => Values.Enumerated(word.Text.TrimEnd('.'), state)).OfType<string>().LastOrDefault() is not { } value)
        {
            return words[^1].Kind == TokenKind.Quoted && line.Has("status", "state", "transition") ? Reading.Unclear($"{machine.Attribute} of {terms.Name} has no value “{words[^1].Text}”") : null;
        }

        if (machine.Initial.Contains(value, StringComparer.Ordinal) && Phrase.Has(Lexer.Read(string.Join(' ', line.Fact.Keys)), "success", "creation", "create"))
        {
            return Reading.Enforced($"the state machine lets a new {terms.Name} start only with {machine.Attribute} {string.Join(" or ", machine.Initial)}");
        }

        var from = machine.Transitions.Where(step => step.To == value).Select(step => step.From).Distinct(StringComparer.Ordinal).ToArray();
        return from.Length > 0
            ? Reading.Enforced($"the state machine lets {terms.Name}.{machine.Attribute} become {value} only from {string.Join(" or ", from)}")
            : machine.Initial.Contains(value, StringComparer.Ordinal) ? Reading.Enforced($"the state machine lets a new {terms.Name} start with {machine.Attribute} {value}") : null;
    }
}
