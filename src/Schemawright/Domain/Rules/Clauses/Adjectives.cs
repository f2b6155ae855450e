using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>What a quality of a thing means in its attributes: "active" is a flag or a state, "signed" a moment that is filled.</summary>
internal static class Adjectives
{
    private static readonly string[] Present = ["present", "provided", "given", "set", "filled", "specified", "recorded", "entered", "supplied", "attached", "uploaded", "received", "assigned", "completed", "complete", "available", "captured", "stored", "documented", "selected", "included", "linked"];

    /// <summary>True for words that say a value is there at all.</summary>
    public static bool SaysPresent(string word) => Present.Contains(word, StringComparer.Ordinal);

    /// <summary>The quality, also where a prefix denies it: unverified, non-billable, unpaid where no value is called so.</summary>
    public static Expr? Denied(EntityTerms terms, string word)
    {
        if (Of(terms, word) is { } said)
        {
            return said.Condition;
        }

        foreach (var prefix in (ReadOnlySpan<string>)["non-", "un", "non", "in"])
        {
            if (word.Length > prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal) && Of(terms, word[prefix.Length..]) is { } denied)
            {
                return Logic.Opposite(denied.Condition);
            }
        }

        return null;
    }

    /// <param name="path">The roles from the rule's subject to the entity; empty for the subject itself.</param>
    public static (Column Column, Expr Condition)? Of(EntityTerms terms, string word, Seq<string> path = default)
    {
        var negated = word.StartsWith("in", StringComparison.Ordinal) && word.Length > 4 && Flag(terms, word) is null && Valued(terms, word) is null && Flag(terms, word[2..]) is not null;
        if (Flag(terms, negated ? word[2..] : word) is { } flag)
        {
            return (flag, new Compare(CompareOp.Equal, To(path, flag), Literal.Bool(!negated)));
        }

        if (terms.Explained(word) is var (explained, which))
        {
            return (explained, path.Reverse().Aggregate(which, (inner, role) => inner.From(role)));
        }

        if (Valued(terms, word) is { } valued)
        {
            return (valued.Column, new Compare(CompareOp.Equal, To(path, valued.Column), Literal.String(valued.Value)));
        }

        if (Expiry.Of(terms, word) is var (day, clock))
        {
            return (day, new Compare(CompareOp.Less, To(path, day), clock));
        }

        if (Grouped(terms, word) is var (listed, several))
        {
            return (listed, new OneOf(To(path, listed), several));
        }

        return (terms.Exact(word + "_at") ?? Dated(terms, word)) is { IsForeignKey: false } moment ? (moment, new IsPresent(To(path, moment))) : null;
    }

    /// <summary>Deceased of deceased_on, settled of settled_date: the day on which it became so.</summary>
    private static Column? Dated(EntityTerms terms, string word) =>
        !(word.EndsWith("ed", StringComparison.Ordinal) || word is "left" or "sold" or "paid" or "sent" or "lost" or "born" or "withdrawn" or "given" or "taken" or "broken") ? null
        : (ReadOnlySpan<string>)[word + "_on", word + "_date", "date_" + word] is var names && (terms.Exact(names[0]) ?? terms.Exact(names[1]) ?? terms.Exact(names[2])) is { } day && (day.IsDate || day.IsMoment) ? day : null;

    private static Ref To(Seq<string> path, Column column) => new([.. path, column.Name]);

    private static Column? Flag(EntityTerms terms, string word)
    {
        foreach (var name in (ReadOnlySpan<string>)[word, "is_" + word, "has_" + word, "was_" + word])
        {
            if (terms.Exact(name) is { Type.Kind: DataKind.Boolean } flag)
            {
                return flag;
            }
        }

        return null;
    }

    private static ValueTerm? Valued(EntityTerms terms, string word)
    {
        if (terms.State is { } state && Values.Enumerated(word, state) is { } value)
        {
            return new(state, value);
        }

        var found = terms.Columns
            .Select(column => Values.Enumerated(word, column) is { } listed ? new ValueTerm(column, listed) : null)
            .OfType<ValueTerm>().ToArray();
        return found.Length == 1 ? found[0] : found.Length == 0 ? Inflected(terms, word) : null;
    }

    /// <summary>"critical" of critical_low and critical_high: all the values of the one attribute that begin with the word.</summary>
    private static (Column Column, Seq<Literal> Values)? Grouped(EntityTerms terms, string word)
    {
        if (word.Length < 5)
        {
            return null;
        }

        var found = terms.Columns.Select(column => (Column: column, Values: column.Type.Values.Where(value => Facts.Language.Naming.Words(value) is { Count: > 1 } words && words[0] == word).ToArray())).Where(one => one.Values.Length > 1).Take(2).ToArray();
        return found is [var only] ? (only.Column, only.Values.Select(Literal.String).ToSeq()) : null;
    }

    /// <summary>"renovated" of a status "renovating": the one state of the same verb.</summary>
    private static ValueTerm? Inflected(EntityTerms terms, string word)
    {
        if (terms.State is not { } state || word.Length < 5 || !(word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)))
        {
            return null;
        }

        var stem = Stems.Of(word);
        var alike = state.Type.Values.Where(value => !value.Contains('_', StringComparison.Ordinal) && (value.EndsWith("ed", StringComparison.Ordinal) || value.EndsWith("ing", StringComparison.Ordinal)) && Stems.Of(value) == stem).ToArray();
        return alike.Length == 1 ? new(state, alike[0]) : null;
    }
}
