using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Deeds;

/// <summary>What is said of a thing by its parts, behind its noun: "with open orders", "without any confirmed guest", "that has unpaid bills", "which is used by members".</summary>
internal static class PartQualities
{
    public static Qualifier? At(Vocabulary vocabulary, EntityTerms whole, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at + 1 >= to)
        {
            return null;
        }

        var relative = tokens[at].IsAny("that", "which", "who") && tokens[at + 1].IsAny("has", "have");
        var used = tokens[at].IsAny("that", "which") && at + 3 < to && tokens[at + 1].IsAny("is", "are") && tokens[at + 2].IsAny("used", "referenced", "booked", "held", "taken") && tokens[at + 3].IsAny("by", "in", "for");
        var lacking = tokens[at].Is("without");
        if (!relative && !used && !lacking && !tokens[at].IsAny("with", "having"))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(tokens, at + (used ? 4 : relative ? 2 : 1));
        start += start < to && tokens[start].IsAny("still", "already") ? 1 : 0;
        if (start >= to || PartsClause.One(vocabulary, whole, tokens, start, to) is not var (clause, end))
        {
            return null;
        }

        return new(lacking ? Logic.Opposite(clause.Condition) : clause.Condition, lacking ? "no " + clause.Name : clause.Name, end);
    }
}
