using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>Reads how people look at data: "filter by date range or branch", "sorted by due date", "search visits by name", dashboards.</summary>
internal sealed class QueryPhraseReader : IFactReader
{
    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is OutlineForm.Bullet or OutlineForm.Sentence && line.Topic is HeadingTopic.None or HeadingTopic.Interface))
        {
            if (line.Form == OutlineForm.Bullet && NamedLookups.IsAnnounced(line))
            {
                facts.Classify(line.Span, StatementClass.Query, "stands among ways of looking");
            }

            if (ToldLists.Read(line) is var (told, things, by, descending))
            {
                facts.Add(new QueryFact(things, told, by, descending, null, line.Span, line.Words));
                continue;
            }

            var (looking, shown) = ShownColumns.Of(line);
            var phrases = Phrases(looking).ToList();
            if (shown.Count > 0 && phrases.Count == 0)
            {
                // What is shown was all it says.
                (phrases, shown) = ([.. Phrases(line)], []);
            }

            foreach (var (kind, entity, attributes) in phrases)
            {
                facts.Add(new QueryFact(entity ?? Listed(line.Text) ?? Endpoint.Read(HeadingNames.Of(line.Heading))?.Collection ?? RuleSubjects.Of(line.Headings), kind, attributes, line.Whole.Says("descending", "newest first", "latest first", "most recent first"), null, line.Span, line.Words) { Shown = shown });
                facts.Classify(line.Span, StatementClass.Query, "says how data is looked at");
            }

            if (ShownColumns.OfList(line.Whole) is var (thing, columns))
            {
                facts.Add(new QueryFact(thing, QueryKind.List, [], Descending: false, null, line.Span, line.Words) { Shown = columns });
                facts.Classify(line.Span, StatementClass.Query, "says what a list shows");
            }
        }
    }

    /// <summary>"Parcel list sorted by weight": what is listed stands before the list; null when no such words do.</summary>
    private static string? Listed(string text)
    {
        if (text.Opens("table of", "list of", "overview of") && text.IndexOfAny([',', '(']) is > 0 and var comma && text[comma..].Says("sorted by", "ordered by", "filterable by", "filtered by"))
        {
            return LookingPhrases.Thing(text[(text.Find("of") + 2)..comma]);
        }

        var at = new[] { "list", "lists", "table", "overview", "view", "listing" }.Select(word => text.Find(word)).Where(found => found > 0).DefaultIfEmpty(-1).Min();
        return at > 0 && text[at..].Says("sorted by", "sortable by", "ordered by", "filterable by", "filtered by") ? LookingPhrases.Thing(text[..at]) : null;
    }

    private static IEnumerable<(QueryKind Kind, string? Entity, Seq<string> Attributes)> Phrases(OutlineLine line)
    {
        var text = line.Whole;
        foreach (var told in LookingPhrases.Read(line.Text))
        {
            yield return told;
        }

        foreach (var named in NamedLookups.Read(line))
        {
            yield return named;
        }

        if (text.After("filter by", "filtered by", "filtering by", "filters by", "filterable by", "filter results by") is >= 0 and var filter && !text[filter..].Opens(" user role", " role", " assignments", " user"))
        {
            yield return (QueryKind.Filter, null, Parameter(line) is { } parameter ? [parameter] : Attributes(text[filter..]));
        }

        if (text.After("sorted by", "sort by", "ordered by", "sorting by", "sortable by") is >= 0 and var sort)
        {
            yield return (QueryKind.Sort, null, Attributes(text[sort..]));
        }

        if (text.After("search by", "searchable by", "searched by", "lookup by", "look up by") is >= 0 and var search)
        {
            yield return (QueryKind.Search, null, Attributes(text[search..]));
        }
        else if (text.After("search for a", "search for an", "full-text search across all", "full-text search across", "search across all", "search across") is >= 0 and var across)
        {
            yield return (QueryKind.Search, Entity(text[across..]), []);
        }

        if (line.Keys.Any(key => key.Says("dashboard", "analytics dashboard", "analytics", "reports", "groupings")) && line.Form == OutlineForm.Bullet && line.Text.Length is > 3 and <= 60 && !line.HasChildren)
        {
            yield return (QueryKind.Report, line.Text, []);
        }
    }

    /// <summary>"due_on (optional): filter by due date": the parameter is named like the attribute.</summary>
    private static string? Parameter(OutlineLine line) =>
        line.Label is { } label && line.Text.Opens("filter by", "filters by") && ItemLists.WithoutParentheses(label).Trim('`', ' ') is { Length: > 1 } name && name.Contains('_', StringComparison.Ordinal) && name.All(character => char.IsAsciiLetterLower(character) || character == '_') ? name : null;

    private static Seq<string> Attributes(string words)
    {
        var end = words.Length;
        foreach (var stop in (ReadOnlySpan<string>)[",  then ", ", filter", ", sort", ", newest", ", oldest", ", when", " when ", " then ", ". ", ";", " (", ", only", " in real-time", " for ", " so ", " from "])
        {
            end = words.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        return ItemLists.Split(words[..end].TrimStart(':', ' ').TrimEnd('.')).Where(item => item.Length <= 30).Take(5).ToSeq();
    }

    private static string Entity(string words) => words.Trim().Split(' ', ',', '.', '(')[0];
}
