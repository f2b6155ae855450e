using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Hard heats happen in gas forges only", "night tours are given only by licensed guides": rows of one quality refer to others of a quality alone.</summary>
internal sealed class HappensOnlyIn : IRulePattern
{
    private static readonly string[] Happening = ["happen", "happens", "take", "takes", "place", "are", "is", "made", "run", "runs", "go", "goes", "held", "given", "done", "must", "be", "may", "can", "belong", "belongs", "driven", "led", "carried", "out", "kept", "stored"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (words.Count is < 5 or > 20 || !Phrase.Has(words, "only", "alone", "exclusively") || Phrase.Has(words, "if", "when", "unless", "not", "never", "no", "once", "cannot") || SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is not { Which: { } which, Only: false, None: false } rows)
        {
            return null;
        }

        var at = rows.End;
        while (at < end && words[at].IsAny(Happening))
        {
            at++;
        }

        var before = at < end && words[at].IsAny("only", "exclusively");
        at += before ? 1 : 0;
        var last = before ? end : end - 1;
        if (at == rows.End || at + 1 >= end || !words[at].IsAny("in", "on", "by", "with", "to", "at", "into") || !before && !words[last].IsAny("only", "alone", "exclusively")
            || SubjectPhrase.At(line.Vocabulary, words, at + 1, last) is not { Which: { } place, Only: false, None: false } where || where.End != last || new Speech(line.Vocabulary, rows.Terms).ReferenceTo(where.Terms) is not { Role: { } role })
        {
            return null;
        }

        return Reading.Of(line.Must(rows.Terms.Name, $"{role} {where.Name} when {rows.Name}", new Implies(which, place.From(role))));
    }
}
