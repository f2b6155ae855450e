using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Two confirmed reservations of the same room cannot overlap", "no overlapping shifts per employee".</summary>
internal sealed class ForbidsOverlap : IRulePattern
{
    private static readonly string[] Starts = ["start", "starts", "from", "begin", "begins", "arrival", "in", "since", "pickup"];
    private static readonly string[] Ends = ["end", "ends", "to", "until", "departure", "out", "till", "return"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Whole;
        var overlap = Phrase.IndexOf(words, 0, "overlap", "overlaps", "overlapping", "double-booked", "non-overlapping");
        if (overlap < 0 || !Phrase.Has(words, "no", "not", "cannot", "can't", "never", "two", "non-overlapping") || Phrase.Has(words, "warn", "warning", "allowed"))
        {
            return null;
        }

        var terms = Candidates(line, words).FirstOrDefault(terms => Span(terms) is not null);
        if (terms is null || Span(terms) is not var (start, end))
        {
            return null;
        }

        var keys = Keys(line, terms, words).ToArray();
        return keys.Length == 0 || Unread(terms, words) ? null
            : Reading.Of(new RuleDraft(terms.Name, $"no overlap per {string.Join(" and ", keys)}", RuleTrigger.Always, new NoOverlap([.. keys], start, end, Where(terms, words))));
    }

    private static IEnumerable<EntityTerms> Candidates(RuleLine line, IReadOnlyList<Token> words) =>
        line.Subject is null ? line.Vocabulary.EntitiesIn(words) : line.Vocabulary.EntitiesIn(words).Append(line.Subject);

    /// <summary>The pair of attributes that are a beginning and an end of the same kind.</summary>
    private static (string Start, string End)? Span(EntityTerms terms)
    {
        foreach (var start in terms.Columns.Where(column => column.IsDate || column.IsMoment))
        {
            if (Marked(start, Starts) is { } shape
                && terms.Columns.FirstOrDefault(column => column.Type.Kind == start.Type.Kind && Marked(column, Ends) is { } other && other == shape) is { } end)
            {
                return (start.Name, end.Name);
            }
        }

        return null;
    }

    /// <summary>The name with the word that says which side it is taken out; null when it has none.</summary>
    private static string? Marked(Column column, string[] sides) =>
        column.Words.Any(word => sides.Contains(word, StringComparer.Ordinal)) ? string.Join('_', column.Words.Select(word => sides.Contains(word, StringComparer.Ordinal) ? "#" : word)) : null;

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

    /// <summary>An exception that names no state is not understood.</summary>
    private static bool Unread(EntityTerms terms, IReadOnlyList<Token> words) => Phrase.Has(words, "unless", "except") && Where(terms, words) is null;

    /// <summary>"Two active reservations": only those count; "unless they are cancelled": all but those.</summary>
    private static Terms.Expr? Where(EntityTerms terms, IReadOnlyList<Token> words)
    {
        var unless = Phrase.IndexOf(words, 0, "unless", "except");
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Kind == TokenKind.Word && terms.State is { } state && Values.Enumerated(words[at].Text, state) is { } value)
            {
                var those = Logic.In(state, [value]);
                return unless >= 0 && unless < at ? Logic.Opposite(those) : those;
            }
        }

        return null;
    }
}
