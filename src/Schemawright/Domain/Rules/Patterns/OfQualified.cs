using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The price of a child ticket is 0", "the limit of private customers is at most 1,000": an attribute, whose rows, and what it is there.</summary>
internal sealed class OfQualified : IRulePattern
{
    private const int Longest = 30;

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var of = words.Count is < 6 or > Longest ? -1 : Phrase.IndexOf(words, 1, "of", "for");
        if (of < 1 || of > 5 || SubjectPhrase.At(line.Vocabulary, words, of + 1, words.Count) is not { Which: { } which, Only: false, None: false } rows || !which.IsSameRow() || rows.End + 1 >= words.Count)
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        var speech = new Speech(line.Vocabulary, rows.Terms);
        if (speech.At([.. words.Take(of)], start) is not { IsOwn: true, Column.IsForeignKey: false } operand || operand.Entity != rows.Terms.Name || operand.End != of || which.Refs().Any(reference => reference.Attribute == operand.Column.Name))
        {
            return null;
        }

        return Said(line, rows, operand.Column, [.. words.Skip(rows.End)]);
    }

    /// <summary>What is demanded there, and ", that of business customers …" of other rows.</summary>
    private static Reading? Said(RuleLine line, SubjectPhrase rows, Column column, Collections.Seq<Token> rest)
    {
        var next = Enumerable.Range(0, Math.Max(0, rest.Count - 3)).FirstOrDefault(at => rest[at].IsAny(",", "and", ";") && Phrase.At(rest, at + (rest[at + 1].Is("and") ? 2 : 1), "that", "of"), -1);
        var own = next < 0 ? rest : [.. rest.Take(next)];
        Collections.Seq<Token> plain = own.Count > 1 && own[0].IsAny("is", "are") && Figures.At(own, 1) is not null ? [Rewording.Word("equals"), .. own.Skip(1)] : own;
        if (RulePatterns.Read(line.About(rows.Terms, [Rewording.Word(column.Name), .. plain])) is not { } read || Conditioned.By(line.Vocabulary, read, new(rows.Terms.Name, rows.Which!, rows.Name)) is not { } reading)
        {
            return null;
        }

        if (next < 0)
        {
            return reading;
        }

        var other = rest[next + 1].Is("and") ? next + 4 : next + 3;
        if (SubjectPhrase.At(line.Vocabulary, rest, other, rest.Count) is not { Which: not null, Only: false, None: false } rows2 || rows2.Terms != rows.Terms || rows2.End >= rest.Count)
        {
            return null;
        }

        // "that of the others at most 20": the verb said once holds for both.
        var verb = rest[rows2.End].IsAny("is", "are", "must", "may", "cannot") ? [] : own.TakeWhile(word => word.IsAny("is", "are", "must", "be", "may", "not", "cannot"));
        return Said(line, rows2, column, [.. verb, .. rest.Skip(rows2.End)]) is { } second ? reading.And(second) : null;
    }
}
