using Schemawright.Domain.Rules;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Rules between a whole and its parts: figures over the rows that refer to one, and hierarchies.</summary>
internal sealed class PartRules(DataDesign design, ObjectNames names)
{
    public PlacedRule Balance(TableDesign table, Rule rule, Expr condition)
    {
        var carried = RuleColumns.Carry(design, table, condition);
        if (carried.Expr is not { } must)
        {
            return RuleMechanisms.Unclear(table, rule, carried.Missing);
        }

        if (must.Refs().Any(reference => !reference.IsOwn || table.Find(reference.Attribute)?.Role == ColumnRole.Ciphertext))
        {
            return RuleMechanisms.Unclear(table, rule, "it compares a figure with something the row itself does not have");
        }

        var name = names.Claim(table.Name, [rule.Name], "balance");
        return new(table with { Balances = [.. table.Balances, new(name, must, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin)] },
            RuleMechanisms.Enforced(table, rule, "trigger", name, "Deferred triggers on both tables compare at the end of the transaction, so that a whole and its parts can be written in any order."));
    }

    public PlacedRule Cycle(TableDesign table, Rule rule, NoCycle cycle)
    {
        var link = table.ForeignKeys.FirstOrDefault(key => key.Role == cycle.Role && key.ReferencedTable == table.Name);
        if (link is null)
        {
            return RuleMechanisms.Unclear(table, rule, $"{table.Name} does not refer to itself as {cycle.Role}");
        }

        var name = names.Claim(table.Name, [rule.Name], "hierarchy");
        return new(table with { Cycles = [.. table.Cycles, new(name, link.Column, cycle.DirectOnly, rule.Id, RuleMechanisms.Sentence(rule), rule.Origin)] },
            RuleMechanisms.Enforced(table, rule, "trigger", name, "A trigger walks up from the new parent and refuses a way that leads back."));
    }
}
