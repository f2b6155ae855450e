using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Rules.Access;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>Reads REST endpoints in lists, tables, trees and headings as the ways data is read, and who may call them.</summary>
internal sealed class EndpointReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        (Endpoint Endpoint, SourceSpan Span)? open = null;
        foreach (var block in document.Blocks)
        {
            if (block is HeadingBlock heading)
            {
                open = Endpoint.Read(HeadingNames.Of(heading.Text)) is { } titled ? (titled, heading.Span) : null;
                AddHeading(open, heading, facts);
                continue;
            }

            if (facts.IsClaimed(block) || HeadingTopics.StatesNoData(block))
            {
                continue;
            }

            foreach (var (text, span) in Lines(block))
            {
                open = ReadLine(text, span, open, facts);
            }
        }
    }

    private static (Endpoint Endpoint, SourceSpan Span)? ReadLine(string text, SourceSpan span, (Endpoint Endpoint, SourceSpan Span)? open, FactCollector facts)
    {
        if (Endpoint.Read(text) is { } endpoint)
        {
            Add(endpoint, text, span, facts);
            return (endpoint, span);
        }

        if (open is not { } current)
        {
            return open;
        }

        var query = text.IndexOf("?", StringComparison.Ordinal);
        if (text.Says("query params", "query parameters") && query > 0 && current.Endpoint.Method == "GET")
        {
            AddFilters(current.Endpoint.Collection, QueryParameters.Read(text[query..].Trim().TrimEnd('`')), text, span, facts);
        }
        else if (text.Says("authorization") && text.After("authorization:") is > 0 and var at && text.Says("role"))
        {
            AddRoles(current.Endpoint, text[at..], text, span, facts);
        }

        return open;
    }

    private static void Add(Endpoint endpoint, string text, SourceSpan span, FactCollector facts)
    {
        var isRead = endpoint.Method == "GET" && endpoint.Collection is not null;
        facts.Classify(span, isRead ? StatementClass.Query : StatementClass.Interface, $"the endpoint {endpoint.Method} {endpoint.Path}");
        if (isRead)
        {
            facts.Add(new QueryFact(endpoint.Collection, Kind(endpoint), [], false, null, span, text.Trim()));
            AddFilters(endpoint.Collection, endpoint.Parameters, text, span, facts);
        }

        if (ItemLists.InParentheses(text) is { } note && (note.EndsWith(" only", StringComparison.OrdinalIgnoreCase) || note.Equals("admin", StringComparison.OrdinalIgnoreCase)) && note.Count(character => character == ' ') <= 2 && !note.Says("draft", "read", "internal"))
        {
            AddRoles(endpoint, note.Replace(" only", "", StringComparison.OrdinalIgnoreCase), text, span, facts);
        }
    }

    private static void AddHeading((Endpoint Endpoint, SourceSpan Span)? open, HeadingBlock heading, FactCollector facts)
    {
        if (open is var (endpoint, span) && endpoint.Method == "GET" && endpoint.Collection is not null && !HeadingTopics.StatesNoData(heading))
        {
            facts.Add(new QueryFact(endpoint.Collection, Kind(endpoint), [], false, null, span, heading.Text));
        }
    }

    private static void AddFilters(string? entity, Seq<QueryParameter> parameters, string text, SourceSpan span, FactCollector facts)
    {
        var filters = QueryParameters.Filters(parameters);
        if (filters.Count > 0)
        {
            facts.Add(new QueryFact(entity, QueryKind.Filter, filters, false, null, span, text.Trim()));
        }

        if (parameters.Any(QueryParameters.IsSearch))
        {
            facts.Add(new QueryFact(entity, QueryKind.Search, [], false, null, span, text.Trim()));
        }

        foreach (var sort in parameters.Where(QueryParameters.IsSort).Where(sort => sort.Value.TrimStart('-') is { Length: > 0 } name && char.IsLetter(name[0])))
        {
            facts.Add(new QueryFact(entity, QueryKind.Sort, [sort.Value.TrimStart('-')], sort.Value[0] == '-', null, span, text.Trim()));
        }
    }

    private static void AddRoles(Endpoint endpoint, string roles, string text, SourceSpan span, FactCollector facts)
    {
        var verb = endpoint.Last.ToLowerInvariant() switch
        {
            "approve" or "reject" => AccessVerb.Approve,
            _ => endpoint.Method switch { "GET" => AccessVerb.Read, "POST" when endpoint.Last == endpoint.Collection || endpoint.Last == "bulk" => AccessVerb.Create, "DELETE" => AccessVerb.Delete, _ => AccessVerb.Update },
        };
        var resource = endpoint.Last.Equals("approve", StringComparison.OrdinalIgnoreCase) || endpoint.Last.Equals("reject", StringComparison.OrdinalIgnoreCase) || endpoint.Last != endpoint.Collection ? Resource(endpoint) : endpoint.Collection;
        foreach (var role in ItemLists.Split(roles.Trim().Replace(" role", "", StringComparison.OrdinalIgnoreCase)).Where(role => resource is not null && role.Count(character => character == ' ') <= 2))
        {
            facts.Add(new AccessFact(role, verb, resource!, AccessScope.Unstated, true, span, text.Trim()));
        }
    }

    /// <summary>The thing acted on: the part before the id in <c>/orders/{id}/approve</c>.</summary>
    private static string? Resource(Endpoint endpoint)
    {
        var parts = endpoint.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var id = Array.FindIndex(parts, part => part[0] is '{' or ':');
        return id > 0 ? parts[id - 1] : endpoint.Collection;
    }

    private static QueryKind Kind(Endpoint endpoint) =>
        endpoint.Last.Equals("export", StringComparison.OrdinalIgnoreCase) ? QueryKind.Export
        : endpoint.Last.Equals("search", StringComparison.OrdinalIgnoreCase) ? QueryKind.Search
        : endpoint.IsOne || IsPartOfOne(endpoint) || endpoint.Last.Equals("me", StringComparison.OrdinalIgnoreCase) ? QueryKind.Lookup
        : endpoint.Collection!.Says("analytics", "reports", "statistics", "stats", "dashboard", "metrics") ? QueryKind.Report
        : QueryKind.List;

    /// <summary><c>/orders/{id}/receipt</c> looks up one thing of one order.</summary>
    private static bool IsPartOfOne(Endpoint endpoint) => endpoint.Path.Contains('{', StringComparison.Ordinal) && Nouns.Singular(endpoint.Last.ToLowerInvariant()) == endpoint.Last.ToLowerInvariant();

    private static IEnumerable<(string Text, SourceSpan Span)> Lines(Block block) => block switch
    {
        ListBlock list => list.Items.Select(item => (item.Text, item.Span)),
        TableBlock table => table.Rows.Select(row => (string.Join(" ", row.Cells.Select(cell => cell.Text)), row.Span)),
        CodeFence fence when !fence.Lines.Any(line => line.Text.Contains('┌', StringComparison.Ordinal)) => fence.Lines.Select(line => (line.Text.Trim().TrimStart('│', '├', '└', '─', ' '), line.Span)),
        _ => [],
    };
}
