using Schemawright.Domain.Rules.Clauses;
using Schemawright.Domain.Rules.Deeds;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"A seat is booked at most once", "a voucher can be redeemed only once": one row at most is made for the thing.</summary>
internal sealed class DoneAtMostOnce : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        if (end is < 5 or > 12 || SubjectPhrase.At(line.Vocabulary, words, 0, end) is not { Which: null, Only: false } thing || thing.End + 2 > end)
        {
            return null;
        }

        var at = thing.End;
        while (at < end && words[at].IsAny("is", "are", "can", "may", "must", "be", "only", "cannot", "never", "not"))
        {
            at++;
        }

        var denied = thing.None || words.Skip(thing.End).Take(at - thing.End).Any(word => word.IsAny("cannot", "never", "not"));
        var only = words.Skip(thing.End).Take(at - thing.End).Any(word => word.Is("only"));
        var once = denied ? Phrase.At(words, at + 1, "more", "than", "once") ? 3 : Phrase.At(words, at + 1, "twice") ? 1 : 0
            : Phrase.At(words, at + 1, "at", "most", "once") ? 3 : Phrase.At(words, at + 1, "only", "once") || Phrase.At(words, at + 1, "once", "only") ? 2 : only && Phrase.At(words, at + 1, "once") ? 1 : 0;
        return once > 0 && at > thing.End && at + 1 + once == end && MadeRows.Of(line.Vocabulary, thing.Terms, [Rewording.Word("be"), words[at]], 1, 2, passive: true) is { Kind: DeedKind.Making, Roles: [var role] } deed && deed.Rows != thing.Terms
            ? new() { Keys = [new(deed.Rows.Name, [role], false)] } : null;
    }
}
