using Schemawright.Design;
using Schemawright.Domain;
using Schemawright.Postgres.Lowering;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>Which columns hold personal data, how each is protected, and who may do what.</summary>
internal sealed class PiiHandling : IDocumentSection
{
    public int Level => 3;

    public string Heading(DocumentSource source) => "PII Handling";

    public void Write(DocumentSource source, MarkdownText text)
    {
        var columns = source.Design.Tables.SelectMany(table => table.Columns.Where(IsProtected).Select(column => Row(source, table, column))).ToArray();
        if (columns.Length == 0)
        {
            text.Paragraph("No column is classified as personal, because the documents name no data about persons that they ask to protect.");
        }
        else
        {
            text.Table(["Column", "Class", "Protection", "Source"], columns);
        }

        text.Bullets(DecisionList.Of(source.Decisions(11)));
        WriteDemands(source, text);
        WriteSubjects(source, text);
        WriteRoles(source, text);
    }

    private static void WriteSubjects(DocumentSource source, MarkdownText text)
    {
        foreach (var subject in source.Design.DataSubjects)
        {
            var calls = source.Schema.Functions.Where(function => function.Name.Name == SubjectLowering.ExportName(subject) || function.Name.Name == SubjectLowering.EraseName(subject)).Select(function => $"{function.Name}(key)").ToList();
            if (calls.Count > 0)
            {
                text.Paragraph($"Requests of one of {MarkdownEscape.Code(subject.Table)}, as the job runner with the person's tenant set: {Phrases.Names(calls)}. Backups hold the values until they are {source.Design.Recovery.KeepBackups} old; after a restore, the erasures made since then are run again.");
            }
        }
    }

    private static bool IsProtected(ColumnDesign column) =>
        column.Privacy != PrivacyClass.None || column.Role is ColumnRole.Ciphertext or ColumnRole.KeyId or ColumnRole.BlindIndex;

    private static string[] Row(DocumentSource source, TableDesign table, ColumnDesign column) =>
    [
        MarkdownEscape.Code($"{table.Name}.{column.Name}"),
        column.Privacy == PrivacyClass.None ? "protection" : column.Privacy.ToString().ToLowerInvariant(),
        English.Capital(string.Join("; ", Protections(source, table, column))),
        Phrases.Source(column.Origin),
    ];

    private static IEnumerable<string> Protections(DocumentSource source, TableDesign table, ColumnDesign column)
    {
        var role = column.Role switch
        {
            ColumnRole.Ciphertext => "encrypted by the application before it is stored",
            ColumnRole.KeyId => "names the key, never holds it",
            ColumnRole.BlindIndex => "keyed hash, for finding equal values only",
            _ => "",
        };
        if (role.Length > 0)
        {
            yield return role;
        }

        if (!string.Equals(column.Mask, "none", StringComparison.Ordinal))
        {
            yield return $"masked ({column.Mask})";
        }

        if (column.ReadableBy.Count > 0)
        {
            yield return $"readable by {Phrases.Names(column.ReadableBy)} alone";
        }

        if (source.Design.Audit.Excluded.Any(excluded => string.Equals(excluded.Table, table.Name, StringComparison.Ordinal) && string.Equals(excluded.Column, column.Name, StringComparison.Ordinal)))
        {
            yield return "kept out of the audit log";
        }

        if (role.Length == 0 && string.Equals(column.Mask, "none", StringComparison.Ordinal) && column.ReadableBy.Count == 0)
        {
            yield return "table grants";
        }
    }

    private static void WriteDemands(DocumentSource source, MarkdownText text)
    {
        if (source.Domain.Privacy.Count > 0)
        {
            text.Paragraph("What the documents demand:");
            text.Bullets(source.Domain.Privacy.GroupBy(demand => (demand.Kind, Subject: Subject(demand))).Select(same =>
                $"{Verb(same.Key.Kind)}: {MarkdownEscape.Text(same.Key.Subject)}{Details(same)} ({Phrases.Source(same.Select(demand => demand.Origin).Aggregate((one, other) => one.And(other)))})"));
        }
    }

    private static string Details(IEnumerable<PrivacyDemand> demands) =>
        string.Concat(demands.Select(demand => demand.Detail).OfType<string>().Where(detail => detail.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Select(detail => $", {MarkdownEscape.Text(detail)}"));

    private static string Verb(PrivacyDemandKind kind) => kind switch
    {
        PrivacyDemandKind.RestrictAccess => "Restrict access",
        PrivacyDemandKind.NeverLog => "Never log",
        PrivacyDemandKind.KeyRotation => "Rotate the keys",
        _ => kind.ToString(),
    };

    private static string Subject(PrivacyDemand demand) =>
        demand.Entity is null ? "the whole product" : demand.Attribute is null ? demand.Entity : $"{demand.Entity}.{demand.Attribute}";

    private static void WriteRoles(DocumentSource source, MarkdownText text)
    {
        if (source.Design.Roles.Count > 0)
        {
            text.Paragraph("Who may do what:");
            text.Table(["Role", "Purpose", "May"], source.Design.Roles.Select(role => (string[])
                [MarkdownEscape.Code(role.Name), Purpose(role), Grants(role)]));
        }

    }

    private static string Purpose(RoleDesign role) => role.Comment.Length > 0
        ? MarkdownEscape.Text(role.Comment)
        : $"A role of the product's users ({Phrases.Source(role.Origin)}).";

    private static string Grants(RoleDesign role) => role.Grants.Count == 0
        ? "nothing on its own"
        : string.Join("; ", role.Grants.GroupBy(grant => grant.Words(), StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {Phrases.Names(group.Select(grant => grant.Table))}"));
}
