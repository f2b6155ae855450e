namespace Schemawright.Documents;

/// <summary>Lines of a paragraph that are notes, each for itself: "MEMBERS: name, rank", "pumps – number, make". A wrapped text fills its lines; notes end where the note ends.</summary>
internal static class NoteLines
{
    private const int FewestLines = 3;
    private const int LongestLabel = 40;

    private static readonly string[] Marks = [": ", " – ", " — ", " - ", " = ", " -> ", " → "];

    /// <summary>True when the paragraph's line breaks end what is said.</summary>
    public static bool Are(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        if (lines.Length < FewestLines)
        {
            return false;
        }

        var width = lines.Max(line => line.Length);
        var early = lines.Zip(lines.Skip(1)).Count(pair => pair.First.Length + 1 + FirstWord(pair.Second) <= width && !pair.First.EndsWith(','));
        return early * 2 >= lines.Length - 1 && lines.Count(IsLabelled) * 2 >= lines.Length;
    }

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is var end && end < 0 ? line.Length : end;

    /// <summary>A few words, then a mark that says something follows of them.</summary>
    private static bool IsLabelled(string line)
    {
        var at = Marks.Select(mark => line.IndexOf(mark, StringComparison.Ordinal)).Where(found => found > 0).DefaultIfEmpty(-1).Min();
        return at is > 1 and < LongestLabel && !line.AsSpan(0, at).ContainsAny(".;?!");
    }
}
