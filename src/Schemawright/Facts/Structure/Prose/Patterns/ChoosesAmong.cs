using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"A guild elects a master and a scribe from among its members": the guild refers to a member in each role.</summary>
internal sealed class ChoosesAmong : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Verb is { Negated: true } or { Verb: not ("elect" or "appoint" or "choose" or "select" or "nominate" or "designate" or "pick") } || clause.With("among", "from", "of").SelectMany(phrase => phrase.Nouns).FirstOrDefault(noun => noun is { Plural: true, IsPronoun: false }) is not { } members)
        {
            return false;
        }

        var roles = clause.Verb.Passive ? clause.Subjects : clause.Objects;
        var whole = clause.Verb.Passive ? members.Of ?? members.Owner ?? roles.Select(role => role.Of).FirstOrDefault(of => of is not null) : clause.Subjects is [var one] ? one : null;
        if (whole is not { IsPronoun: false } || Keepers.IsOne(whole) || roles.Count == 0 || roles.Any(role => role.IsPronoun || role.Plural || role.IsMany))
        {
            return false;
        }

        notes.Roles.AddRange(roles.Select(role => new RoleOf(whole, role.Name, members, passage)));
        return true;
    }
}
