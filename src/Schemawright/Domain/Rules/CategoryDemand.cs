using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>What a line asks of the rows of one category: an approval above a limit, an authorization, a field.</summary>
internal static class CategoryDemand
{
    public static Reading? Read(RuleLine line, Column category, string value)
    {
        var terms = line.Vocabulary.Of(category.Entity);
        Expr ofCategory = new Compare(CompareOp.Equal, category.Ref, Literal.String(value));
        return Approved(line, terms, ofCategory, value) ?? Field(line, terms, ofCategory, value);
    }

    /// <summary>"Limit: $75 without approval", "Requires: prior authorization", "Manual review required".</summary>
    private static Reading? Approved(RuleLine line, EntityTerms terms, Expr ofCategory, string value)
    {
        var words = line.Whole;
        var asked = words.FirstOrDefault(word => Naming.Words(word.Lower).Any(part => part is "approval" or "authorization" or "authorisation" or "authorized" or "review" or "pre-approval"));
        if (asked is null || Approvals.Of(terms) is not { } approval)
        {
            return null;
        }

        var figure = words.FirstOrDefault(word => word.Kind == TokenKind.Number);
        var amount = figure is null ? null : Approvals.Amount(terms);
        if (figure is not null && (amount is null || !Phrase.Has(words, "without")))
        {
            return null;
        }

        var when = amount is null ? ofCategory : new And([ofCategory, Logic.Compare(amount, CompareOp.Greater, figure!.Value)]);
        var name = amount is null ? $"{value} approved by someone" : $"{value} over {figure!.Value} approved by someone";
        return Reading.Of(Moments.InState(terms, approval.States, new Implies(when, new IsPresent(approval.By.Ref)), name));
    }

    /// <summary>"Requires: detailed description".</summary>
    private static Reading? Field(RuleLine line, EntityTerms terms, Expr ofCategory, string value)
    {
        var label = line.Label.Count == 1 && line.Label[0].IsAny("requires", "required", "require", "needs", "mandatory");
        var words = line.Tokens;
        var said = Phrase.IndexOf(words, 0, "required", "requires");
        if (!label && said < 0)
        {
            return null;
        }

        var from = label ? 0 : words[said].Is("requires") ? said + 1 : 0;
        while (from < words.Count && words[from].IsAny("a", "an", "the", "detailed", "full", "written", "complete", "valid", "clear"))
        {
            from++;
        }

        var operand = from < words.Count ? new Speech(line.Vocabulary, terms).At(words, from) : null;
        return operand is { IsOwn: true } && (operand.End >= words.Count || words[operand.End].IsAny("required", "."))
            ? Reading.Of(line.Must(terms.Name, $"{operand.Column.Name} given for {value}", new Implies(ofCategory, new IsPresent(operand.Ref))))
            : null;
    }
}
