namespace Schemawright.Documents;

/// <summary>Where a mark stands next in a text; each stretch of it is searched only once.</summary>
internal sealed class NextMark(string text, char mark)
{
    private int _from;
    private int _found = -1;
    private bool _searched;

    /// <summary>The mark's first place from the given one on, or -1.</summary>
    public int From(int start)
    {
        if (!_searched || start < _from || (_found >= 0 && _found < start))
        {
            (_searched, _from, _found) = (true, start, start >= text.Length ? -1 : text.IndexOf(mark, start));
        }

        return _found;
    }
}
