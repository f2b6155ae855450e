using Schemawright.Design;
using Schemawright.Design.Stack;
using Schemawright.Domain;
using Schemawright.Postgres.Sql;

namespace Schemawright.Rendering.DataModelDocument;

/// <summary>The stores beside the database as the document shows them: what each holds, what feeds it, and when it goes.</summary>
internal static class StackTables
{
    public static void Write(DocumentSource source, MarkdownText text)
    {
        var stack = source.Design.Stack;
        WriteCache(stack, text);
        WriteSearch(source, stack, text);
        WriteFiles(stack, text);
        WriteWarehouse(stack, text);
    }

    private static string Named(StackDesign stack, TechnologyRole role) => MarkdownEscape.Text(stack.Of(role)!.Name);

    private static void WriteCache(StackDesign stack, MarkdownText text)
    {
        if (stack.Cache.Count == 0)
        {
            return;
        }

        text.Paragraph($"What {Named(stack, TechnologyRole.Cache)} holds (`stack/cache.json`); the database is read when it holds nothing, and an entry is ended after the transaction that made it stale, never before:");
        text.Table(["Entry", "Key", "Lives at most", "Ended by", "Never in it", "Reason"], stack.Cache.Select(entry => (string[])
        [
            MarkdownEscape.Text(English.Capital(entry.Holds)),
            MarkdownEscape.Code(entry.Key),
            $"{English.Figure(entry.Seconds)} s",
            entry.Written.Count == 0 ? "signing out" : $"writes to {Phrases.Names(entry.Written)}",
            Phrases.Names(entry.LeftOut),
            MarkdownEscape.Text(entry.Reason),
        ]));
    }

    private static void WriteSearch(DocumentSource source, StackDesign stack, MarkdownText text)
    {
        if (stack.Search.Count == 0)
        {
            return;
        }

        text.Paragraph($"What {Named(stack, TechnologyRole.Search)} finds (`stack/search/`):");
        text.Table(["Index", "Searched", "Filtered and sorted by", "Source"], stack.Search.Select(index => (string[])
        [
            MarkdownEscape.Code(index.Name),
            Phrases.Names(index.Fields.Where(field => field.Searched).Select(field => field.Column)),
            Phrases.Names((index.TenantColumn is { } tenant ? new[] { tenant } : []).Concat(index.Fields.Where(field => !field.Searched).Select(field => field.Column))),
            Phrases.Source(index.Origin),
        ]));
        text.Paragraph($"A trigger of each of these tables notes every changed row in `outbox.search_changes`, in the same transaction. The role {MarkdownEscape.Code(FittedName.Of(source.Schema.Product, StackPlan.Feeder).Text)} "
            + "reads the notes and the indexed columns, hands the rows over and removes the notes; nobody else reaches the outbox. Personal columns reach the engine only where the documents search in them, and an erased row erases its entry the same way.");
    }

    private static void WriteFiles(StackDesign stack, MarkdownText text)
    {
        foreach (var bucket in stack.Buckets)
        {
            text.Paragraph($"Files in {Named(stack, TechnologyRole.FileStorage)} (`stack/files/`): the private bucket {MarkdownEscape.Code(bucket.Name)} with keys {MarkdownEscape.Code(bucket.KeyScheme)}, encrypted at rest, "
                + "reached through addresses the application signs for minutes after it has read the row under the reader's own rights.");
            text.Bullets(
            [
                .. bucket.Columns.Count == 0 ? ["No column names a file yet."] : Kept(bucket),
                .. bucket.Life.Select(life => $"{MarkdownEscape.Code(life.Prefix)} after {English.Figure(life.Days)} days: {MarkdownEscape.Text(life.Reason)}"),
                "Uploads that nobody finished go after 7 days.",
            ]);
        }
    }

    /// <summary>A column for addresses refuses a bare key.</summary>
    private static IEnumerable<string> Kept(BucketDesign bucket) =>
        from same in bucket.Columns.GroupBy(column => column.IsAddress).OrderBy(same => same.Key)
        let names = Phrases.Names(same.Select(column => $"{column.Table}.{column.Column}"))
        select same.Key ? $"Addresses that end with the key are kept in {names}." : $"Keys are kept in {names}.";

    private static void WriteWarehouse(StackDesign stack, MarkdownText text)
    {
        if (stack.Facts.Count == 0)
        {
            return;
        }

        text.Paragraph($"What {Named(stack, TechnologyRole.Warehouse)} holds (`stack/warehouse/`): the star below, read by the time of the last change and merged by key, so that a run can be repeated. Personal columns stay in the database; a row deleted here is found by comparing keys once a week.");
        text.Table(["Fact", "From", "Figures", "By", "Dimensions"], stack.Facts.Select(fact => (string[])
        [
            MarkdownEscape.Code(fact.Name), MarkdownEscape.Code(fact.Table), Phrases.Names(fact.Measures), Phrases.Names([fact.Time, .. fact.Attributes]), Phrases.Names(fact.Keys.Select(key => "dim_" + key.Dimension).Distinct(StringComparer.Ordinal)),
        ]));
    }
}
