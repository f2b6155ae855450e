using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>Reads the query parameters shown as an object below an endpoint's heading: <c>{ "status": "open", "page": 1 }</c>.</summary>
internal sealed class ParameterBlockReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var fence in document.Blocks.OfType<CodeFence>().Where(fence => fence.Headings.Count > 0 && !HeadingTopics.StatesNoData(fence)))
        {
            var start = fence.Lines.ToList().FindIndex(line => line.Text.Says("query parameters", "query params"));
            if (start < 0 || Endpoint.Read(HeadingNames.Of(fence.Headings[^1])) is not { Method: "GET", Collection: { } collection })
            {
                continue;
            }

            var lines = fence.Lines.Skip(start + 1).TakeWhile(line => !line.Text.TrimStart().StartsWith('}')).ToArray();
            var parameters = lines.Select(line => Parameter(line.Text)).OfType<QueryParameter>().ToSeq();
            if (lines.Length > 0)
            {
                Add(collection, parameters, Span(fence.Lines[start].Span, lines[^1].Span), facts);
            }
        }
    }

    private static void Add(string collection, Seq<QueryParameter> parameters, SourceSpan span, FactCollector facts)
    {
        var words = string.Join(", ", parameters.Select(parameter => parameter.Name));
        if (QueryParameters.Filters(parameters) is { Count: > 0 } filters)
        {
            facts.Add(new QueryFact(collection, QueryKind.Filter, filters, false, null, span, words));
        }

        if (parameters.Any(QueryParameters.IsSearch))
        {
            facts.Add(new QueryFact(collection, QueryKind.Search, [], false, null, span, words));
        }
    }

    private static QueryParameter? Parameter(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : line[..colon].Trim(' ', '"', '\'', '?', '\t');
        return name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character == '_') ? new(name, line[(colon + 1)..].Trim(' ', ',', '"')) : null;
    }

    private static SourceSpan Span(SourceSpan from, SourceSpan to) => new(from.Document, from.Line, from.Column, to.EndLine, to.EndColumn);
}
