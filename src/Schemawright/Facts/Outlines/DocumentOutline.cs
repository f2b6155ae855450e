using Schemawright.Collections;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

/// <summary>Reads a document's sentences, bullets and YAML-like blocks as lines with the labels they hang under.</summary>
internal static class DocumentOutline
{
    /// <summary>What is longer is no sentence anybody wrote as a rule.</summary>
    private const int LongestLine = 4000;

    /// <param name="leaveOut">Blocks that other readers have read completely.</param>
    public static IReadOnlyList<OutlineLine> Of(ProductDocument document, Func<Block, bool> leaveOut)
    {
        var lines = new List<OutlineLine>();
        var sentences = new SentenceOutline(document);
        var topics = new Dictionary<string, HeadingTopic>(StringComparer.Ordinal);
        string? leadIn = null;
        foreach (var block in document.Blocks)
        {
            var path = Path(block, leadIn);
            var topic = HeadingTopics.Of(path);
            if (!leaveOut(block) && !HeadingTopics.StatesNoData(topic))
            {
                lines.AddRange(Lines(block, leadIn, sentences).Select(line => WithTopic(line, topic, topics)).Where(line => line.Words.Length <= LongestLine && !HeadingTopics.StatesNoData(line.Topic)));
            }

            leadIn = block is ParagraphBlock { Text: { Length: <= 80 } text } && text.EndsWith(':') ? text.TrimEnd(':', ' ') : null;
        }

        return lines;
    }

    private static IEnumerable<OutlineLine> Lines(Block block, string? leadIn, SentenceOutline sentences) => block switch
    {
        ListBlock list => ListOutline.Of(list),
        CodeFence fence => FenceOutline.Of(fence, leadIn),
        ParagraphBlock paragraph => sentences.Of(paragraph),
        TableBlock table when RuleRows.Are(table) => RuleRows.Of(table),
        _ => [],
    };

    private static IReadOnlyList<string> Path(Block block, string? leadIn) =>
        block is CodeFence && leadIn is not null ? [.. block.Headings, leadIn] : HeadingTopics.Path(block);

    private static OutlineLine WithTopic(OutlineLine line, HeadingTopic topic, Dictionary<string, HeadingTopic> topics)
    {
        var inner = line.Label is { Length: <= 40 } label && Topic(label, topics) is var own && HeadingTopics.StatesNoData(own) ? own : HeadingTopic.None;
        for (var index = line.Keys.Count - 1; index >= 0 && inner == HeadingTopic.None; index--)
        {
            inner = Topic(line.Keys[index], topics);
        }

        return line with { Topic = inner == HeadingTopic.None ? topic : inner };
    }

    private static HeadingTopic Topic(string label, Dictionary<string, HeadingTopic> topics)
    {
        if (!topics.TryGetValue(label, out var topic))
        {
            topic = HeadingTopics.OfHeading(label);
            topics.Add(label, topic);
        }

        return topic;
    }
}
