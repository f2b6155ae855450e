using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Two confirmed reservations of the same room cannot overlap", "no overlapping shifts per employee".</summary>
internal sealed class ForbidsOverlap : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var overlap = Phrase.IndexOf(words, 0, "overlap", "overlaps", "overlapping", "double-booked", "non-overlapping");
        if (overlap < 0 || !Phrase.Has(words, "no", "not", "cannot", "can't", "never", "two", "non-overlapping") || Phrase.Has(words, "warn", "warning", "allowed", "unless"))
        {
            return null;
        }

        var terms = Candidates(line, words).FirstOrDefault(terms => Span(terms) is not null);
        if (terms is null || Span(terms) is not var (start, end))
        {
            return null;
        }

        var keys = Keys(line, terms, words).ToArray();
        return keys.Length == 0 ? null
            : Reading.Of(new RuleDraft(terms.Name, $"no overlap per {string.Join(" and ", keys)}", RuleTrigger.Always, new NoOverlap([.. keys], start, end, Where(terms, words))));
    }

    private static IEnumerable<EntityTerms> Candidates(RuleLine line, IReadOnlyList<Token> words) =>
        line.Subject is null ? line.Vocabulary.EntitiesIn(words) : line.Vocabulary.EntitiesIn(words).Append(line.Subject);

    /// <summary>The pair of attributes that are a beginning and an end of the same kind.</summary>
    private static (string Start, string End)? Span(EntityTerms terms)
    {
        foreach (var start in terms.Columns.Where(column => (column.IsDate || column.IsMoment) && column.Words.Any(word => word is "start" or "starts" or "from" or "begin" or "begins")))
        {
            var end = terms.Columns.FirstOrDefault(column => column.Type.Kind == start.Type.Kind && column != start
                && column.Words.Select(word => word is "end" or "ends" or "to" or "until" ? "#" : word).SequenceEqual(start.Words.Select(word => word is "start" or "starts" or "from" or "begin" or "begins" ? "#" : word), StringComparer.Ordinal));
            if (end is not null)
            {
                return (start.Name, end.Name);
            }
        }

        return null;
    }

    /// <summary>What "the same", "per", "on the" or "for the" names.</summary>
    private static IEnumerable<string> Keys(RuleLine line, EntityTerms terms, IReadOnlyList<Token> words)
    {
        var speech = new Speech(line.Vocabulary, terms);
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at].IsAny("same", "per", "on", "for", "of", "each"))
            {
                var named = Speech.SkipDeterminers(words, at + 1);
                named += named < words.Count && words[named].Is("same") ? 1 : 0;
                if (named < words.Count && speech.ReferenceAt(words, named, out _) is { } reference)
                {
                    yield return reference.Role!;
                    yield break;
                }
            }
        }
    }

    /// <summary>"Two active reservations": only those count.</summary>
    private static Terms.Expr? Where(EntityTerms terms, IReadOnlyList<Token> words) =>
        words.Select(word => word.Kind == TokenKind.Word && terms.State is { } state && Values.Enumerated(word.Text, state) is { } value ? Logic.In(state, [value]) : null)
            .FirstOrDefault(condition => condition is not null);
}
