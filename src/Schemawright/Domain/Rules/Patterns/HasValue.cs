using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Open bills have a paid amount of zero", "a guided tour has a group size of at most 12": rows, what they have, and how much of it.</summary>
internal sealed class HasValue : IRulePattern
{
    private const int Longest = 20;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 6 or > Longest || Phrase.Has(words, "if", "when", "unless", "per", "each") || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Only: false, None: false } phrase)
        {
            return null;
        }

        var at = phrase.End;
        while (at < words.Count && words[at].IsAny("must", "always", "shall", "should"))
        {
            at++;
        }

        if (at + 3 >= words.Count || !words[at].IsAny("has", "have", "carry", "carries", "require", "requires", "needs", "need") || new Speech(line.Vocabulary, phrase.Terms).At(words, at + 1) is not { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } } operand
            || operand.Entity != phrase.Terms.Name || operand.End + 1 >= words.Count || !words[operand.End].Is("of") || !Bounds(words, operand.End + 1))
        {
            return null;
        }

        var plain = Figures.At(words, operand.End + 1) is not null;
        var demand = words.Skip(operand.End + 1);
        var reading = plain ? RulePatterns.Read(line.About(phrase.Terms, [Rewording.Word(operand.Column.Name), Rewording.Word("equals"), .. demand])) : Rewording.MustBe(line, phrase.Terms, operand.Column, demand);
        return reading is null || phrase.Which is not { } which ? reading : Conditioned.By(line.Vocabulary, reading, new(phrase.Terms.Name, which, phrase.Name));
    }

    private static bool Bounds(Collections.Seq<Token> words, int at) => Figures.At(words, at) is not null || words[at].Is("between") || Relation.At(words, at) is { } relation && Figures.At(words, relation.End) is not null;
}
