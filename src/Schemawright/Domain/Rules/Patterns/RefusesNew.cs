using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A closed estate gets no new barrels and no new clerks", "blocked clients take no further orders": rows that would refer to others of that quality are not made.</summary>
internal sealed class RefusesNew : IRulePattern
{
    private static readonly string[] Getting = ["gets", "get", "takes", "take", "receives", "receive", "accepts", "accept", "has", "have", "allows", "allow", "gains"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 2, Getting);
        if (words.Count > 20 || verb < 2 || verb + 2 >= words.Count || !words[verb + 1].Is("no") || SubjectPhrase.At(line.Vocabulary, words, 0, verb) is not { Which: { } which, Only: false, None: false } barred || barred.End != verb)
        {
            return null;
        }

        var together = new Reading();
        for (var at = verb + 1; at < Rewording.End(words); at++)
        {
            if (words[at].IsAny("no", "new", "further", "more", "and", "or", ",", "any", "additional"))
            {
                continue;
            }

            if (line.Vocabulary.EntityAt(words, at, out var width) is not { } made || new Speech(line.Vocabulary, made).ReferenceTo(barred.Terms) is not { } reference)
            {
                return null;
            }

            together = together.And(Reading.Of(new RuleDraft(made.Name, $"{reference.Role} not {barred.Name}", new(TriggerKind.OnChange, [reference.Name]), new Holds(Logic.Opposite(which).From(reference.Role!)))));
            at += width - 1;
        }

        return together.Rules.Count == 0 ? null : together;
    }
}
