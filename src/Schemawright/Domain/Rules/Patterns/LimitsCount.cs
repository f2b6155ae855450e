using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"At most 5 open tickets per customer", "an order must have at least one item", "maximum 10 photos per listing".</summary>
internal sealed class LimitsCount : IRulePattern
{
    public Reading? Read(RuleLine line) => Most(line) ?? Least(line);

    private static Reading? Most(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 0; at < words.Count; at++)
        {
            if (Upper(words, at) is not { } number || Figures.At(words, number) is not { } limit || limit != decimal.Truncate(limit) || words[number].Unit.Length > 0)
            {
                continue;
            }

            if (Counted(line, words, number + 1, out var after) is not var (terms, condition))
            {
                continue;
            }

            var owner = Owner(line, terms, words, after, at);
            if (owner is not null && Unqualified(words, owner.Value.End))
            {
                return Reading.Of(new RuleDraft(terms.Name, $"at most {limit} per {owner.Value.Column.Role}", RuleTrigger.Always, new AtMost([owner.Value.Column.Role!], limit, null, condition)));
            }
        }

        return null;
    }

    private static int? Upper(IReadOnlyList<Token> words, int at) =>
        Relation.At(words, at) is { Op: Terms.CompareOp.LessOrEqual } relation && words[at].Kind == TokenKind.Word ? relation.End
        : Relation.At(words, at) is { Op: Terms.CompareOp.Greater } more && words[at].Kind == TokenKind.Word && Phrase.Has([.. words.Take(at)], "not", "cannot", "never", "can't", "no") ? more.End
        : words[at].IsAny("maximum", "max") ? at + (at + 1 < words.Count && words[at + 1].IsAny("of", ":") ? 2 : 1)
        : words[at].IsAny("exceed") ? at + 1 : null;

    /// <summary>"open tickets": the entity counted and the quality its rows must have to count.</summary>
    private static (EntityTerms Terms, Terms.Expr? Where)? Counted(RuleLine line, IReadOnlyList<Token> words, int at, out int after)
    {
        for (var entity = at; entity < Math.Min(at + 3, words.Count); entity++)
        {
            if (line.Vocabulary.EntityAt(words, entity, out var width) is not { } terms)
            {
                continue;
            }

            after = entity + width;
            Terms.Expr? where = null;
            for (var quality = at; quality < entity; quality++)
            {
                if (Adjectives.Of(terms, words[quality].Lower) is not { } found)
                {
                    return null;
                }

                where = where is null ? found.Condition : new Terms.And([where, found.Condition]);
            }

            return (terms, where);
        }

        after = at;
        return null;
    }

    /// <summary>"per member", "for each member", or the subject before: "a member may have at most".</summary>
    private static (Column Column, int End)? Owner(RuleLine line, EntityTerms counted, IReadOnlyList<Token> words, int after, int before)
    {
        var speech = new Speech(line.Vocabulary, counted);
        if (after < words.Count && words[after].IsAny("per", "for", "by", "in", "on"))
        {
            var at = Speech.SkipDeterminers(words, after + 1);
            return at < words.Count && speech.ReferenceAt(words, at, out var width) is { } reference ? (reference, at + width) : null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        return start < before && speech.ReferenceAt(words, start, out _) is { } parent ? (parent, after) : null;
    }

    /// <summary>A rate ("per month", "at a time per day") is another rule.</summary>
    private static bool Unqualified(IReadOnlyList<Token> words, int end) => end >= words.Count || words[end].Kind == TokenKind.Mark || Phrase.At(words, end, "at", "a", "time") || Phrase.At(words, end, "at", "once");

    private static Reading? Least(RuleLine line)
    {
        var words = line.Whole;
        for (var at = 0; at + 1 < words.Count; at++)
        {
            var number = Phrase.At(words, at, "at", "least") ? at + 2 : Phrase.At(words, at, "one", "or", "more") ? at : -1;
            if (number < 0 || Figures.At(words, number) is not { } count || count < 1 || count != decimal.Truncate(count) || words[number].Unit.Length > 0)
            {
                continue;
            }

            var child = Phrase.At(words, at, "one", "or", "more") ? at + 3 : number + 1;
            if (child < words.Count && Part(line, words, child) is var (parent, link))
            {
                return Reading.Of(new RuleDraft(parent.Name, $"at least {count} {link.Child}", RuleTrigger.Always, new AtLeast(link.Child, link.Role, (int)count, States(parent, words))));
            }
        }

        return null;
    }

    private static (EntityTerms Parent, Relationship Link)? Part(RuleLine line, IReadOnlyList<Token> words, int at)
    {
        var named = line.Vocabulary.EntitiesIn(words).FirstOrDefault();
        foreach (var parent in (EntityTerms?[])[named, line.Subject])
        {
            if (parent is null)
            {
                continue;
            }

            for (var place = at; place < Math.Min(at + 2, words.Count); place++)
            {
                // "items" of an order are its order items.
                var child = line.Vocabulary.EntityAt(words, place, out _);
                var link = line.Vocabulary.Children(parent.Name).FirstOrDefault(link => link.Child == child?.Name)
                    ?? (Phrase.Key(words, place, 1) is { } key ? line.Vocabulary.Children(parent.Name).FirstOrDefault(link => Facts.Language.Naming.EntityKey(link.Child).EndsWith("_" + key, StringComparison.Ordinal)) : null);
                if (link is not null && link.Child != parent.Name)
                {
                    return (parent, link);
                }
            }
        }

        return null;
    }

    /// <summary>"before it is submitted": from that state on; else in every state.</summary>
    private static Collections.Seq<string> States(EntityTerms parent, IReadOnlyList<Token> words)
    {
        var from = Phrase.IndexOf(words, 0, "before", "to", "when", "once");
        for (var at = from; at >= 0 && at < words.Count; at++)
        {
            if (Moments.StatesOf(parent, words[at].Lower) is { Count: > 0 } states)
            {
                return Collections.Seq.ToSeq(states);
            }
        }

        return [];
    }
}
