using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;
using Schemawright.Facts.Structure.Prose.Drafting;

namespace Schemawright.Facts.Structure.Prose;

/// <summary>"the author, the text and the time": a bare word for who did or has it is one of the people that are kept, when these are of one kind.</summary>
internal static class RoleNouns
{
    private static readonly HashSet<string> Roles = new(StringComparer.Ordinal)
    { "author", "owner", "assignee", "creator", "reviewer", "approver", "requester", "reporter", "organiser", "organizer", "supervisor", "manager", "leader", "head", "deputy", "recipient", "sender", "captain", "coordinator", "editor", "maintainer", "moderator", "responsible", "superior", "buyer", "seller", "host" };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal) { "user", "member", "employee", "person", "colleague", "staff_member", "member_of_staff", "player", "worker", "volunteer" };

    /// <summary>The only table of people the word may speak of; null when it is an attribute or somebody kept elsewhere.</summary>
    public static Thing? Holder(NounPhrase item, Things things)
    {
        var key = Naming.EntityKey(item.Name);
        if (item is not { Plural: false, Of: null, Owner: null, Remark: null, Done: null } || !Roles.Contains(key[(key.LastIndexOf('_') + 1)..]) || things.Of(item) is not null)
        {
            return null;
        }

        return things.All.Where(thing => People.Contains(thing.Key)).ToList() is [var only] ? only : null;
    }
}
