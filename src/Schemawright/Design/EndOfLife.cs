using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design;

/// <summary>Tells periods that start when a thing ends (an account is closed, a row deleted) from those that start when it is made.</summary>
internal static class EndOfLife
{
    private static readonly string[] Words =
        ["lifetime", "deletion", "deleted", "closure", "closed", "closing", "terminat", "deactivat", "cancell", "leaves", "leaving", "offboard", "inactiv", "erasure", "removal request"];

    private static readonly string[] Asking = [" are deleted", " is deleted", " be deleted", " get deleted", " gets deleted", " automatically deleted", " permanently deleted", " are automatically deleted", " then deleted", " and deleted", " deleted after"];

    private static readonly string[] Columns = ["deleted_at", "closed_at", "deactivated_at", "terminated_at", "cancelled_at", "ended_at"];

    /// <summary>A removal whose words speak of an end; counting it from the beginning would remove what is in use.</summary>
    public static bool IsMeant(RetentionRequirement need) =>
        need is { Minimum: false, Anchor: null } && WithoutVerb(need.Words) is var said && Array.Exists(Words, word => said.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>In "drafts are deleted after 30 days" the deletion is what is asked for, not what the time counts from.</summary>
    private static string WithoutVerb(string words) => Asking.Aggregate(words, (left, verb) => left.Replace(verb, " ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The column that holds the end; null when the table has none.</summary>
    public static string? ColumnOf(TableDesign table) =>
        Array.Find(Columns, name => table.Find(name) is { Type.Kind: DataKind.Timestamp or DataKind.LocalTimestamp or DataKind.Date });
}
