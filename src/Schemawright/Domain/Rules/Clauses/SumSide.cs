using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>One side of a comparison with a sum: "the sum of an order's payments", "its total", "the budget hours".</summary>
/// <param name="IsSum">The words say sum or total of something.</param>
/// <param name="Part">The parts summed, where an entity is named; else null.</param>
/// <param name="Attribute">The summed or compared attribute's key, where one is named; else null.</param>
/// <param name="Owner">The whole, where the words name it; else null.</param>
internal sealed record SumSide(bool IsSum, SubjectPhrase? Part, string? Attribute, EntityTerms? Owner, Operand? Operand)
{
    public bool IsPlain => !IsSum;

    public string Name => IsSum ? $"sum of {Attribute ?? Naming.Snake(Part!.Terms.Name)}" : Operand!.Column.Name;

    public static SumSide? Read(RuleLine line, IReadOnlyList<Token> words, int from, int to, EntityTerms? owner = null)
    {
        if (OfWhole(line, words, from, to) is { } held)
        {
            return held;
        }

        var start = Speech.SkipDeterminers(words, from);
        if (start > from && words[start - 1].Is("total") && owner is not null && Plain(line.About(owner), words, from, to) is { } total)
        {
            return total;
        }

        var sum = start < to && (words[start].IsAny("sum", "sums") || (start > from && words[start - 1].Is("total") && words[start].IsAny("of", "number")) || words[start].IsAny("combined", "total") && start + 1 < to && words[start + 1].Is("of"));
        if (!sum)
        {
            return (owner is null ? null : Plain(line.About(owner), words, from, to)) ?? Plain(line, words, from, to) ?? (start > from && words[start - 1].IsAny("total", "sum") ? Summed(line, words, start, to) : null);
        }

        var of = Phrase.IndexOf(words, start, "of");
        return of < 0 || of >= to - 1 ? null : Summed(line, words, of + 1, to);
    }

    private static SumSide? Plain(RuleLine line, IReadOnlyList<Token> words, int from, int to) =>
        line.Speech.At(words, from)?.AtHome is { Column: { IsNumber: true, IsForeignKey: false }, IsOwn: true } operand && operand.End == to ? new(false, null, operand.Column.Name, null, operand) : null;

    /// <summary>"the budget of a project", "the total of a basket" where baskets have one.</summary>
    private static SumSide? OfWhole(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        var of = Phrase.IndexOf(words, from + 1, "of");
        var named = of < 0 ? to : Speech.SkipDeterminers(words, of + 1);
        return named < to && line.Vocabulary.EntityAt(words, named, out var width) is { } whole && named + width == to ? Plain(line.About(whole), [.. words.Take(of)], from, of) : null;
    }

    /// <summary>"an order's payments", "all payment amounts", "hours of a project", "its lines", "debits".</summary>
    private static SumSide? Summed(RuleLine line, IReadOnlyList<Token> words, int from, int to)
    {
        var (end, tail) = (to, to);
        EntityTerms? owner = null;
        for (var of = from + 1; of < to - 1 && owner is null; of++)
        {
            if (!words[of].IsAny("of", "for", "per", "on", "in") || line.Vocabulary.EntityAt(words, Speech.SkipDeterminers(words, of + 1), out var width) is not { } whole)
            {
                continue;
            }

            var close = Speech.SkipDeterminers(words, of + 1) + width;
            if (close == to || words[close].IsAny("which", "that", "who"))
            {
                (owner, end, tail) = (whole, of, close);
            }
        }

        var start = Speech.SkipDeterminers(words, from);
        if (start == end - 1 && words[start].Text.Split('.') is [var entity, var member] && line.Vocabulary.Find(entity) is { } dotted)
        {
            return new(true, new(dotted, null, "", start, end, false, false), EntityTerms.Key(Naming.Words(member), 0, 9), owner, null);
        }

        if (start < end && words[start].Text.EndsWith("'s", StringComparison.Ordinal) && line.Vocabulary.EntityAt(words, start, out var first) is { } possessor && start + first < end)
        {
            (owner, start) = (possessor, start + first);
        }

        var part = SubjectPhrase.At(line.Vocabulary, words, start, end);
        if (tail < to)
        {
            // "the refunds of a bill which are not refused": what is said behind the whole is said of the parts.
            return part is not null && part.End == end && Qualifiers.At(line.Vocabulary, part.Terms, words, tail, to) is { } said && said.End == to
                ? new(true, part with { Which = part.Which is { } also ? new And([also, said.Which]) : said.Which }, null, owner, null) : null;
        }

        return part is not null && part.End == end ? new(true, part, null, owner, null)
            : part is not null && Phrase.Key(words, part.End, end - part.End) is { } of2 ? new(true, part, of2, owner, null)
            : Phrase.Key(words, start, end - start) is { } key ? new(true, null, key, owner, null) : null;
    }

    /// <summary>The entity whose row the sides are compared in: the one that has the plain attribute, or the one named as owner.</summary>
    public static EntityTerms? Whole(RuleLine line, SumSide one, SumSide other, string? named)
    {
        var plain = one.IsPlain ? one : other.IsPlain ? other : null;
        return plain?.Operand is { } operand ? line.Vocabulary.Of(operand.Column.Entity)
            : one.Owner ?? other.Owner ?? (named is null ? null : line.Vocabulary.Of(named)) ?? line.Subject;
    }

    /// <summary>The side as an expression over the whole's row; null when the whole has no such parts.</summary>
    public Expr? Of(RuleLine line, EntityTerms whole)
    {
        if (IsPlain)
        {
            return Operand!.Column.Entity == whole.Name ? Ref.To(Operand.Column.Name) : null;
        }

        if (Owner is not null && Owner != whole)
        {
            return null;
        }

        if (Part is null && Attribute is { } word && line.Vocabulary.PartsOf(whole, word).ToArray() is [var only])
        {
            return (this with { Part = new(only, null, "", 0, 0, false, false), Attribute = null }).Of(line, whole);
        }

        var found = line.Vocabulary.Children(whole.Name).Where(link => link.Child != whole.Name && (Part is null || Part.Terms.Name == link.Child))
            .Select(link => (link, Column: Summand(line.Vocabulary.Of(link.Child)))).Where(pair => pair.Column is not null).DistinctBy(pair => pair.link.Child, StringComparer.Ordinal).ToArray();
        return found.Length == 1 ? new Aggregate(AggregateKind.Sum, found[0].link.Child, found[0].link.Role, found[0].Column!.Name, Part?.Which) : null;
    }

    private Column? Summand(EntityTerms child)
    {
        if (Attribute is { } key)
        {
            return (child.Exact(key) ?? child.Suffix(key)) is { IsNumber: true, IsForeignKey: false } named ? named : null;
        }

        var amounts = child.Columns.Where(column => column is { IsForeignKey: false } && column.Type.Kind is DataKind.Money or DataKind.Decimal).ToArray();
        return child.Columns.FirstOrDefault(column => column.IsNumber && column.Words is ["line" or "sub", "total" or "amount"] or ["subtotal"] or ["linetotal"])
            ?? (amounts.Length == 1 ? amounts[0] : Approvals.Amount(child))
            ?? (child.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false }).ToArray() is [var only] ? only : null);
    }
}
