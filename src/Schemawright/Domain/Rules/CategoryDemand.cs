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

        if (amount is not null && Daily(words) is { } unit)
        {
            return PerPeriod(terms, approval, amount, ofCategory, figure!.Value, unit, value);
        }

        var when = amount is null ? ofCategory : new And([ofCategory, Logic.Compare(amount, CompareOp.Greater, figure!.Value)]);
        var name = amount is null ? $"{value} approved by someone" : $"{value} over {figure!.Value} approved by someone";
        return Reading.Of(Moments.InState(terms, approval.States, new Implies(when, new IsPresent(approval.By.Ref)), name));
    }

    /// <summary>"$75/day", "$75 per week": the limit is of all such rows of a day together.</summary>
    private static PeriodUnit? Daily(IReadOnlyList<Token> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            if (words[at - 1].Is("/") && Figures.UnitOf(words[at].Lower) is { } unit)
            {
                return unit;
            }

            if (Windows.At(words, at) is var (named, _))
            {
                return named;
            }
        }

        return null;
    }

    private static Reading PerPeriod(EntityTerms terms, Approvals approval, Column amount, Expr ofCategory, decimal limit, PeriodUnit unit, string value)
    {
        var owner = terms.References.Where(link => link != approval.By && link.Parent == approval.By.Parent).OrderByDescending(link => link.Required).FirstOrDefault();
        if (owner is null)
        {
            return Reading.Unclear($"the limit is for each {unit.ToString().ToLowerInvariant()}, and {terms.Name} does not say whose rows are added up");
        }

        var unapproved = new And([ofCategory, Logic.In(terms.State!, approval.States), new Not(new IsPresent(approval.By.Ref))]);
        return Reading.Of(new RuleDraft(terms.Name, $"unapproved {value} at most {limit} a {unit.ToString().ToLowerInvariant()}", RuleTrigger.Always, new AtMost([owner.Role!], limit, amount.Name, unapproved, new(Windows.MomentOf(terms, []), unit))));
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
