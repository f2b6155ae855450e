using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Domain;

namespace Schemawright.Design.Stack;

/// <summary>Builds the stores the documents name and no others; each is a copy that can be made again, or holds files that rows point to.</summary>
internal static class StackPlan
{
    public const string Feeder = "search_feeder";

    public static DataDesign Apply(DataDesign design, Findings findings)
    {
        var stores = new[] { TechnologyRole.Cache, TechnologyRole.Search, TechnologyRole.FileStorage, TechnologyRole.Warehouse }
            .Select(role => StoreProducts.Of(design.Domain, role)).OfType<StoreDesign>().ToDictionary(store => store.Role);
        if (stores.Count == 0)
        {
            return design;
        }

        var search = stores.TryGetValue(TechnologyRole.Search, out var engine) ? new PlanSearch(design, engine, findings).Indexes() : [];
        var warehouse = stores.TryGetValue(TechnologyRole.Warehouse, out var house) ? new PlanWarehouse(design, house) : null;
        var facts = warehouse?.Facts() ?? [];
        var stack = new StackDesign
        {
            Stores = [.. stores.Values.OrderBy(store => store.Role)],
            Cache = stores.TryGetValue(TechnologyRole.Cache, out var cache) ? new PlanCache(design, cache).Entries() : [],
            Search = search,
            Buckets = stores.TryGetValue(TechnologyRole.FileStorage, out var files) ? new PlanBuckets(design, files, findings).Buckets() : [],
            Facts = facts,
            Dimensions = warehouse?.Dimensions(facts) ?? [],
        };
        return WithFeeder(design with { Stack = stack }).Decide(Decisions(stack));
    }

    /// <summary>Whoever feeds the search engine reads what is indexed, and nothing else.</summary>
    private static DataDesign WithFeeder(DataDesign design)
    {
        if (design.Stack.Search.Count == 0 || design.Roles.Any(role => role.Name == Feeder))
        {
            return design;
        }

        var origin = Origin.Decided(PlanSearch.OutboxDecision);
        var grants = design.Stack.Search.Select(index => (index, table: design.Find(index.Table)!)).Select(pair => new GrantDesign(pair.table.Name, ["select"], Hidden(pair.table, pair.index), origin)).ToSeq();
        return design with { Roles = [.. design.Roles, new(Feeder, RolePurpose.Feeder, null, grants, "Reads the outbox and the indexed columns, and hands them to the search engine.", origin)] };
    }

    private static Seq<string> Hidden(TableDesign table, SearchIndexDesign index) => table.Columns
        .Where(column => !table.PrimaryKey.Columns.Has(column.Name) && column.Role is not (ColumnRole.DeletedAt or ColumnRole.Version) && !index.Fields.Any(field => field.Column == column.Name))
        .Select(column => column.Name).ToSeq();

    private static IEnumerable<Decision> Decisions(StackDesign stack)
    {
        foreach (var store in stack.Stores)
        {
            var (choice, reason) = store.Role switch
            {
                TechnologyRole.Cache when stack.Cache.Count == 0 => ($"{store.Name} keeps no copy of rows, so no keys are planned for it.", "What the documents name it for is no data of the model."),
                TechnologyRole.Cache => ($"{store.Name} holds {Count(stack.Cache.Count, "kind")} of entries, each with a time to live and the writes that end it.", "A cache is a copy: losing it costs time and never data, and a stale entry ends by itself."),
                TechnologyRole.Search => ($"{store.Name} is fed through an outbox from {Count(stack.Search.Count, "table")}.", "A row and the note that it changed are written in one transaction, so no change is lost when the engine is away, and a second delivery does no harm."),
                TechnologyRole.FileStorage => ($"Files lie in {store.Name} under keys made of table, row and a random part; the database holds the key.", "A name that cannot be guessed and never changes can be cached, moved and removed with its row."),
                _ => ($"{store.Name} is loaded with {Count(stack.Facts.Count, "fact")} and {Count(stack.Dimensions.Count, "dimension")} by the time of the last change.", "Reports over years then cost the primary database one indexed read of what is new; personal columns stay behind."),
            };
            yield return new(store.Role == TechnologyRole.Search ? PlanSearch.OutboxDecision : $"D05-{store.Role.ToString().ToLowerInvariant()}", 5, choice, reason, store.Origin.Sources);
        }
    }

    private static string Count(int count, string noun) => FormattableString.Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");
}
