using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>What is true of a thing because of its parts: "one of its seats is broken", "every seat is free or sold", "it has at least two sold seats".</summary>
/// <param name="Condition">Over the rows of the whole.</param>
/// <param name="Part">The one kind of part that is counted, where the parts need no quality; null elsewhere.</param>
/// <param name="Least">How many of them there must be.</param>
internal sealed record PartsClause(Expr Condition, string Name, Relationship? Part, int Least)
{
    private const int MostParts = 1000;

    public static PartsClause? Read(Vocabulary vocabulary, EntityTerms whole, IReadOnlyList<Token> words, int from, int to)
    {
        while (to > from && words[to - 1].IsAny(".", ",", ";"))
        {
            to--;
        }

        return to - from < 2 ? null : Had(vocabulary, whole, words, from, to) ?? Said(vocabulary, whole, words, from, to);
    }

    /// <summary>"it has an active insurance or a lost key", "there is at least one seat".</summary>
    private static PartsClause? Had(Vocabulary vocabulary, EntityTerms whole, IReadOnlyList<Token> words, int from, int to)
    {
        var start = Speech.SkipDeterminers(words, from);
        var named = vocabulary.EntityAt(words, start, out var width) == whole ? start + width : words[from].IsAny("it", "they") ? from + 1 : -1;
        var at = Phrase.At(words, from, "there", "is") || Phrase.At(words, from, "there", "are") ? from + 2 : named > 0 && named < to && words[named].IsAny("has", "have", "holds", "contains", "still") ? named + 1 : -1;
        at += at > 0 && at < to && words[at].IsAny("still", "has", "have") ? 1 : 0;
        var found = new List<PartsClause>();
        while (at > 0 && at < to)
        {
            if (One(vocabulary, whole, words, at, to) is not var (one, end))
            {
                return null;
            }

            found.Add(one);
            at = end < to && words[end].IsAny("or", "and") ? end + 1 : end;
            if (at > end && words[end].Is("and") && at < to)
            {
                return null;
            }

            if (at == end && end < to)
            {
                return null;
            }
        }

        return found.Count == 0 ? null : found.Count == 1 ? found[0] : new(new Or([.. found.Select(one => one.Condition)]), string.Join(" or ", found.Select(one => one.Name)), null, 0);
    }

    /// <summary>"at least two sold seats", "no broken seat", "an active insurance".</summary>
    public static (PartsClause Clause, int End)? One(Vocabulary vocabulary, EntityTerms whole, IReadOnlyList<Token> words, int at, int to)
    {
        var least = Phrase.At(words, at, "at", "least");
        var none = words[at].Is("no");
        at += least ? 2 : none ? 1 : 0;
        var figure = at < to ? Figures.At(words, at) : null;
        at += figure is not null && !words[at].IsAny("a", "an") ? 1 : 0;
        at += at + 1 < to && words[at].IsAny("or") && words[at + 1].Is("more") ? 2 : 0;
        if (at >= to || figure is not null and (< 1 or > MostParts) || figure is not null && decimal.Truncate(figure.Value) != figure || SubjectPhrase.At(vocabulary, words, at, to) is not { Only: false, None: false } part || Link(vocabulary, whole, part.Terms) is not { } link)
        {
            return null;
        }

        var count = new Aggregate(AggregateKind.Count, link.Child, link.Role, null, part.Which);
        var number = (int)(figure ?? 1);
        var quality = part.Name.Length > 0 ? $"{part.Name} " : "";
        return none ? (new(new Compare(CompareOp.Equal, count, Literal.Number(0)), $"no {quality}{link.Child}", null, 0), part.End)
            : (new(new Compare(CompareOp.GreaterOrEqual, count, Literal.Number(number)), $"at least {number} {quality}{link.Child}", part.Which is null ? link : null, number), part.End);
    }

    /// <summary>"every seat is free or sold", "one of its seats is neither free nor sold", "no seat is broken".</summary>
    private static PartsClause? Said(Vocabulary vocabulary, EntityTerms whole, IReadOnlyList<Token> words, int from, int to)
    {
        var all = words[from].IsAny("all", "every", "each");
        var none = words[from].IsAny("no", "none");
        var some = words[from].IsAny("one", "any", "some");
        var its = words[from].IsAny("its", "their");
        var at = from + 1;
        while (at < to && words[at].IsAny("of", "its", "their", "the", "all", "them"))
        {
            at++;
        }

        var be = Phrase.IndexOf(words, at, "is", "are", "has", "have");
        if (!(all || none || some || its) || be < 0 || be >= to || SubjectPhrase.At(vocabulary, words, at, be) is not { Only: false, None: false } part || Link(vocabulary, whole, part.Terms) is not { } link || part.End != be
            || its && (part.Which is null || whole.References.Any(reference => reference.Parent == part.Terms.Name)))
        {
            return null;
        }

        if (Quality(part.Terms, words, be, to) is not { } said)
        {
            return null;
        }

        var counted = all ? Logic.Opposite(said.Which) : said.Which;
        var which = part.Which is null ? counted : new And([part.Which, counted]);
        var count = new Aggregate(AggregateKind.Count, link.Child, link.Role, null, which);
        return all || none ? new(new Compare(CompareOp.Equal, count, Literal.Number(0)), $"{(all ? "all" : "no")} {link.Child} {said.Name}", null, 0)
            : new(new Compare(CompareOp.GreaterOrEqual, count, Literal.Number(1)), $"a {link.Child} {said.Name}", null, 0);
    }

    private static (Expr Which, string Name)? Quality(EntityTerms part, IReadOnlyList<Token> words, int from, int to)
    {
        var (at, negated, linked) = (from, false, false);
        while (at < to && words[at].IsAny("is", "are", "has", "have", "been", "be", "being", "still", "either", "not", "neither", "already", "yet"))
        {
            negated |= words[at].IsAny("not", "neither");
            linked |= !words[at].IsAny("either", "not", "neither");
            at++;
        }

        return linked && at < to && StateLists.At(part, words, at, to) is { } listed && listed.End == to ? (negated ? Logic.Opposite(listed.Which) : listed.Which, $"{(negated ? "not " : "")}{listed.Name}") : null;
    }

    /// <summary>The only way in which such rows belong to the whole.</summary>
    private static Relationship? Link(Vocabulary vocabulary, EntityTerms whole, EntityTerms part)
    {
        var links = part == whole ? [] : vocabulary.Children(whole.Name).Where(link => link.Child == part.Name).Take(2).ToArray();
        return links.Length == 1 ? links[0] : null;
    }
}
