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

            var (looking, shown) = ShownColumns.Of(line);
            var phrases = Phrases(looking).ToList();
            if (shown.Count > 0 && phrases.Count == 0)
            {
                // What is shown was all it says.
                (phrases, shown) = ([.. Phrases(line)], []);
            }

            foreach (var (kind, entity, attributes) in phrases)
            {
                facts.Add(new QueryFact(entity ?? Endpoint.Read(HeadingNames.Of(line.Heading))?.Collection ?? RuleSubjects.Of(line.Headings), kind, attributes, line.Whole.Says("descending", "newest first", "latest first", "most recent first"), null, line.Span, line.Words) { Shown = shown });
                facts.Classify(line.Span, StatementClass.Query, "says how data is looked at");
            }

            if (ShownColumns.OfList(line.Whole) is var (thing, columns))
            {
                facts.Add(new QueryFact(thing, QueryKind.List, [], Descending: false, null, line.Span, line.Words) { Shown = columns });
                facts.Classify(line.Span, StatementClass.Query, "says what a list shows");
            }
        }
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
            yield return (QueryKind.Filter, null, Attributes(text[filter..]));
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

    private static Seq<string> Attributes(string words)
    {
        var end = words.Length;
        foreach (var stop in (ReadOnlySpan<string>)[",  then ", ", when", " when ", " then ", ". ", ";", " (", ", only", " in real-time", " for ", " so ", " from "])
        {
            end = words.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        return ItemLists.Split(words[..end].TrimStart(':', ' ').TrimEnd('.')).Where(item => item.Length <= 30).Take(5).ToSeq();
    }

    private static string Entity(string words) => words.Trim().Split(' ', ',', '.', '(')[0];
}
