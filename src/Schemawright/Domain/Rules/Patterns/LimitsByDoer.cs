using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"An adjuster can only approve claims up to their approval limit": the amount of what somebody does against a figure that he has.</summary>
internal sealed class LimitsByDoer : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var limit = Enumerable.Range(0, Math.Max(0, words.Count - 2)).FirstOrDefault(at => Phrase.At(words, at, "up", "to") || Phrase.At(words, at, "above") || Phrase.At(words, at, "beyond") || Phrase.At(words, at, "over"), -1);
        if (words.Count > 20 || limit < 4 || SubjectPhrase.At(line.Vocabulary, words, 0, limit) is not { Which: null, None: false } doer)
        {
            return null;
        }

        var upTo = words[limit].Is("up");
        var said = words.Take(limit).ToArray();
        var start = Speech.SkipDeterminers(words, limit + (upTo ? 2 : 1));
        if (upTo ? !Phrase.Has(said, "only") || Phrase.Has(said, "not", "cannot") : !Phrase.Has(said, "not", "cannot", "never") || start >= words.Count
            || start < words.Count && new Speech(line.Vocabulary, doer.Terms).At(words, start) is not { IsOwn: true, Column.IsNumber: true })
        {
            return null;
        }

        if (start >= words.Count || new Speech(line.Vocabulary, doer.Terms).At(words, start) is not { IsOwn: true, Column: { IsNumber: true, IsForeignKey: false } ceiling } named || named.Entity != doer.Terms.Name || named.End < Rewording.End(words))
        {
            return null;
        }

        foreach (var done in line.Vocabulary.EntitiesIn([.. words.Skip(doer.End).Take(limit - doer.End)]).Distinct())
        {
            var by = words.Skip(doer.End).Take(limit - doer.End).Where(word => word.Lower.Length > 3).Select(word => Moments.DoneBy(done, word.Lower)).FirstOrDefault(found => found?.Parent == doer.Terms.Name);
            if (by is not null && Amount(done, by) is { } amount)
            {
                return Reading.Of(line.Must(done.Name, $"{amount.Name} within {ceiling.Name} of {by.Role}", new Compare(CompareOp.LessOrEqual, amount.Ref, new Ref([by.Role!, ceiling.Name]))));
            }
        }

        return null;
    }

    /// <summary>The amount that carries the name of the deed, else the one amount.</summary>
    private static Column? Amount(EntityTerms terms, Column by) =>
        terms.Columns.FirstOrDefault(column => column is { IsNumber: true, IsForeignKey: false } && column.Words.Count > 1 && column.Words[0] == by.Words[0]) ?? Approvals.Amount(terms);
}
