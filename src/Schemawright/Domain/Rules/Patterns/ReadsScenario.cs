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

        return Made(line, words, then) ?? Premises(words, then).Select(part => Refused(line, part)).FirstOrDefault(reading => reading is not null);
    }

    /// <summary>"Given an item that is lent, when a repair is started, then it is refused": no repair for such an item.</summary>
    private static Reading? Made(RuleLine line, Seq<Token> words, int then)
    {
        var when = words[0].Is("given") ? Phrase.IndexOf(words, 2, "when") : -1;
        var given = when < 3 ? null : Clauses.SubjectPhrase.At(line.Vocabulary, words, 1, words[when - 1].Is(",") ? when - 1 : when);
        if (given is not { Which: not null, Only: false, None: false } || given.End < (words[when - 1].Is(",") ? when - 1 : when))
        {
            return null;
        }

        var noun = Speech.SkipDeterminers(words, when + 1);
        var end = words[then - 1].Is(",") ? then - 1 : then;
        var verb = noun < end && line.Vocabulary.EntityAt(words, noun, out var width) is { } made && made != given.Terms && new Speech(line.Vocabulary, made).ReferenceTo(given.Terms) is not null ? noun + width : end;
        return verb + 1 < end && words[verb].IsAny("is", "are") && words[end - 1].IsAny("started", "created", "made", "added", "entered", "opened", "placed", "recorded", "booked", "registered", "requested", "planned")
            ? RulePatterns.Read(line.With([Word("no"), .. words.Skip(noun).Take(verb - noun), Word("for"), .. words.Skip(1).Take(given.End - 1), Word("is"), Word("accepted")])) : null;
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

        if (part.Count > 2 && part[^1].IsAny("started", "opened", "begun") && part[^2].IsAny("is", "are"))
        {
            // That something is begun is what is refused, not what makes the row bad.
            return null;
        }

        var stored = Phrase.IndexOf(part, 1, "saved", "submitted", "created", "entered", "added", "placed", "booked", "stored", "made", "posted");
        Seq<Token> named = stored > 1 && part[stored - 1].IsAny("is", "are") ? [.. part.Take(stored - 1), .. part.Skip(stored + 1)] : part;
        return RulePatterns.Read(line.With([Word("if"), .. named, Word("then"), Word("reject"), Word("it")]));
    }

    private static Token Word(string word) => new(TokenKind.Word, word, word, 0);
}
