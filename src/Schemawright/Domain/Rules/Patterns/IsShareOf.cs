using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"VAT is 19 % of the net amount", "a child ticket costs half the base price": an amount that is a share of another, rounded as it is stored.</summary>
internal sealed class IsShareOf : IRulePattern
{
    private const int Cents = 2;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 4 or > 24)
        {
            return null;
        }

        if (line.Label.Count > 0 && line.Speech.At(line.Whole, 0) is { IsOwn: true } labelled && labelled.End == line.Label.Count)
        {
            // "Booking fee: 3 % of the net amount"
            words = [.. line.Label, Rewording.Word("is"), .. line.Tokens];
            end = Rewording.End(words);
        }

        return Named(line, words, end) ?? Costing(line, words, end);
    }

    /// <summary>"VAT is 19 % of the net amount".</summary>
    private static Reading? Named(RuleLine line, Collections.Seq<Token> words, int end)
    {
        var start = Speech.SkipDeterminers(words, 0);
        return start < end && line.Speech.At(words, start)?.AtHome is { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } operand && operand.End < end && Linked(words, operand.End) is { } at
            && Share(line, operand.Column, words, at, end) is { } share ? Reading.Of(Rule(line, operand.Column, share, null)) : null;
    }

    /// <summary>"Child tickets cost half the base price": whose price it is stands before the verb.</summary>
    private static Reading? Costing(RuleLine line, Collections.Seq<Token> words, int end) =>
        SubjectPhrase.At(line.Vocabulary, words, 0, end) is { Only: false, None: false } rows && (rows.Which is null || rows.Which.IsSameRow()) && rows.End + 1 < end && words[rows.End].IsAny("cost", "costs") && Priced(rows.Terms) is { } price
            && Share(line, price, words, rows.End + 1, end) is { } share ? Reading.Of(Rule(line, price, share, rows)) : null;

    private static Column? Priced(EntityTerms terms) =>
        terms.Columns.Where(column => column is { IsNumber: true, IsForeignKey: false } && column.Words[^1] is "price" or "cost" or "fee" or "fare").Take(2).ToArray() is [var only] ? only : null;

    private static int? Linked(Collections.Seq<Token> words, int at) =>
        words[at].IsAny("is", "are", "equals") ? at + 1 : Phrase.At(words, at, "must", "be") || Phrase.At(words, at, "must", "equal") || Phrase.At(words, at, "amounts", "to") || Phrase.At(words, at, "is", "always") ? at + 2 : null;

    private static Value? Share(RuleLine line, Column column, Collections.Seq<Token> words, int at, int end) =>
        at < end && Formulas.Share(new Speech(line.Vocabulary, line.Vocabulary.Of(column.Entity)), words, at, end, column) is { } share && share.End >= end ? share : null;

    private static RuleDraft Rule(RuleLine line, Column column, Value share, SubjectPhrase? rows)
    {
        Expr equal = new Compare(CompareOp.Equal, column.Ref, new Rounded(share.Expr, column.Type.Scale ?? Cents));
        return line.Must(column.Entity, $"{column.Name} is {share.Name}{(rows?.Which is null ? "" : $" when {rows.Name}")}", rows?.Which is { } which ? new Implies(which, equal) : equal);
    }
}
