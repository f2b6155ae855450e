using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Classification;

/// <summary>What readers said about stretches of the documents, found by document and line.</summary>
internal sealed class ClassIndex
{
    private readonly Dictionary<(string Document, int Line), List<Entry>> _entries = [];

    /// <summary>One thing said about a stretch. A firm one comes of a fact and outweighs what was only said of the place.</summary>
    internal sealed record Entry(SourceSpan Span, StatementClass Class, string Reason, bool Firm);

    public void Add(SourceSpan span, StatementClass @class, string reason, bool firm)
    {
        var entry = new Entry(span, @class, reason, firm);
        for (var line = span.Line; line <= span.EndLine; line++)
        {
            if (!_entries.TryGetValue((span.Document, line), out var entries))
            {
                entries = [];
                _entries.Add((span.Document, line), entries);
            }

            entries.Add(entry);
        }
    }

    /// <summary>What was said of the statement: what is firm first, then what speaks of the fewest lines, then what was said last.</summary>
    public Entry? Find(Statement statement)
    {
        Entry? found = null;
        for (var line = statement.Span.Line; line <= statement.Span.EndLine; line++)
        {
            if (!_entries.TryGetValue((statement.Span.Document, line), out var entries))
            {
                continue;
            }

            foreach (var entry in entries.Where(entry => entry.Span.Overlaps(statement.Span)))
            {
                found = found is null || Outweighs(entry, found) ? entry : found;
            }
        }

        return found;
    }

    private static bool Outweighs(Entry entry, Entry found) =>
        entry.Firm != found.Firm ? entry.Firm : entry.Span.EndLine - entry.Span.Line <= found.Span.EndLine - found.Span.Line;
}
