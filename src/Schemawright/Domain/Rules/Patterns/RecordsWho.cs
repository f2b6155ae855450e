using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"When a stay is confirmed, it is recorded who confirmed it and when": the doer and the moment of an action, given in the state it leads to.</summary>
internal sealed class RecordsWho : IRulePattern
{
    private static readonly string[] Kept = ["recorded", "record", "stored", "noted", "kept", "logged", "known", "saved", "documented"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var who = Phrase.IndexOf(words, 1, "who");
        if (who < 1 || words.Count > 24 || !Phrase.Has(words, Kept))
        {
            return null;
        }

        foreach (var terms in line.Vocabulary.EntitiesIn(words).Append(line.Subject).OfType<EntityTerms>().Distinct())
        {
            for (var at = who + 1; at < words.Count; at++)
            {
                if (words[at].Kind == TokenKind.Word && Moments.DoneBy(terms, words[at].Lower) is { } by && Moments.StatesOf(terms, words[at].Lower) is { Count: > 0 } states)
                {
                    var time = Phrase.Has([.. words.Skip(who)], "when") ? Moments.DoneAt(terms, words[at].Lower) : null;
                    Expr given = time is null ? new IsPresent(by.Ref) : new And([new IsPresent(by.Ref), new IsPresent(time.Ref)]);
                    return Reading.Of(Moments.InState(terms, states, given, $"{by.Name}{(time is null ? "" : $" and {time.Name}")} given when {states[0]}"));
                }
            }
        }

        return null;
    }
}
