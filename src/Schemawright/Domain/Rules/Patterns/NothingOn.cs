using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"Nothing can be paid on a bill that is still a draft", "nothing may be booked in a hall which is closed": rows for the deed do not refer to things of that quality.</summary>
internal sealed class NothingOn : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 7 or > 24 || !words[0].Is("nothing") || !words[1].IsAny("can", "may", "must", "shall") || !words[2].Is("be") || !words[4].IsAny("on", "in", "against", "for", "to", "into", "from", "with", "at"))
        {
            return null;
        }

        if (RowsPhrase.Read(line, [.. words.Skip(5).Take(end - 5)]) is not { Which: { } which, Only: false, None: false } barred || !which.IsSameRow() || MadeRows.Of(line.Vocabulary, barred.Terms, [words[2], words[3]], 1, 2, passive: true) is not { Kind: DeedKind.Making, Roles: [var role] } deed)
        {
            return null;
        }

        return DeedRules.Of(line, deed, null, Logic.Opposite(which).From(role), $"{role} not {barred.Name}");
    }
}
