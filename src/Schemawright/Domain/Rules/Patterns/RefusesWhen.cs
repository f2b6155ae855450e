using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Reject the loan if the due date is before the loan date", "when fee is below 0, it is refused": the condition may not hold.</summary>
internal sealed class RefusesWhen : IRulePattern
{
    private static readonly string[] Openers = ["if", "when", "whenever", "where", "while"];
    private static readonly string[] Refusals = ["reject", "rejected", "rejects", "refuse", "refused", "refuses", "error", "prevent", "prevented", "block", "blocked", "deny", "denied", "disallow", "disallowed", "forbid", "forbidden", "invalid", "fail", "fails", "throw", "raise", "declined"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (Parts(words) is not var (condition, consequence) || !Refuses(line, words, consequence))
        {
            return null;
        }

        return Premises.Read(line, words, condition.From, condition.To) is { } clause ? Refused(line, words, consequence, clause) : null;
    }

    /// <summary>What is refused: the row with the condition, or another that would refer to such a row.</summary>
    private static Reading? Refused(RuleLine line, IReadOnlyList<Token> words, (int From, int To) part, Clause clause)
    {
        var named = line.Vocabulary.EntitiesIn([.. words.Skip(part.From).Take(part.To - part.From)]).Where(terms => terms.Name != clause.Entity).Distinct().ToArray();
        if (named.Length == 0 && clause.Condition.Refs().Any(reference => !reference.IsOwn) && line.Vocabulary.EntitiesIn([.. words.Skip(part.From).Take(part.To - part.From)]).Any(terms => terms.Name == clause.Entity))
        {
            return Reading.Of(line.Must(clause.Entity, $"not {clause.Name}", Logic.Opposite(clause.Condition)));
        }

        if (named.Length == 0)
        {
            // "If a member is suspended, it is refused" does not say what is.
            return clause.Condition.Nodes().Any(node => node is Compare { Right: not Literal { Kind: LiteralKind.Text or LiteralKind.Boolean } } or IsPresent or Matches)
                ? Reading.Of(line.Must(clause.Entity, $"not {clause.Name}", Logic.Opposite(clause.Condition))) : null;
        }

        return named.Length == 1 && new Speech(line.Vocabulary, named[0]).ReferenceTo(line.Vocabulary.Of(clause.Entity)) is { } reference
            ? Reading.Of(new RuleDraft(named[0].Name, $"{reference.Role} not {clause.Name}", new(TriggerKind.OnChange, [reference.Name]), new Holds(Logic.Opposite(clause.Condition).From(reference.Role!)))) : null;
    }

    public static ((int From, int To) Condition, (int From, int To) Consequence)? Parts(IReadOnlyList<Token> words)
    {
        if (words.Count < 4)
        {
            return null;
        }

        if (words[0].IsAny(Openers))
        {
            var comma = Phrase.IndexOf(words, 1, "then");
            comma = comma < 0 ? Phrase.IndexOf(words, 1, ",") : comma;
            return comma < 2 || comma >= words.Count - 1 ? null : ((1, words[comma - 1].Is(",") ? comma - 1 : comma), (comma + 1, words.Count));
        }

        var opener = Phrase.IndexOf(words, 1, Openers);
        return opener < 1 || opener >= words.Count - 2 ? null : ((opener + 1, words.Count), (0, opener));
    }

    /// <summary>Nothing but a refusal, of the row or in general: no state, no notice, no other thing is refused.</summary>
    private static bool Refuses(RuleLine line, IReadOnlyList<Token> words, (int From, int To) part)
    {
        var refused = false;
        for (var at = part.From; at < part.To; at++)
        {
            if (words[at].IsAny(Refusals))
            {
                refused = line.Subject?.State is not { } state || Values.Enumerated(words[at].Text, state) is null || words[at].IsAny("reject", "refuse", "error", "prevent", "throw", "raise");
            }
            else if (words[at].IsAny("notify", "send", "flag", "show", "status", "mark", "set", "retry", "warn", "log"))
            {
                return false;
            }
        }

        return refused;
    }
}
