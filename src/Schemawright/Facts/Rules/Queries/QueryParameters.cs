using Schemawright.Collections;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>A filter in a query string or a list of parameters.</summary>
internal sealed record QueryParameter(string Name, string Value);

/// <summary>Reads query strings; what only pages through the result is left out.</summary>
internal static class QueryParameters
{
    private static readonly string[] Paging = ["page", "limit", "offset", "per_page", "perpage", "pagesize", "page_size", "size", "cursor", "skip", "take", "fields", "include", "format", "metrics"];
    private static readonly string[] Starts = ["start", "startdate", "start_date", "from", "fromdate", "from_date", "since", "after", "datefrom", "date_from"];
    private static readonly string[] Ends = ["end", "enddate", "end_date", "to", "todate", "to_date", "until", "before", "dateto", "date_to"];

    public static Seq<QueryParameter> Read(string query) =>
        query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2)).Where(pair => pair[0].Trim().Length > 0)
            .Select(pair => new QueryParameter(pair[0].Trim(), pair.Length > 1 ? pair[1].Trim() : "")).ToSeq();

    /// <summary>The attributes filtered by; a start and an end together are one "date range".</summary>
    public static Seq<string> Filters(Seq<QueryParameter> parameters)
    {
        var names = new List<string>();
        foreach (var parameter in parameters.Where(parameter => !IsPaging(parameter) && !IsSearch(parameter) && !IsSort(parameter)))
        {
            var lower = parameter.Name.ToLowerInvariant();
            var name = Starts.Contains(lower, StringComparer.Ordinal) || Ends.Contains(lower, StringComparer.Ordinal) ? "date range" : parameter.Name;
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }
        }

        return [.. names.Where(name => name != "date range"), .. names.Where(name => name == "date range")];
    }

    public static bool IsPaging(QueryParameter parameter) => Paging.Contains(parameter.Name.ToLowerInvariant(), StringComparer.Ordinal);

    public static bool IsSearch(QueryParameter parameter) => parameter.Name.ToLowerInvariant() is "search" or "q" or "query";

    public static bool IsSort(QueryParameter parameter) => parameter.Name.ToLowerInvariant() is "sort" or "sort_by" or "sortby" or "order_by" or "orderby" or "order";
}
