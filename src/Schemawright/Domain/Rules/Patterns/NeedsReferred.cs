using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A companion ticket requires a wheelchair seat", "guided tours need an active guide": what rows of a kind refer to has a quality.</summary>
internal sealed class NeedsReferred : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 5 or > 16 || SubjectPhrase.At(line.Vocabulary, words, 0, end) is not { Only: false, None: false } rows || rows.Which is { } kind && !kind.IsSameRow())
        {
            return null;
        }

        var verb = rows.End;
        verb += verb < end && words[verb].IsAny("must", "always", "shall") ? 1 : 0;
        var uses = Phrase.At(words, verb, "take", "place", "in") ? 3 : Phrase.At(words, verb, "be", "in") ? 2 : 1;
        if (verb >= end - 1 || uses == 1 && !words[verb].IsAny("need", "needs", "require", "requires", "use", "uses", "have", "has") || SubjectPhrase.At(line.Vocabulary, words, verb + uses, end) is not { Which: { } which, Only: false, None: false } referred || referred.End < end || !which.IsSameRow())
        {
            return null;
        }

        if (new Speech(line.Vocabulary, rows.Terms).ReferenceTo(referred.Terms) is not { } reference || referred.Terms == rows.Terms)
        {
            return null;
        }

        Expr must = new And([new IsPresent(reference.Ref), which.From(reference.Role!)]);
        must = reference.Required ? which.From(reference.Role!) : must;
        return Reading.Of(line.Must(rows.Terms.Name, $"{reference.Role} {referred.Name}{(rows.Which is null ? "" : $" when {rows.Name}")}", rows.Which is null ? must : new Implies(rows.Which, must)));
    }
}
