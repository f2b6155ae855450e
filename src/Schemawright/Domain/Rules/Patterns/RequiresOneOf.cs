using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"At least one of phone, email", "phone or email is required", "either amount or percentage, not both".</summary>
internal sealed class RequiresOneOf : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (NotBoth(line, words) is { } exclusive)
        {
            return exclusive;
        }

        if (words.Count > 16 || line.Fact.Keys.Any(key => key.Contains('(', StringComparison.Ordinal)))
        {
            return null;
        }

        var (from, to) = Listed(words);
        var fields = to - from < 3 ? [] : Fields(line.Speech, words, from, to);
        fields = fields.Count > 1 ? fields : Needed(line, words);
        if (fields.Count < 2 || fields.Any(field => field.Entity != fields[0].Entity || !field.IsOwn))
        {
            return null;
        }

        var given = fields.Select(field => (Expr)new IsPresent(field.Ref)).ToSeq();
        var rules = new List<RuleDraft> { line.Must(fields[0].Entity, $"{string.Join(" or ", fields.Select(field => field.Column.Name))} given", new Or(given)) };
        if (fields.Count == 2 && (Phrase.Has(words, "both") && Phrase.Has(words, "not") || Phrase.Has(words, "exactly")))
        {
            rules.Add(line.Must(fields[0].Entity, $"not both {fields[0].Column.Name} and {fields[1].Column.Name}", new Or([new Not(given[0]), new Not(given[1])])));
        }

        return Reading.Of(rules);
    }

    /// <summary>"A guest needs a phone or an email", "for each guardian either a mobile or an email must be on file".</summary>
    private static List<Operand> Needed(RuleLine line, IReadOnlyList<Token> words)
    {
        var or = Phrase.IndexOf(words, 2, "or");
        var verb = Phrase.IndexOf(words, 1, "needs", "need", "has", "have", "requires", "require", "names", "name", "shows", "bears", "either", "give", "gives", "provide", "provides", "supply", "leave", "state", "enter", "register");
        if (or < 0 || verb < 0 || verb > or || Phrase.Has([.. words.Take(verb)], "not", "no", "cannot", "may", "can", "only", "if", "when") || Clauses.SubjectPhrase.At(line.Vocabulary, words, words[0].Is("for") ? 1 : 0, verb) is not { Which: null } phrase)
        {
            return [];
        }

        var end = words.Count - (words[^1].Kind == TokenKind.Mark ? 1 : 0);
        if (words[verb].Is("either"))
        {
            var needed = Phrase.IndexOf(words, or, "must", "is", "are");
            return needed < 0 || !words.Skip(needed).Any(word => word.IsAny("file", "given", "known", "required", "provided", "recorded", "stored", "present", "available")) ? [] : Fields(new Speech(line.Vocabulary, phrase.Terms), words, verb + 1, needed);
        }

        var first = Phrase.At(words, verb + 1, "at", "least") ? verb + 3 : verb + 1;
        first += first < or && words[first].Is("one") && !words[first + 1].Is("of") ? 1 : 0;
        return Fields(new Speech(line.Vocabulary, phrase.Terms), words, first, end);
    }

    /// <summary>"Debit and credit must not both be set", "cannot have both a percent and an amount".</summary>
    private static Reading? NotBoth(RuleLine line, IReadOnlyList<Token> words)
    {
        var both = Phrase.IndexOf(words, 1, "both");
        if (both < 2 || words.Count > 16 || !Phrase.Has([.. words.Take(both)], "not", "cannot", "never", "can't"))
        {
            return null;
        }

        var modal = Phrase.IndexOf(words, 1, "must", "cannot", "can't", "may", "should", "shall", "can");
        var fields = modal < 1 ? [] : Fields(line.Speech, words, 0, modal);
        fields = fields.Count == 2 ? fields : Fields(line.Speech, words, both + 1, words.Count - (words[^1].Kind == TokenKind.Mark ? 1 : 0));
        return fields.Count == 2 && fields[0].Entity == fields[1].Entity && fields.TrueForAll(field => field.IsOwn)
            ? Reading.Of(line.Must(fields[0].Entity, $"not both {fields[0].Column.Name} and {fields[1].Column.Name}", new Or([new Not(new IsPresent(fields[0].Ref)), new Not(new IsPresent(fields[1].Ref))])))
            : null;
    }

    /// <summary>Where the list of fields stands; empty when the sentence has none of the forms.</summary>
    private static (int From, int To) Listed(IReadOnlyList<Token> words)
    {
        for (var at = 0; at + 3 < words.Count; at++)
        {
            if (Phrase.At(words, at, "at", "least", "one", "of") || Phrase.At(words, at, "exactly", "one", "of"))
            {
                return (at + 4, End(words, at + 4));
            }
        }

        var either = Phrase.IndexOf(words, 0, "either");
        var start = either >= 0 ? either + 1 : 0;
        var needed = Phrase.IndexOf(words, start, "required", "mandatory", "must", "(", "not");
        var or = Phrase.IndexOf(words, start, "or");
        return or > start && needed > or + 1 && (either >= 0 || Phrase.Has(words, "required", "mandatory", "given", "provided")) ? (start, End(words, start)) : (0, 0);
    }

    private static int End(IReadOnlyList<Token> words, int from)
    {
        var end = Phrase.IndexOf(words, from, "is", "are", "must", "required", "mandatory", "(", ".", "not", "but", "has");
        end = end < 0 ? words.Count : end;
        return end > from && words[end - 1].Is(",") ? end - 1 : end;
    }

    private static List<Operand> Fields(Speech speech, IReadOnlyList<Token> words, int from, int to)
    {
        var found = new List<Operand>();
        for (var at = from; at < to;)
        {
            if (words[at].IsAny(",", "or", "and", "/", "the", "a", "an", "either") || words[at].Is("both") && at > from && words[at - 1].Is("or"))
            {
                at++;
            }
            else if (speech.At(words, at)?.AtHome is { } field && field.End <= to)
            {
                found.Add(field);
                at = field.End;
            }
            else
            {
                return [];
            }
        }

        return found;
    }
}
