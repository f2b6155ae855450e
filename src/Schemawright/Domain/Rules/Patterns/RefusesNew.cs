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

            if (line.Vocabulary.EntityAt(words, at, out var width) is not { } made || Way(line, made, barred.Terms) is not { Count: > 0 } roles || made.References.FirstOrDefault(link => link.Role == roles[0]) is not { } reference)
            {
                return null;
            }

            var must = roles.Reverse().Aggregate(Logic.Opposite(which), (inner, role) => inner.From(role));
            together = together.And(Reading.Of(new RuleDraft(made.Name, $"{roles[^1]} not {barred.Name}", new(TriggerKind.OnChange, [reference.Name]), new Holds(must))));
            at += width - 1;
        }

        return together.Rules.Count == 0 ? null : together;
    }

    /// <summary>How the new rows lead to what is closed, at one remove or more.</summary>
    private static Collections.Seq<string>? Way(RuleLine line, EntityTerms made, EntityTerms barred) =>
        new Speech(line.Vocabulary, made).ReferenceTo(barred) is { Role: { } role } ? [role] : Paths.To(line.Vocabulary, made, barred);
}
