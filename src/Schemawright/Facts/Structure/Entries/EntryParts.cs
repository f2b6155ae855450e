using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Entries;

/// <summary>Cuts what an entry says into its parts: names in code with what stands in brackets behind them, or names parted by semicolons, with remarks behind commas.</summary>
internal sealed record EntryParts(MentionedThings Things)
{
    private static readonly string[] Remarks =
        ["a ", "an ", "the ", "one ", "for ", "if ", "when ", "where ", "who ", "which ", "that ", "optional", "required", "unique", "in ", "as ", "until ", "only ", "at least", "at most", "not ", "null", "default", "derived", "from ", "by ", "with "];

    private static readonly string[] Modals = ["must", "shall", "should", "cannot", "can", "may not", "never", "at most", "at least", "no more than", "not allowed", "once", "unless"];

    private static readonly string[] Optionals = ["if ", "for ", "when ", "where ", "optional", "until "];

    /// <summary>Empty when a piece is neither an attribute nor words about other things.</summary>
    public IReadOnlyList<EntryPart> Of(string rest)
    {
        var text = rest.Trim().TrimEnd('.');
        if (Demands(text))
        {
            return [];
        }

        var segments = TextScan.Split(text, ';').ConvertAll(segment => segment.Trim());
        var parts = CodeTerm.In(text).Count > 0 ? segments.SelectMany(InCode).ToList()
            : segments.Count > 1 ? [.. segments.Where(segment => segment.Length > 0).SelectMany(InWords)]
            : [];
        return !parts.Exists(part => part?.Line is not null) || parts.Count < 2 || parts.Contains(null) || !parts.Exists(part => Tells(part!)) ? [] : parts.ConvertAll(part => part!);
    }

    /// <summary>Words beside the names that demand something are for those who read rules: taken as part of a list they would be lost.</summary>
    public static bool Demands(string text)
    {
        var depth = 0;
        var outside = new string([.. text.Where(letter => (depth += letter == '(' ? 1 : letter == ')' ? -1 : 0) == 0)]);
        return Array.Exists(Modals, word => TextScan.HasWord(outside, word));
    }

    /// <summary>Values alone ("red; blue") tell nothing; a type, a well-known name, a name in code or another thing does.</summary>
    private bool Tells(EntryPart part) =>
        part.Line is not { } line || part.Target is not null || line.Type.Length > 0 || line.Name.Contains('_', StringComparison.Ordinal) || SpokenNames.IsKnown(line.Name) || Things.Titles.ContainsKey(Naming.EntityKey(line.Name));

    /// <summary>"handed in at a berth; `name`, `opens_at` and `closes_at` (time), plus two members: the `skipper` and the `mate`".</summary>
    private IEnumerable<EntryPart?> InCode(string segment)
    {
        string? group = null;
        var before = 0;
        foreach (var run in CodeTerm.Runs(segment))
        {
            var lead = segment[before..run[0].Start];
            group = Things.Group(lead) ?? group;
            foreach (var mentioned in Things.Group(lead) is null ? Things.Of(lead) : [])
            {
                yield return mentioned;
            }

            foreach (var term in run)
            {
                yield return new(new AttributeLine(term.Name, term.Remark, term.Optional), group, group is not null && lead.Holds("needed"));
            }

            before = run[^1].End;
        }

        foreach (var mentioned in Things.Of(segment[before..]))
        {
            yield return mentioned;
        }
    }

    /// <summary>"approval limit, an amount", "skipper, who is a member", "status (open, closed)".</summary>
    private IEnumerable<EntryPart?> InWords(string segment)
    {
        var pieces = TextScan.Split(segment, ',').ConvertAll(piece => piece.Trim());
        for (var at = 0; at < pieces.Count; at++)
        {
            var remark = at + 1 < pieces.Count && Array.Exists(Remarks, word => pieces[at + 1].StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? pieces[at + 1] : null;
            var line = SpokenNames.Read(pieces[at]);
            if (line is null)
            {
                yield return null;
                continue;
            }

            at += remark is null ? 0 : 1;
            var target = remark is null ? null : Things.Of(remark).FirstOrDefault()?.Target;
            yield return new(remark is null || target is not null || line.Type.Length > 0 ? line : line with { Type = $"({WithoutArticle(remark)})" }, target, remark is not null && Array.Exists(Optionals, word => remark.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static string WithoutArticle(string remark) =>
        remark.StartsWith("an ", StringComparison.OrdinalIgnoreCase) ? remark[3..] : remark.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? remark[2..] : remark;
}
