using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Sql;

/// <summary>The columns and keys of one table while its statements are read; later parts complete earlier ones.</summary>
internal sealed class SqlTable(string name, CodeFence fence, FactWriter writer)
{
    private readonly List<AttributeFact> _columns = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    public string Name { get; } = name;

    public FactWriter Writer { get; } = writer;

    public int Columns => _columns.Count;

    public void Add(AttributeFact column)
    {
        if (_places.TryAdd(column.Name, _columns.Count))
        {
            _columns.Add(column);
        }
    }

    /// <summary>Changes a column; false when the table has none of that name.</summary>
    public bool Change(string column, Func<AttributeFact, AttributeFact> change)
    {
        var known = _places.TryGetValue(column, out var place);
        if (known)
        {
            _columns[place] = change(_columns[place]);
        }

        return known;
    }

    public void WriteColumns() => _columns.ForEach(Writer.Attribute);

    public SourceSpan Place(IReadOnlyList<SqlToken> tokens) => SqlPlaces.Of(fence, tokens);

    public string Words(IReadOnlyList<SqlToken> tokens) => SqlCursor.Text(tokens);
}

/// <summary>Places of tokens in the document.</summary>
internal static class SqlPlaces
{
    public static SourceSpan Of(CodeFence fence, IReadOnlyList<SqlToken> tokens)
    {
        if (tokens.Count == 0)
        {
            return fence.Span;
        }

        var (first, last) = (fence.Lines[tokens[0].Line], fence.Lines[tokens[^1].Line]);
        return new(first.Span.Document, first.Number, tokens[0].Start + 1, last.Number, Math.Max(1, tokens[^1].End));
    }

    /// <summary>The whole lines of the tokens, for classifying the statements in them.</summary>
    public static SourceSpan Lines(CodeFence fence, IReadOnlyList<SqlToken> tokens)
    {
        var (first, last) = (fence.Lines[tokens[0].Line], fence.Lines[tokens[^1].Line]);
        return new(first.Span.Document, first.Number, 1, last.Number, Math.Max(1, last.Text.Length));
    }
}
