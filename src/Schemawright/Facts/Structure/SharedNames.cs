using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Entries;

namespace Schemawright.Facts.Structure;

/// <summary>A line whose several names share what stands behind them: "low, high: decimal(12,4)", "length and beam: number, in m", "`opened_on`, `closed_on` – dates, optional".</summary>
internal static class SharedNames
{
    private const int MostNames = 4;

    /// <summary>A line for each name in code at the beginning of a bullet, or before a colon; the bullet's text when it has one.</summary>
    public static IReadOnlyList<string> Of(ListItem item)
    {
        var run = item.Raw.StartsWith('`') && CodeTerm.Runs(item.Raw) is [{ Count: > 1 and <= MostNames } first, ..] && first.TrueForAll(term => term is { Remark: "", Optional: false }) ? first : null;
        if (run is null)
        {
            return Of(item.Text);
        }

        var rest = item.Raw[run[^1].End..].Replace("`", "", StringComparison.Ordinal).TrimStart();
        return rest is "" or ['–' or '—' or ':' or '-' or ',', ..] ? [.. run.Select(term => rest.Length == 0 ? term.Name : $"{term.Name}: {OfOne(rest.TrimStart('–', '—', ':', '-', ',', ' '))}")] : Of(item.Text);
    }

    /// <summary>A line for each name before a colon; the line itself when it has one.</summary>
    private static IReadOnlyList<string> Of(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var names = colon < 0 ? [] : text[..colon].Replace(" and ", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var type = colon < 0 ? "" : text[(colon + 1)..].Trim();
        return names.Length is > 1 and <= MostNames && Array.TrueForAll(names, name => AttributeLine.Parse(name) is { IsIdentifier: true, Type: "" }) && TypeWords.Read(OfOne(type), names[0]) is not null ? [.. names.Select(name => $"{name}: {OfOne(type)}")] : [text];
    }

    /// <summary>"whole numbers" are a whole number each.</summary>
    private static string OfOne(string type)
    {
        var end = type.AsSpan().IndexOfAny(",;(");
        var words = (end < 0 ? type : type[..end]).Trim();
        var last = words[(words.LastIndexOf(' ') + 1)..];
        return last.Length > 3 && Nouns.Singular(last) is var one && one != last ? type.Replace(words, words[..^last.Length] + one, StringComparison.Ordinal) : type;
    }
}
