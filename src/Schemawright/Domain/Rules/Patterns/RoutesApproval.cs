using Schemawright.Domain.Rules.Clauses;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// A table of who approves which amounts: "Automatic approval / Amount: &lt; $50", "Manager approval required / Amount: $50 - $200".
/// </summary>
internal sealed class RoutesApproval : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        if (line.Subject is not { } terms || Tier(line.Fact.Keys) is not { } tier || Approvals.Of(terms) is not { } approval)
        {
            return null;
        }

        var automatic = tier.IndexOf("auto", StringComparison.Ordinal) == 0;
        return automatic ? Automatic(line, terms, approval) : AmountRange.Read(line.Tokens) is { } range && IsAmount(line) ? ByRole(line, terms, approval, tier, range) : null;
    }

    /// <summary>The words before "approval" in the label above: "manager", "automatic"; null when there is none.</summary>
    private static string? Tier(Collections.Seq<string> keys)
    {
        foreach (var key in keys.Reverse())
        {
            var words = Naming.Words(key);
            var approval = words.ToList().FindIndex(word => word is "approval" or "authorization" or "sign");
            if (approval > 0)
            {
                return string.Join(' ', words.Take(approval));
            }
        }

        return null;
    }

    private static bool IsAmount(RuleLine line) => line.Label.Count == 0 || Phrase.Has(line.Label, "amount", "amounts", "limit", "range", "value", "total", "cost");

    /// <summary>A row approved by nobody must be within what is approved automatically.</summary>
    private static Reading? Automatic(RuleLine line, EntityTerms terms, Approvals approval)
    {
        Expr nobody = new Not(new IsPresent(approval.By.Ref));
        if (IsAmount(line) && AmountRange.Read(line.Tokens) is { } range && Approvals.Amount(terms) is { } amount)
        {
            return Reading.Of(Moments.InState(terms, approval.States, new Implies(nobody, range.Of(amount)), $"unapproved {amount.Name} within limit"));
        }

        if (line.Label.Count == 1 && terms.Exact(Nouns.Singular(line.Label[0].Lower)) is { IsText: true, IsForeignKey: false } column)
        {
            var values = line.Fact.Text.Split([',', ';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(value => Values.Enumerated(value, column) ?? Naming.Snake(value)).Where(value => value.Length > 0).ToArray();
            return values.Length == 0 ? null : Reading.Of(Moments.InState(terms, approval.States, new Implies(nobody, Logic.In(column, values)), $"unapproved {column.Name} allowed"));
        }

        return null;
    }

    private static Reading? ByRole(RuleLine line, EntityTerms terms, Approvals approval, string tier, AmountRange range)
    {
        if (Approvals.Amount(terms) is not { } amount)
        {
            return null;
        }

        var within = range.Below(line.Block.Select(other => AmountRange.Read(Lexer.Read(other.Text))).OfType<AmountRange>()).Of(amount);
        var known = RoleValue(line, approval.By, tier);
        Expr approved = known is { } role
            ? new And([new IsPresent(approval.By.Ref), new Compare(CompareOp.Equal, new Ref([approval.By.Role!, role.Column.Name]), Literal.String(role.Value))])
            : new IsPresent(approval.By.Ref);
        var name = $"{tier} approves {amount.Name} {range.Name}";
        var reading = Reading.Of(Moments.InState(terms, approval.States, new Implies(within, approved), name));
        return known is null ? reading with { Questions = [Questions.UnknownApprover(line.Fact, terms.Name, tier)] } : reading;
    }

    /// <summary>The value of the approver's role attribute that the tier names; null when no role is called so.</summary>
    private static ValueTerm? RoleValue(RuleLine line, Column by, string tier)
    {
        var role = line.Vocabulary.Find(by.Parent)?.Exact("role");
        if (role is null)
        {
            return null;
        }

        var actor = line.Vocabulary.Domain.Actors.FirstOrDefault(known => known.RoleValue is not null && known.Name == Naming.Snake(tier));
        var value = actor?.RoleValue ?? Values.Enumerated(tier, role);
        return value is null || !role.Type.Values.Contains(value, StringComparer.Ordinal) ? null : new(role, value);
    }
}
