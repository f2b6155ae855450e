using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>
/// The condition of a sentence, whatever word opens it, seen from the rows it narrows and read to its last word: of the rows themselves, of their
/// attributes, of what they belong to, or of their parts.
/// </summary>
internal static class Circumstance
{
    private const int Longest = 24;

    private static readonly string[] Existing = ["is", "are", "has", "have", "been", "recorded", "made", "entered", "there", "registered", "exists", "exist", "yet", "already", "booked", "known"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    public static Clause? Read(RuleLine line, EntityTerms rows, Seq<Token> words)
    {
        Seq<Token> said = words.Count > 0 && words[^1].IsAny(".", ",", ";") ? [.. words.Take(words.Count - 1)] : words;
        if (said.Count is 0 or > Longest)
        {
            return null;
        }

        return OfRows(line, rows, said) ?? OfField(line, rows, said) ?? OfParts(line, rows, said) ?? Counted(rows, said) ?? (said.Count < 7 ? VerbPhrase.Read(line, rows, said) : null) ?? Joined(line, rows, said);
    }

    /// <summary>"the second edition on", "version 2 or later": a number of the rows that counts.</summary>
    private static Clause? Counted(EntityTerms rows, Seq<Token> said)
    {
        var start = Speech.SkipDeterminers(said, 0);
        var number = start + 2 == said.Count - 1 && said[^1].IsAny("on", "onwards", "onward") ? Array.IndexOf(Ordinals, said[start].Lower) + 1 : 0;
        return number > 0 && Phrase.Key(said, start + 1, 1) is { } key && (rows.Exact(key) ?? rows.Suffix(key)) is { IsNumber: true, IsForeignKey: false } column
            ? new(rows.Name, Logic.Compare(column, CompareOp.GreaterOrEqual, number), $"{column.Name} from {number}") : null;
    }

    /// <summary>A condition in any form, over the rows.</summary>
    public static Clause? Of(RuleLine line, EntityTerms rows, Seq<Token> words) =>
        Forbidding.Read(line, rows, words, "when") is { } read && read.Entity == rows.Name && Paths.Lead(line.Vocabulary, rows.Name, read.Condition) ? read : null;

    private static Clause? Joined(RuleLine line, EntityTerms rows, Seq<Token> said)
    {
        for (var at = 2; at + 2 < said.Count; at++)
        {
            if (said[at].IsAny("and", "or") && Of(line, rows, [.. said.Take(at)]) is { } first && Of(line, rows, [.. said.Skip(at + 1)]) is { } rest)
            {
                return new(rows.Name, said[at].Is("or") ? new Or([first.Condition, rest.Condition]) : new And([first.Condition, rest.Condition]), $"{first.Name} {said[at].Lower} {rest.Name}");
            }
        }

        return null;
    }

    /// <summary>"it was measured on a scale", "the trip is still open": a noun or pronoun and what is said of it.</summary>
    private static Clause? OfRows(RuleLine line, EntityTerms rows, Seq<Token> said)
    {
        var pronoun = said[0].IsAny("it", "they", "that", "which", "who");
        for (var cut = pronoun ? 1 : Math.Min(8, said.Count - 1); cut > 0; cut--)
        {
            if (!pronoun && !said[cut].IsAny("is", "are", "was", "were", "has", "have", "had", "did", "does", "still", "not"))
            {
                continue;
            }

            var noun = pronoun ? new RowsPhrase(rows, null, "", false, false) : RowsPhrase.Read(line, [.. said.Take(cut)]);
            if (noun is not { Only: false, None: false } || noun.Terms != rows && (said[0].IsAny("a", "an", "any", "one", "all", "every", "each", "no") || Paths.To(line.Vocabulary, rows, noun.Terms) is null) || VerbPhrase.Read(line, noun.Terms, [.. said.Skip(cut)]) is not { } told)
            {
                continue;
            }

            var whole = noun.Which is { } first ? new And([first, told.Condition]) : told.Condition;
            var roles = noun.Terms == rows ? [] : Paths.To(line.Vocabulary, rows, noun.Terms)!.Value;
            return new(rows.Name, roles.Reverse().Aggregate(whole, (inner, role) => inner.From(role)), $"{noun.Name} {told.Name}".Trim());
        }

        return null;
    }

    /// <summary>"the balance is above 20", "no reason is given", "the day of arrival lies before that of departure".</summary>
    public static Clause? OfField(RuleLine line, EntityTerms rows, Seq<Token> said)
    {
        for (var cut = Math.Min(9, said.Count - 1); cut > 0; cut--)
        {
            var verb = cut;
            while (verb < said.Count && said[verb].IsAny("is", "are", "was", "were", "has", "have", "been", "lies", "must", "be", "not"))
            {
                verb++;
            }

            if (verb >= said.Count || FieldPhrase.Read(line.Vocabulary, rows, [.. said.Take(cut)], []) is not { } field || field.Column == rows.State)
            {
                continue;
            }

            var denied = said.Skip(cut).Take(verb - cut).Any(word => word.Is("not"));
            if (ComparisonClause.Predicate(new Speech(line.Vocabulary, rows), said, verb, said.Count, field, denied) is { } told && told.Entity == rows.Name)
            {
                return told;
            }

            if (verb > cut && verb == said.Count - 1 && (said[verb].IsAny("empty", "missing", "absent", "blank") || Adjectives.SaysPresent(said[verb].Lower) || said[verb].IsAny("known", "there", "agreed", "stated", "noted")))
            {
                var absent = said[verb].IsAny("empty", "missing", "absent", "blank") != denied;
                return new(rows.Name, absent ? new Not(new IsPresent(field.Ref)) : new IsPresent(field.Ref), $"{field.Column.Name} {(absent ? "absent" : "given")}");
            }
        }

        return null;
    }

    /// <summary>"it has bills that are open or part paid", "one of its checks is requested", "all of its checks are done", "a check of it has been reported".</summary>
    private static Clause? OfParts(RuleLine line, EntityTerms rows, Seq<Token> said) => Had(line, rows, said) ?? Counted(line, rows, said);

    private static Clause? Had(RuleLine line, EntityTerms rows, Seq<Token> said)
    {
        var at = said[0].IsAny("it", "they") && said.Count > 2 && said[1].IsAny("has", "have", "still", "contains", "holds") ? said[1].Is("still") ? 3 : 2
            : Phrase.At(said, 0, "there", "is") || Phrase.At(said, 0, "there", "are") ? 2 : -1;
        at += at > 0 && at < said.Count && said[at].Is("still") ? 1 : 0;
        if (at < 0 || at >= said.Count)
        {
            return null;
        }

        var none = said[at].IsAny("no", "not");
        return RowsPhrase.Read(line, Quantified(said, at, out var least)) is { } part && Inside(line.Vocabulary, rows, part, part.Which) is { } count ? Told(rows, count, none, least, part.Name) : null;
    }

    /// <summary>The phrase without its quantifier.</summary>
    private static Seq<Token> Quantified(Seq<Token> said, int at, out int least)
    {
        least = 1;
        at += said[at].IsAny("any", "no", "some") ? 1 : 0;
        if (Phrase.At(said, at, "at", "least") && Figures.At(said, at + 2) is { } figure && figure == decimal.Truncate(figure) && figure is > 0 and < 1000)
        {
            least = (int)figure;
            at += 3;
        }

        return [.. said.Skip(at)];
    }

    private static Clause? Counted(RuleLine line, EntityTerms rows, Seq<Token> said)
    {
        var all = said[0].IsAny("all", "every", "each");
        var none = said[0].IsAny("no", "none");
        var some = said[0].IsAny("one", "any", "some", "a", "an");
        if (!all && !none && !some)
        {
            return null;
        }

        var from = 1;
        while (from < said.Count && said[from].IsAny("of", "its", "their", "the", "these", "them"))
        {
            from++;
        }

        for (var cut = from + 1; cut < said.Count; cut++)
        {
            if (!all && said[cut].IsAny("is", "are", "has", "have", "exists", "exist") && said.Skip(cut).All(word => word.IsAny(Existing)) && RowsPhrase.Read(line, Part(said, from, cut)) is { } there && Inside(line.Vocabulary, rows, there, there.Which) is { } found)
            {
                return Told(rows, found, none, 1, $"{(none ? "no" : "a")} {there.Terms.Name}");
            }

            if (!said[cut].IsAny("is", "are", "was", "were", "has", "have") || RowsPhrase.Read(line, Part(said, from, cut)) is not { } part || VerbPhrase.Read(line, part.Terms, [.. said.Skip(cut)]) is not { } told)
            {
                continue;
            }

            var counted = all ? Logic.Opposite(told.Condition) : told.Condition;
            return Inside(line.Vocabulary, rows, part, part.Which is { } which ? new And([which, counted]) : counted) is { } count ? Told(rows, count, all || none, 1, $"{(all ? "all" : none ? "no" : "a")} {part.Terms.Name} {told.Name}") : null;
        }

        return null;
    }

    /// <summary>"check of it", "check of the parcel": whose it is adds nothing.</summary>
    private static Seq<Token> Part(Seq<Token> said, int from, int cut)
    {
        var of = Enumerable.Range(from, cut - from).FirstOrDefault(at => said[at].Is("of"), cut);
        return of + 1 < cut && said[of + 1].IsAny("it", "them", "its", "the", "this", "that") ? [.. said.Skip(from).Take(of - from)] : [.. said.Skip(from).Take(cut - from)];
    }

    private static Clause Told(EntityTerms rows, Aggregate count, bool none, int least, string name) =>
        new(rows.Name, new Compare(none ? CompareOp.Equal : CompareOp.GreaterOrEqual, count, Literal.Number(none ? 0 : least)), $"{(none ? "no " : "")}{(name.Length > 0 ? name : count.Entity)}");

    /// <summary>How many such rows belong to the whole by the one way in which they can.</summary>
    private static Aggregate? Inside(Vocabulary vocabulary, EntityTerms whole, RowsPhrase part, Expr? which)
    {
        var links = part.Terms == whole ? [] : vocabulary.Children(whole.Name).Where(link => link.Child == part.Terms.Name).Take(2).ToArray();
        return links is [var only] && which?.IsSameRow() != false ? new(AggregateKind.Count, only.Child, only.Role, null, which) : null;
    }
}
