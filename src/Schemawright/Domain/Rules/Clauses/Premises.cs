using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Reads the condition of a sentence: comparisons and states, and rows as a noun with qualities ("a visit is closed", "for paid orders").</summary>
internal static class Premises
{
    public static Clause? Read(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        while (to > from && words[to - 1].IsAny(",", ".", ";"))
        {
            to--;
        }

        return from >= to ? null : Conditions.Read(line.Speech, words, from, to) ?? Predicate(line, words, from, to) ?? Quality(line, words, from, to) ?? OfActor(line, words, from, to)
            ?? (line.Subject is { } rows ? Circumstance.Read(line, rows, [.. words.Skip(from).Take(to - from)]) : null);
    }

    /// <summary>"the guest has checked out": the state is that of the stay, or of what the row belongs to, though a person reaches it.</summary>
    private static Clause? OfActor(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        var start = Speech.SkipDeterminers(words, from);
        if (line.Subject is not { } subject || start >= to || line.Vocabulary.EntityAt(words, start, out var width) is not { } actor || StateClause.Quality(words, start + width, to) is not { } quality)
        {
            return null;
        }

        var places = Paths.Above(line.Vocabulary, subject).Prepend((Terms: subject, Roles: [])).Where(place => place.Terms != actor && place.Terms.References.Any(link => link.Parent == actor.Name));
        foreach (var (terms, roles) in places)
        {
            if (terms.State is { } state && Values.Enumerated(string.Join(' ', words.Skip(quality.At).Take(to - quality.At).Select(word => word.Text)), state) is { } value)
            {
                var reached = Logic.In(state, [value]);
                var condition = roles.Reverse().Aggregate(quality.Negated ? Logic.Opposite(reached) : reached, (inner, role) => inner.From(role));
                return new(subject.Name, condition, $"{(quality.Negated ? "not " : "")}{value}");
            }
        }

        return null;
    }

    /// <summary>"a loan is marked as lost", "the member is a student": the noun, a linking verb and the quality.</summary>
    private static Clause? Predicate(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        var phrase = SubjectPhrase.At(line.Vocabulary, words, from, to);
        var terms = phrase?.Terms ?? (words[from].IsAny("it", "they") ? line.Subject : null);
        if (terms is null)
        {
            return null;
        }

        var at = phrase?.End ?? from + 1;
        if (at >= to)
        {
            return phrase?.Which is { } which ? new(terms.Name, which, phrase.Name) : null;
        }

        if (StateClause.Quality(words, at, to) is not { } quality)
        {
            return null;
        }

        if (StateLists.At(terms, words, quality.At, to) is { } listed && listed.End == to && listed.End > quality.At + 1)
        {
            var all = quality.Negated ? Logic.Opposite(listed.Which) : listed.Which;
            return new(terms.Name, phrase?.Which is { } also ? new And([also, all]) : all, $"{(quality.Negated ? "not " : "")}{listed.Name}");
        }

        if (quality.At - 1 > at && Placed(terms, words, quality.At - 1, to, quality.Negated) is { } placed)
        {
            return placed;
        }

        return OneWord(terms, phrase, words, quality.At, to, quality.Negated);
    }

    /// <summary>"is marked as lost", "is of type student": one word after those that only lead to it.</summary>
    private static Clause? OneWord(EntityTerms terms, SubjectPhrase? phrase, IReadOnlyList<Token> words, int place, int to, bool negated)
    {
        while (place < to - 1 && words[place].IsAny("marked", "as", "set", "to", "of", "type", "kind", "status", "state", "been", "becoming"))
        {
            place++;
        }

        if (place != to - 1 && !(place == to - 2 && words[to - 1].IsAny("status", "state", "mode")) || Adjectives.Denied(terms, words[place].Lower) is not { } said)
        {
            return null;
        }

        var condition = negated ? Logic.Opposite(said) : said;
        return new(terms.Name, phrase?.Which is { } more ? new And([more, condition]) : condition, $"{(negated ? "not " : "")}{words[place].Lower}");
    }

    /// <summary>"is in dock" of what knows the state in_dock.</summary>
    private static Clause? Placed(EntityTerms terms, IReadOnlyList<Token> words, int at, int to, bool negated) =>
        words[at].IsAny("in", "on", "under", "out") && StateLists.At(terms, words, at, to) is { } placed && placed.End == to
            ? new(terms.Name, negated ? Logic.Opposite(placed.Which) : placed.Which, $"{(negated ? "not " : "")}{placed.Name}") : null;

    /// <summary>"shipped", "marked as lost": a quality of the subject alone.</summary>
    private static Clause? Quality(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        var at = from;
        while (at < to - 1 && words[at].IsAny("it", "they", "is", "are", "status", "state", "marked", "as", "in", "set", "to", "being", "still"))
        {
            at++;
        }

        var negated = at < to - 1 && words[at].IsAny("not", "no", "never");
        at += negated ? 1 : 0;
        if (at != to - 1 || line.Subject is not { } subject || Adjectives.Denied(subject, words[at].Lower) is not { } said)
        {
            return null;
        }

        return new(subject.Name, negated ? Logic.Opposite(said) : said, $"{(negated ? "not " : "")}{words[at].Lower}");
    }
}
