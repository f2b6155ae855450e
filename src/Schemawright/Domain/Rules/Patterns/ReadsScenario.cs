using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Given …, when …, then it is rejected", "…, then I can add up to 10 per order": the outcome is the demand, the rest says when.</summary>
internal sealed class ReadsScenario : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Tokens;
        var then = words.Count > 4 && words[0].IsAny("given", "when") ? Phrase.IndexOf(words, 1, "then") : -1;
        if (then < 2 || then >= words.Count - 1)
        {
            return null;
        }

        Seq<Token> outcome = [.. words.Skip(then + 1)];
        if (!Phrase.Has(outcome, "reject", "rejected", "rejects", "refused", "error", "prevented", "blocked", "denied", "fails", "invalid", "declined"))
        {
            return RulePatterns.Read(line.With(outcome)) ?? RulePatterns.Read(line.With([.. words.Skip(1).Where((_, at) => at + 1 != then)]));
        }

        return Premises(words, then).Select(part => Refused(line, part)).FirstOrDefault(reading => reading is not null);
    }

    /// <summary>What happens, before what is given: the parts that may name the bad row.</summary>
    private static IEnumerable<Seq<Token>> Premises(Seq<Token> words, int then)
    {
        var when = Phrase.IndexOf(words, 0, "when");
        var end = words[then - 1].Is(",") ? then - 1 : then;
        if (when >= 0 && when < end - 1)
        {
            yield return [.. words.Skip(when + 1).Take(end - when - 1)];
        }

        if (words[0].Is("given"))
        {
            var close = when > 1 ? words[when - 1].Is(",") ? when - 1 : when : end;
            yield return [.. words.Skip(1).Take(close - 1)];
        }
    }

    private static Reading? Refused(RuleLine line, Seq<Token> part)
    {
        if (Phrase.Has(part, "overlap", "overlaps", "overlapping"))
        {
            return RulePatterns.Read(line.With([.. part, Word("cannot"), Word("overlap")]));
        }

        var stored = Phrase.IndexOf(part, 1, "saved", "submitted", "created", "entered", "added", "placed", "booked", "stored", "made", "posted");
        Seq<Token> named = stored > 1 && part[stored - 1].IsAny("is", "are") ? [.. part.Take(stored - 1), .. part.Skip(stored + 1)] : part;
        return RulePatterns.Read(line.With([Word("if"), .. named, Word("then"), Word("reject"), Word("it")]));
    }

    private static Token Word(string word) => new(TokenKind.Word, word, word, 0);
}
