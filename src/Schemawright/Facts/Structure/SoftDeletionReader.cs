using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Terms;

namespace Schemawright.Facts.Structure;

/// <summary>Reads which known things are only marked as deleted: "Parcels are soft-deleted", "Soft delete: parcels, routes", "all tables use logical deletion".</summary>
internal sealed class SoftDeletionReader : IFactReader
{
    private const int LongestSentence = 240;
    private const int MostWordsOfAName = 3;

    private static readonly string[] Marks =
        ["soft-delete*", "soft delete*", "soft-deletion", "soft deletion", "logically deleted", "logical deletion", "logical deletes", "marked as deleted", "flagged as deleted", "never physically deleted", "not physically deleted", "never physically removed", "not physically removed", "never hard-deleted", "no hard deletes"];

    private static readonly string[] Returns =
        ["can be restored", "may be restored", "can be recovered", "may be recovered", "can be undeleted", "may be undeleted", "can be brought back", "may be brought back", "remain restorable", "remain recoverable", "stay recoverable", "stay restorable"];

    private static readonly string[] Leaves = ["are purged after", "are permanently removed after", "are permanently deleted after", "are kept for", "are retained for"];

    private static readonly string[] Denials = ["no soft*", "not soft*", "without soft*", "instead of soft*", "rather than soft*", "never soft*"];

    private static readonly string[] Everything = ["all entities", "all tables", "every table", "every entity", "all records", "all data", "each table", "all business entities", "all core entities"];

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var writer = new FactWriter(document, facts, FactForm.Sentence);
        var known = facts.Facts.OfType<EntityFact>().Where(fact => !fact.Weak).Select(fact => fact.Name).DistinctBy(Naming.EntityKey, StringComparer.Ordinal).ToDictionary(Naming.EntityKey, StringComparer.Ordinal);
        foreach (var statement in document.Statements.Where(statement => statement.Text.Length <= LongestSentence && statement.Form is StatementForm.Sentence or StatementForm.ListItem))
        {
            if (!(statement.Text.Says(Marks) || IsBroughtBack(statement.Text)) || statement.Text.Says(Denials))
            {
                continue;
            }

            foreach (var entity in Meant(statement, known))
            {
                writer.Attribute(writer.Blank(entity, "deleted_at", statement.Span, statement.Text) with { Type = DataType.Of(DataKind.Timestamp), Required = false });
            }
        }
    }

    /// <summary>"Deleted parcels can be restored for ten days": what comes back was only marked.</summary>
    private static bool IsBroughtBack(string text) => (text.Says("deleted", "removed") && text.Says(Returns) || text.Opens("deleted") && text.Says(Leaves)) && !text.Says("backup*", "back-up*", "cannot be*", "can not be*", "snapshot*");

    private static IEnumerable<string> Meant(Statement statement, Dictionary<string, string> known)
    {
        if (statement.Text.Says(Everything))
        {
            return known.Values;
        }

        var named = Named(statement.Text, known).Distinct(StringComparer.Ordinal).ToList();
        return named.Count > 0 ? named
            : statement.Headings.Count > 0 && (Subjects.OfData(statement.Headings) ?? Subjects.OfBareTitle(statement.Headings)) is { } title && known.TryGetValue(Naming.EntityKey(title), out var thing) ? [thing]
            : [];
    }

    /// <summary>The known things among the words, the longest names first.</summary>
    private static IEnumerable<string> Named(string text, Dictionary<string, string> known)
    {
        var words = text.Split([' ', ',', ';', ':', '.', '(', ')', '`', '*', '/'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            for (var length = Math.Min(MostWordsOfAName, words.Length - at); length > 0; length--)
            {
                if (known.TryGetValue(Naming.EntityKey(string.Join(' ', words.Skip(at).Take(length))), out var name))
                {
                    yield return name;
                    at += length - 1;
                    break;
                }
            }
        }
    }
}
