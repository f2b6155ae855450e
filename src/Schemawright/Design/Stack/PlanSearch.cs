using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;
using Schemawright.Terms;

namespace Schemawright.Design.Stack;

/// <summary>One index of the search engine for each table in whose texts the documents say people search.</summary>
internal sealed class PlanSearch(DataDesign design, StoreDesign store, Findings findings)
{
    public const string OutboxDecision = "D05-search-outbox";

    public Seq<SearchIndexDesign> Indexes()
    {
        var searched = design.Domain.AccessPaths.Where(path => path.Kind == AccessPathKind.Search || path.Search.Count > 0).GroupBy(path => path.Entity, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
        var indexes = design.Tables.Where(table => table.Entity is not null && searched.ContainsKey(table.Entity)).Select(table => Index(table, searched[table.Entity!])).Where(index => index.Fields.Any(field => field.Searched)).ToSeq();
        if (indexes.Count == 0)
        {
            findings.Ask(new(ClarificationId.From("searched things", "*"), ClarificationReason.Missing, $"What do people search for with {store.Name}?",
                ["nothing that the database's own indexes do not find", "the things and fields that the answer's documents name"], "No search index is built, and nothing feeds one.", store.Origin.Sources, ["search"], 2, 4));
        }

        return indexes;
    }

    private SearchIndexDesign Index(TableDesign table, List<AccessPath> searches)
    {
        var origin = new Origin(DesignEdits.SourcesOf([store.Origin, .. searches.Select(path => path.Origin)]));
        var named = searches.SelectMany(path => path.Search).Select(name => ObjectNames.Shortened(name)).ToHashSet(StringComparer.Ordinal);
        var texts = table.Columns.Where(column => IsIndexed(column) && IsText(column)).ToList();
        // A search that names no field means the texts by which people know the thing.
        var sought = texts.Exists(column => named.Contains(column.Name)) ? texts.Where(column => named.Contains(column.Name)) : texts.Where(column => column.Privacy == PrivacyClass.None);
        var filters = design.Domain.AccessPaths.Where(path => path.Entity == table.Entity).SelectMany(path => path.Equality.Concat(new[] { path.Range, path.OrderBy }.OfType<string>())).Select(name => RuleColumns.ColumnOf(table, name)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var searchedNames = sought.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var fields = table.Columns.Where(column => IsIndexed(column) && (searchedNames.Contains(column.Name) || column.Role == ColumnRole.State || filters.Contains(column.Name)))
            .Select(column => new SearchFieldDesign(column.Name, KindOf(column, searchedNames.Contains(column.Name)), searchedNames.Contains(column.Name)));
        return new(table.Name, table.Name, fields.ToSeq(), table.Scope == TenantScope.Scoped ? design.Tenancy.TenantColumn : null, origin);
    }

    /// <summary>What is secret, encrypted or kept for some readers stays in the database.</summary>
    private static bool IsIndexed(ColumnDesign column) =>
        column.Privacy is not (PrivacyClass.Secret or PrivacyClass.Sensitive) && column.ReadableBy.Count == 0 && !column.Type.IsArray
        && column.Role is ColumnRole.Attribute or ColumnRole.State or ColumnRole.ForeignKey or ColumnRole.CreatedAt or ColumnRole.UpdatedAt;

    private static bool IsText(ColumnDesign column) =>
        column.Role == ColumnRole.Attribute && !column.Hashed && column.Type.Kind is DataKind.ShortText or DataKind.LongText or DataKind.Unknown or DataKind.Email;

    private static SearchFieldKind KindOf(ColumnDesign column, bool searched) => column.Type.Kind switch
    {
        _ when searched => SearchFieldKind.Text,
        DataKind.Integer or DataKind.BigInteger or DataKind.Decimal or DataKind.Money or DataKind.Percentage => SearchFieldKind.Number,
        DataKind.Date or DataKind.Timestamp or DataKind.LocalTimestamp => SearchFieldKind.Date,
        DataKind.Boolean => SearchFieldKind.Boolean,
        _ => SearchFieldKind.Keyword,
    };
}
