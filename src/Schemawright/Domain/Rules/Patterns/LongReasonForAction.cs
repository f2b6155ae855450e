using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Closing a stall takes a reason of at least 15 characters": in the state that the action leads to the text is given, and so long.</summary>
internal sealed class LongReasonForAction : IRulePattern
{
    private static readonly string[] Verbs = ["needs", "takes", "requires", "demands", "wants"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var verb = Phrase.IndexOf(words, 1, Verbs);
        var of = verb is < 1 or > 6 ? -1 : Phrase.IndexOf(words, verb, "of", "with");
        if (of < 0 || !words[0].Lower.EndsWith("ing", StringComparison.Ordinal) || !Phrase.At(words, of + 1, "at", "least") || of + 4 >= words.Count || words[of + 3].Kind != TokenKind.Number || !words[of + 4].IsAny("characters", "letters", "signs") || Rewording.End(words) != of + 5)
        {
            return null;
        }

        var terms = verb == 1 ? line.Subject : SubjectPhrase.At(line.Vocabulary, words, 1, verb) is { Which: null, Only: false, None: false } phrase && phrase.End == verb ? phrase.Terms : null;
        var states = terms?.State is null ? [] : Moments.StatesOf(terms, words[0].Lower);
        return states.Count == 0 || Text(line, terms!, states, [.. words.Skip(verb + 1).Take(of - verb - 1)]) is not { } text ? null
            : Reading.Of(Moments.InState(terms!, states, new And([new IsPresent(text.Ref), new Compare(CompareOp.GreaterOrEqual, new LengthOf(text.Ref), Literal.Number(words[of + 3].Value))]), $"{text.Name} of at least {words[of + 3].Value:0} characters when {states[0]}"));
    }

    private static Column? Text(RuleLine line, EntityTerms terms, IReadOnlyList<string> states, Seq<Token> words) =>
        NeededFields.Read(line.Vocabulary, terms, words, 0, words.Count, [states[0]]) is [{ IsText: true } only] ? only : null;
}
