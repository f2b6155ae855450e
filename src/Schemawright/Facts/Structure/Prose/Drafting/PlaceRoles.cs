using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Prose.Drafting;

/// <summary>"The arbiter of a tournament is a player": the tournament refers to a player as its arbiter.</summary>
internal static class PlaceRoles
{
    public static void Run(Notes notes, Things things)
    {
        foreach (var role in notes.Roles)
        {
            if (things.Of(role.Thing) is { } thing && things.Of(role.Holder) is { } holder && things.Exact(Naming.EntityKey(role.Role)) is null)
            {
                thing.Properties.RemoveAll(property => Naming.Snake(property.Name) == Naming.Snake(role.Role));
                thing.Tie(holder, role.Role, role.Passage, "in the role of");
            }
        }
    }
}
