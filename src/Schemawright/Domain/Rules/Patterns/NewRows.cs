using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"New boats are ashore and in good repair by default", "new members are guests and have the fee class full unless agreed otherwise": what rows are at first.</summary>
internal static class NewRows
{
    private const int Longest = 30;

    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var start = words.Count > 1 && words[0].IsAny("a", "any", "every", "each") ? 1 : 0;
        if (words.Count is < 4 or > Longest || !words[start].Is("new") || SubjectPhrase.At(line.Vocabulary, words, start, words.Count) is not { Which: null, Only: false, None: false } rows)
        {
            return null;
        }

        var end = Body(words, Rewording.End(words));
        var verb = rows.End;
        if (verb + 1 >= end || !words[verb].IsAny("is", "are", "start", "starts", "begin", "begins"))
        {
            return null;
        }

        var defaults = new List<(string Entity, string Attribute, Literal Default)>();
        for (var at = verb + 1; at < end;)
        {
            var next = at;
            while (next < end && !words[next].IsAny("and", ","))
            {
                next++;
            }

            if (One(rows.Terms, [.. words.Skip(at).Take(next - at)]) is not var (column, value))
            {
                return null;
            }

            defaults.Add((rows.Terms.Name, column.Name, value));
            at = next + 1;
        }

        return defaults.Count == 0 || defaults.Select(one => one.Attribute).Distinct(StringComparer.Ordinal).Count() < defaults.Count ? null
            : Reading.Modelled($"what a new {rows.Terms.Name} has by default") with { Defaults = defaults.ToSeq() };
    }

    /// <summary>The words without "by default", "at first", "unless something else is said".</summary>
    private static int Body(Seq<Token> words, int end)
    {
        var unless = Phrase.IndexOf(words, 3, "unless");
        var otherwise = unless > 0 && words.Skip(unless).Any(word => word.IsAny("else", "otherwise", "different", "differently", "other"));
        end = otherwise ? unless : end;
        return Phrase.At(words, end - 2, "by", "default") || Phrase.At(words, end - 2, "at", "first") ? end - 2 : end;
    }

    /// <summary>"ashore", "in good repair", "have the fee class full".</summary>
    private static (Column Column, Literal Value)? One(EntityTerms terms, Seq<Token> said)
    {
        var at = 0;
        while (at < said.Count - 1 && said[at].IsAny("is", "are", "has", "have", "the", "a", "an", "in", "as", "of", "with", "always", "get", "gets"))
        {
            at++;
        }

        Seq<Token> rest = [.. said.Skip(at)];
        for (var length = 1; length < rest.Count && length < 4; length++)
        {
            // "the fee class full", "good repair": a name and its value, in either order.
            if (Named(terms, rest, 0, length, length, rest.Count) is { } before)
            {
                return before;
            }

            if (Named(terms, rest, rest.Count - length, rest.Count, 0, rest.Count - length) is { } behind)
            {
                return behind;
            }
        }

        var whole = string.Join(' ', rest.Select(word => word.Text));
        if (terms.State is { } state && Values.Enumerated(whole, state) is { } known)
        {
            return (state, Literal.String(known));
        }

        var valued = terms.Columns.Where(column => Values.Enumerated(whole, column) is not null).Take(2).ToArray();
        return valued is [var only] ? (only, Literal.String(Values.Enumerated(whole, only)!)) : null;
    }

    private static (Column Column, Literal Value)? Named(EntityTerms terms, Seq<Token> said, int from, int to, int value, int end) =>
        Phrase.Key(said, from, to - from) is { } key && terms.Exact(key) is { IsForeignKey: false } column && Values.Enumerated(string.Join(' ', said.Skip(value).Take(end - value).Select(word => word.Text)), column) is { } known ? (column, Literal.String(known)) : null;
}
