using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Facts;

namespace Schemawright.Coverage;

/// <summary>Finds the statements a stretch of the input touches, by document and line.</summary>
internal sealed class StatementIndex
{
    private readonly Seq<ClassifiedStatement> _statements;
    private readonly Dictionary<string, Dictionary<int, List<int>>> _lines = new(StringComparer.Ordinal);

    public StatementIndex(Seq<ClassifiedStatement> statements)
    {
        _statements = statements;
        for (var index = 0; index < statements.Count; index++)
        {
            Add(statements[index].Statement.Span, index);
        }
    }

    public IEnumerable<int> Touched(SourceSpan span)
    {
        if (!_lines.TryGetValue(span.Document, out var lines))
        {
            return [];
        }

        return Lines(span).SelectMany(line => lines.GetValueOrDefault(line) ?? [])
            .Distinct().Where(index => _statements[index].Statement.Span.Overlaps(span));
    }

    private static IEnumerable<int> Lines(SourceSpan span) => Enumerable.Range(span.Line, span.EndLine - span.Line + 1);

    private void Add(SourceSpan span, int index)
    {
        if (!_lines.TryGetValue(span.Document, out var lines))
        {
            _lines.Add(span.Document, lines = []);
        }

        foreach (var line in Lines(span))
        {
            if (!lines.TryGetValue(line, out var known))
            {
                lines.Add(line, known = []);
            }

            known.Add(index);
        }
    }
}
