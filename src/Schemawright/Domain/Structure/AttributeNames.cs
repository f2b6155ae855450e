using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>What the name of an attribute alone says.</summary>
internal static class AttributeNames
{
    private static readonly HashSet<string> Audit = new(StringComparer.Ordinal)
    {
        "created_at", "updated_at", "deleted_at", "created_on", "updated_on", "modified_at", "modified_on", "last_modified", "last_modified_at", "last_updated",
        "last_updated_at", "date_created", "date_modified", "date_updated", "creation_date", "created_date", "updated_date", "modified_date", "row_version", "lock_version",
    };

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "id", "_id", "uuid", "guid", "pk" };

    private static readonly HashSet<string> People = new(StringComparer.Ordinal)
    {
        "owner", "author", "creator", "approver", "reviewer", "assignee", "editor", "uploader", "sender", "receiver", "recipient", "requester", "reporter", "submitter",
        "submitted", "manager", "supervisor", "responsible", "actor", "inviter", "invitee", "signer", "signatory", "publisher", "moderator", "admin", "administrator",
    };

    /// <summary><c>firstName</c>, <c>First name</c> and <c>first_name</c> are <c>first_name</c>.</summary>
    public static string Of(string written)
    {
        var name = Naming.Snake(written);
        return name.EndsWith("_encrypted", StringComparison.Ordinal) ? name[..^"_encrypted".Length] : name;
    }

    /// <summary>Columns about the row itself and not about the thing.</summary>
    public static bool IsAudit(string name) => Audit.Contains(name);

    /// <summary>Not every table has it: its rows stay when they are deleted.</summary>
    public static bool MarksDeletion(string name) => string.Equals(name, "deleted_at", StringComparison.Ordinal);

    public static bool IsKey(string name) => Keys.Contains(name);

    /// <summary><c>approved_by</c>, <c>reviewer</c>: a person in a role.</summary>
    public static bool IsPerson(string name) => name.EndsWith("_by", StringComparison.Ordinal) || People.Contains(LastWord(name));

    public static string LastWord(string name) => name[(name.LastIndexOf('_') + 1)..];

    public static string? WithoutId(string name) =>
        name.EndsWith("_id", StringComparison.Ordinal) && name.Length > 3 ? name[..^3]
        : name.EndsWith("_ids", StringComparison.Ordinal) && name.Length > 4 ? name[..^4]
        : null;
}
