using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Which rows a sentence speaks of: "a shipped order", "orders over $500", "members without a card", "entries of a closed book".</summary>
/// <param name="Which">Over the entity's rows; null for all of them.</param>
/// <param name="Name">The qualities in words; empty for all rows.</param>
/// <param name="Only">"Only shipped orders": what is said is said of no others.</param>
/// <param name="None">"No order": what is said is denied.</param>
internal sealed record SubjectPhrase(EntityTerms Terms, Expr? Which, string Name, int Start, int End, bool Only, bool None)
{
    private static readonly string[] Quantifiers = ["a", "an", "the", "each", "every", "all", "any", "both", "its", "their", "this", "that", "these", "existing", "new"];

    /// <summary>The phrase that starts at the place; null when its words are no entity with qualities the model knows.</summary>
    public static SubjectPhrase? At(Vocabulary vocabulary, IReadOnlyList<Token> tokens, int at, int to)
    {
        var (only, none, start) = (false, false, at);
        while (start < to && (tokens[start].IsAny(Quantifiers) || tokens[start].IsAny("only", "no")))
        {
            only |= tokens[start].Is("only");
            none |= tokens[start].Is("no");
            start++;
        }

        if (((start > at ? ByValue(vocabulary, tokens, start, to) : null) ?? ByFlag(vocabulary, tokens, start, to)) is { } valued)
        {
            return valued with { Start = start, Only = only, None = none };
        }

        for (var noun = start; noun < Math.Min(start + 7, to); noun++)
        {
            if (vocabulary.EntityAt(tokens, noun, out var width) is { } terms && noun + width <= to)
            {
                return noun == start + 1 && Told(terms, tokens, start, noun + width, to) is { } told ? told with { Only = only, None = none }
                    : Qualities(terms, tokens, start, noun) is { } before ? Qualified(vocabulary, terms, before, tokens, noun + width, to) with { Start = start, Only = only, None = none } : null;
            }
        }

        return null;
    }

    /// <summary>"Open orders (not delivered or cancelled)": the brackets tell what the one word before the noun means.</summary>
    private static SubjectPhrase? Told(EntityTerms terms, IReadOnlyList<Token> tokens, int start, int at, int to)
    {
        var single = at + 2 < to && tokens[at].Is("(") && tokens[start].Kind == TokenKind.Word;
        var close = single ? Phrase.IndexOf(tokens, at, ")") : -1;
        var denied = close > 0 && tokens[at + 1].Is("not");
        return close > 0 && close < to && StateLists.At(terms, tokens, denied ? at + 2 : at + 1, close) is { } meant && meant.End == close
            ? new(terms, denied ? Logic.Opposite(meant.Which) : meant.Which, tokens[start].Lower, start, close + 1, false, false) : null;
    }

    /// <summary>"A deposit must …", "each renewal needs …": a value used as a noun, where only one attribute has it.</summary>
    private static SubjectPhrase? ByValue(Vocabulary vocabulary, IReadOnlyList<Token> tokens, int at, int to)
    {
        var verb = at + 1 < to && tokens[at + 1].IsAny("has", "have", "needs", "need", "requires", "require", "must", "cannot", "can", "may", "is", "are", "never");
        if (!verb || tokens[at].Kind != TokenKind.Word || vocabulary.EntityAt(tokens, at, out _) is not null || vocabulary.OwnersAt([tokens[at]], 0).Count > 0)
        {
            return null;
        }

        var values = vocabulary.Values(tokens[at].Text).Concat(vocabulary.Values(Facts.Language.Nouns.Singular(tokens[at].Lower))).DistinctBy(value => value.Column).Take(2).ToArray();
        return values is [var only] ? new(vocabulary.Of(only.Column.Entity), Logic.In(only.Column, [only.Value]), only.Value, at, at + 1, false, false) : null;
    }

    /// <summary>"A break has …", "one break per concert": the noun of a flag, where only one kind of row has that flag.</summary>
    private static SubjectPhrase? ByFlag(Vocabulary vocabulary, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at >= to || tokens[at] is not { Kind: TokenKind.Word, Lower.Length: > 3 } || at + 1 < to && !tokens[at + 1].IsAny("per", "has", "have", "needs", "need", "must", "cannot", "may", "can", "is", "are", "never", "in", "."))
        {
            return null;
        }

        var noun = Facts.Language.Nouns.Singular(tokens[at].Lower);
        var flags = vocabulary.All.SelectMany(terms => terms.Columns).Where(column => column.Type.Kind == DataKind.Boolean && column.Words is ["is", var flag] && flag == noun).Take(2).ToArray();
        return flags is [var only] && vocabulary.EntityAt(tokens, at, out _) is null && vocabulary.Values(noun).Count == 0 && vocabulary.OwnersAt([tokens[at]], 0).All(owner => owner.Name == only.Entity) && IsNoun(noun)
            ? new(vocabulary.Of(only.Entity), new Compare(CompareOp.Equal, only.Ref, Literal.Bool(true)), noun, at, at + 1, false, false) : null;
    }

    /// <summary>Active and shared are qualities of other nouns.</summary>
    private static bool IsNoun(string word) =>
        !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ive", StringComparison.Ordinal) && !word.EndsWith("able", StringComparison.Ordinal) && !word.EndsWith("ible", StringComparison.Ordinal) && !word.EndsWith("ic", StringComparison.Ordinal) && !word.EndsWith("ful", StringComparison.Ordinal);

    private static SubjectPhrase Qualified(Vocabulary vocabulary, EntityTerms terms, List<(Expr Which, string Name)> found, IReadOnlyList<Token> tokens, int end, int to)
    {
        var all = new List<(Expr Which, string Name)>(found);
        while (end < to && Qualifiers.At(vocabulary, terms, tokens, end, to) is { } after)
        {
            all.Add((after.Which, after.Name));
            end = after.End;
        }

        var which = all.Count == 0 ? null : Logic.All(all.Select(one => one.Which));
        return new(terms, which, string.Join(' ', all.Select(one => one.Name)), 0, end, false, false);
    }

    /// <summary>A value of two words: of the state, else of the one attribute that has it.</summary>
    private static (Column Column, string Value)? TwoWords(EntityTerms terms, string said)
    {
        if (terms.State is { } state && Values.Enumerated(said, state) is { } value)
        {
            return (state, value);
        }

        var valued = terms.Columns.Select(column => (Column: column, Value: Values.Enumerated(said, column))).Where(one => one.Value is not null).Take(2).ToArray();
        return valued is [var only] ? (only.Column, only.Value!) : null;
    }

    /// <summary>The adjectives before the noun: all of them must mean something.</summary>
    private static List<(Expr Which, string Name)>? Qualities(EntityTerms terms, IReadOnlyList<Token> tokens, int from, int to)
    {
        var found = new List<(Expr Which, string Name)>();
        var either = false;
        for (var at = from; at < to; at++)
        {
            if (tokens[at].IsAny("and", "or", ",", "/"))
            {
                either = true;
                continue;
            }

            if (at + 1 < to && TwoWords(terms, $"{tokens[at].Text} {tokens[at + 1].Text}") is var (named, value))
            {
                found.Add((Logic.In(named, [value]), value));
                at++;
                continue;
            }

            if (Adjectives.Denied(terms, tokens[at].Lower) is not { } quality)
            {
                return null;
            }

            found.Add((quality, tokens[at].Lower));
        }

        return either && found.Count > 1 ? [(Logic.Either(found.Select(one => one.Which)), string.Join(" or ", found.Select(one => one.Name)))] : found;
    }
}
