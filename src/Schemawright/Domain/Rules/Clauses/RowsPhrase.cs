using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>
/// Rows as a noun phrase tells them, read to its last word: "a member who is suspended", "slips that were filled at a pump", "fares above 20 %", and values
/// used as nouns, "transfers and direct debits".
/// </summary>
/// <param name="Which">Over the entity's rows; null for all of them.</param>
internal sealed record RowsPhrase(EntityTerms Terms, Expr? Which, string Name, bool Only, bool None)
{
    private const int Longest = 16;

    private static readonly string[] Quantifiers = ["a", "an", "the", "each", "every", "all", "any", "both", "its", "their", "this", "that", "these", "new"];

    public static RowsPhrase? Read(RuleLine line, Seq<Token> words)
    {
        var said = FieldPhrase.Trimmed(words);
        if (said.Count is 0 or > Longest)
        {
            return null;
        }

        return Plain(line, said) ?? Relative(line, said) ?? Valued(line, said) ?? Beyond(line, said);
    }

    private static RowsPhrase? Plain(RuleLine line, Seq<Token> said) =>
        SubjectPhrase.At(line.Vocabulary, said, 0, said.Count) is { } phrase && phrase.End == said.Count ? new(phrase.Terms, phrase.Which, phrase.Name, phrase.Only, phrase.None) : null;

    /// <summary>"… that were not yet paid", "… measured on a scale": what is said of the noun behind it.</summary>
    private static RowsPhrase? Relative(RuleLine line, Seq<Token> said)
    {
        for (var at = 1; at + 1 < said.Count; at++)
        {
            if (Phrase.At(said, at, "for", "which") && SubjectPhrase.At(line.Vocabulary, said, 0, at) is { } things && things.End == at && Flagged(things.Terms, [.. said.Skip(at + 2)]) is { } flagged)
            {
                return new(things.Terms, things.Which is { } also ? new And([also, flagged.Condition]) : flagged.Condition, $"{things.Name} {flagged.Name}".Trim(), things.Only, things.None);
            }

            var opens = said[at].IsAny("that", "which", "who");
            var reduced = !opens && said[at].Lower.EndsWith("ed", StringComparison.Ordinal) && said[at + 1].IsAny("on", "in", "by", "with", "at", "for", "from", "of");
            if (!opens && !reduced || SubjectPhrase.At(line.Vocabulary, said, 0, at) is not { } head || head.End != at)
            {
                continue;
            }

            Seq<Token> rest = [.. said.Skip(opens ? at + 1 : at)];
            if (VerbPhrase.Read(line, head.Terms, rest) is { } told)
            {
                return new(head.Terms, head.Which is { } first ? new And([first, told.Condition]) : told.Condition, $"{head.Name} {told.Name}".Trim(), head.Only, head.None);
            }
        }

        return null;
    }

    /// <summary>"Pathologists", "cheques and direct debits": values of one attribute, of the rows that are spoken of where several know them.</summary>
    private static RowsPhrase? Valued(RuleLine line, Seq<Token> said)
    {
        var (from, only, none) = (0, false, false);
        while (from < said.Count && (said[from].IsAny(Quantifiers) || said[from].IsAny("only", "no")))
        {
            only |= said[from].Is("only");
            none |= said[from].Is("no");
            from++;
        }

        var parts = Parts(said, from);
        if (parts.Count == 0 || line.Vocabulary.EntityAt(said, from, out _) is not null)
        {
            return null;
        }

        var columns = line.Vocabulary.Values(parts[0]).Select(value => value.Column).Distinct().Where(column => parts.TrueForAll(part => Value(column, part) is not null)).ToArray();
        var own = columns.Where(column => column.Entity == line.Subject?.Name).ToArray();
        return (own.Length > 0 ? own : columns) is [var column] ? new(line.Vocabulary.Of(column.Entity), Logic.In(column, [.. parts.Select(part => Value(column, part)!)]), string.Join(" or ", parts.Select(part => Value(column, part)!)), only, none) : null;
    }

    private static string? Value(Column column, string said) =>
        Values.Enumerated(said, column) ?? column.Type.Values.FirstOrDefault(value => EntityTerms.Key(Naming.Words(value), 0, 9) == Naming.EntityKey(said));

    /// <summary>What commas, "and" and "or" join; empty when a part is no run of words.</summary>
    private static List<string> Parts(Seq<Token> said, int from)
    {
        var parts = new List<string>();
        var part = new List<string>();
        for (var at = from; at <= said.Count; at++)
        {
            if (at < said.Count && !said[at].IsAny("and", "or", ","))
            {
                if (said[at].Kind is not (TokenKind.Word or TokenKind.Quoted) || part.Count > 2)
                {
                    return [];
                }

                part.Add(said[at].Lower);
            }
            else if (part.Count > 0)
            {
                parts.Add(string.Join(' ', part));
                part.Clear();
            }
        }

        return parts;
    }

    /// <summary>"discounts above 20 %": an attribute beyond a figure means the rows that have it.</summary>
    private static RowsPhrase? Beyond(RuleLine line, Seq<Token> said)
    {
        var at = Enumerable.Range(1, Math.Max(0, said.Count - 1)).FirstOrDefault(place => Relation.At(said, place) is not null && said[place].Kind == TokenKind.Word, -1);
        if (at == 2 && said[1].Is("of") && line.Subject is { } rows && Done(rows, said[0]) is { } done)
        {
            return ComparisonClause.Predicate(new Speech(line.Vocabulary, rows), said, at, said.Count, done, false) is { } more && more.Entity == rows.Name ? new(rows, more.Condition, more.Name, false, false) : null;
        }

        if (at < 1 || line.Subject is not { } subject || FieldPhrase.Read(line.Vocabulary, subject, [.. said.Take(at)], []) is not { IsOwn: true, Column.IsNumber: true } field)
        {
            return null;
        }

        return ComparisonClause.Predicate(new Speech(line.Vocabulary, subject), said, at, said.Count, field, false) is { } told && told.Entity == subject.Name ? new(subject, told.Condition, told.Name, false, false) : null;
    }

    /// <summary>"for which lending is not allowed", of what has the flag lending_allowed.</summary>
    private static Clause? Flagged(EntityTerms terms, Seq<Token> said)
    {
        string[] content = [.. said.Where(word => !word.IsAny("is", "are", "not", "the", "a", "was")).Select(word => word.Lower).Order(StringComparer.Ordinal)];
        var flags = terms.Columns.Where(column => column.Type.Kind == DataKind.Boolean && column.Words.Where(word => word is not "is").Order(StringComparer.Ordinal).SequenceEqual(content, StringComparer.Ordinal)).Take(2).ToArray();
        var denied = said.Any(word => word.Is("not"));
        return flags is [var only] ? new(terms.Name, new Compare(CompareOp.Equal, only.Ref, Literal.Bool(!denied)), $"{(denied ? "not " : "")}{only.Name}") : null;
    }

    /// <summary>"Refunds" of what has a refunded amount: the one amount named for the deed.</summary>
    private static Operand? Done(EntityTerms rows, Token noun) =>
        rows.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false } && column.Words is [var deed, "amount" or "sum" or "value"] && deed.EndsWith("ed", StringComparison.Ordinal) && Stems.Same(deed, Nouns.Singular(noun.Lower))).Take(2).ToArray() is [var only]
            ? new(rows.Name, [only.Name], only, 1) : null;
}
