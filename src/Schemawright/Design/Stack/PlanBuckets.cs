using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Stack;

/// <summary>One private bucket for the files that columns name: where each file lies, and when it goes with its row.</summary>
internal sealed class PlanBuckets(DataDesign design, StoreDesign store, Findings findings)
{
    private static readonly HashSet<string> FileWords = new(StringComparer.Ordinal)
    {
        "file", "files", "document", "documents", "attachment", "attachments", "photo", "photos", "image", "images", "picture", "pictures", "avatar", "logo", "scan", "upload",
        "pdf", "video", "recording", "thumbnail", "signature", "media", "blob", "object",
    };

    private static readonly HashSet<string> PlaceWords = new(StringComparer.Ordinal) { "url", "path", "key", "uri", "link", "location", "ref", "storage", "name" };

    private const string RecordedPlace = "object_key";

    public Seq<BucketDesign> Buckets()
    {
        var columns = design.Tables.SelectMany(table => table.Columns.Where(column => NamesFile(table, column)).Select(column => new FileColumnDesign(table.Name, column.Name) { IsAddress = column.Type.Kind == DataKind.Url })).ToSeq();
        if (columns.Count == 0)
        {
            findings.Ask(new(ClarificationId.From("stored files", "*"), ClarificationReason.Missing, $"Which things have files in {store.Name}, and how many each?",
                ["none that the database must find again", "the things that the answer's documents name"], "A bucket is planned; no column of the database names a file.", store.Origin.Sources, ["files"], 3, 3));
        }

        var tables = columns.Select(column => column.Table).Distinct(StringComparer.Ordinal).Select(name => design.Find(name)!).ToList();
        var tenant = tables.Exists(table => table.Scope == TenantScope.Scoped) || (tables.Count == 0 && design.Tenancy.TenantColumn is not null) ? "{tenant}/" : "";
        var name = string.Concat(design.Domain.AppName.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')).Trim('-');
        return [new((name.Length == 0 ? "product" : name[..Math.Min(name.Length, 50)]) + "-files", $"{{table}}/{tenant}{{row id}}/{{column}}-{{uuid}}", columns, [.. tables.SelectMany(Life)], store.Origin)];
    }

    /// <summary>A text or address whose name ends in a word for a file, or in a word for a place after one.</summary>
    private static bool NamesFile(TableDesign table, ColumnDesign column)
    {
        if (column.Role != ColumnRole.Attribute || column.Type is not { IsArray: false, Kind: DataKind.Url or DataKind.ShortText or DataKind.LongText or DataKind.Unknown })
        {
            return false;
        }

        // A table with a place for the file has no other: the name beside it is what people call it.
        if (column.Name != RecordedPlace && table.Find(RecordedPlace) is not null)
        {
            return false;
        }

        var words = column.Name.Split('_');
        var isPlace = words.Length > 1 && PlaceWords.Contains(words[^1]);
        return FileWords.Contains(words[^1]) || (isPlace && FileWords.Contains(words[^2])) || (column.Type.Kind == DataKind.Url && ObjectNames.Shortened(table.Name).Split('_').Any(FileWords.Contains));
    }

    /// <summary>The file goes when its row does; a row that must be kept keeps its file.</summary>
    private IEnumerable<FileLifeDesign> Life(TableDesign table) =>
        from job in design.RetentionJobs
        where job.Table == table.Name && job is { Where: null, Action: "delete" }
        select new FileLifeDesign(table.Name + "/", (int)Math.Min(100_000, Math.Ceiling(job.After.ApproximateSeconds / 86400)), $"rows of {table.Name} leave after {job.After}, so their files do: {job.Words}");
}
