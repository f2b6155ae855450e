using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules;

/// <summary>A demand that stands in pseudo-code, as a sentence.</summary>
/// <param name="Deed">The words of the line it hangs under: "check boat", "on lend".</param>
internal sealed record DemandLine(string Text, string? Deed, SourceSpan Span);

/// <summary>
/// Reads pseudo-code whose lines demand: "check boat:", "on lend(book, member):", and under it "require …", "reject if …", "reject unless …",
/// "if …: require …", bare comparisons and plain sentences.
/// </summary>
internal static class DemandLines
{
    private const int MostLines = 120;

    private static readonly string[] Demands = ["require", "requires", "ensure", "demand", "must have", "must be", "must"];
    private static readonly string[] Refusals = ["reject", "refuse", "deny", "forbid", "fail", "abort", "block", "error"];
    private static readonly string[] Modal = ["must", "needs", "need", "cannot", "can't", "never", "at most", "at least", "only", "may not", "has to", "have to"];

    /// <summary>The demands of the lines; empty when none of them begins with a word that demands or refuses.</summary>
    public static IReadOnlyList<DemandLine> In(IReadOnlyList<CodeLine> lines)
    {
        var joined = lines.Count > MostLines ? [] : Joined(lines);
        if (!joined.Exists(line => Opens(line.Text)) || joined.Exists(line => IsProgram(line.Text)))
        {
            return [];
        }

        var found = new List<DemandLine>();
        string? deed = null;
        foreach (var (text, indent, span) in joined)
        {
            if (Heading(text) is { } heading)
            {
                deed = heading;
            }
            else if (Demand(text) is { } demand)
            {
                deed = indent == 0 ? null : deed;
                found.Add(new(demand, deed, span));
            }
        }

        return found;
    }

    private static bool Opens(string text) => text.Opens(Demands) || Refused(text) is not null || Conditioned(text) is not null;

    private static bool IsProgram(string text) => text.EndsWith(';') || text.Contains('{', StringComparison.Ordinal) || text.Contains("return ", StringComparison.Ordinal) || text.EndsWith(" then", StringComparison.OrdinalIgnoreCase) || text.Contains(" THEN ", StringComparison.Ordinal) || text.Opens("assert", "then", "end if", "endif", "else");

    /// <summary>A line that goes on with "and" or "or" belongs to the one before it.</summary>
    private static List<(string Text, int Indent, SourceSpan Span)> Joined(IReadOnlyList<CodeLine> lines)
    {
        var joined = new List<(string Text, int Indent, SourceSpan Span)>();
        foreach (var line in lines.Where(line => line.Text.Trim().Length > 0))
        {
            var text = line.Text.Trim();
            if (joined.Count > 0 && text.Opens("and", "or") && joined[^1] is var (before, indent, place))
            {
                joined[^1] = ($"{before} {text}", indent, new(place.Document, place.Line, place.Column, line.Span.EndLine, line.Span.EndColumn));
            }
            else
            {
                joined.Add((text, line.Text.Length - line.Text.TrimStart().Length, line.Span));
            }
        }

        return joined;
    }

    /// <summary>"check boat:" and "on lend(book, member):" say what the lines below are about.</summary>
    private static string? Heading(string text)
    {
        if (!text.EndsWith(':') || text.Length > 80 || text.Opens("if", "else", "for", "when", "unless"))
        {
            return null;
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        var words = (open > 0 ? text[..open] : text[..^1]).Replace('_', ' ').Trim();
        return words.Length > 0 && words.Count(character => character == ' ') < 4 ? words : null;
    }

    private static string? Demand(string text)
    {
        if (text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith('#'))
        {
            return null;
        }

        return Conditioned(text) ?? Refused(text) ?? Required(text)
            ?? (IsComparison(text) || text.Says(Modal) && text.Count(character => character == ' ') > 2 ? Listed(text) : null);
    }

    /// <summary>"if kind == guest: require sponsor" is "if kind == guest then sponsor is required".</summary>
    private static string? Conditioned(string text)
    {
        var colon = text.Opens("if", "when") ? text.IndexOf(": ", StringComparison.Ordinal) : -1;
        var condition = colon < 0 ? "" : text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..colon].Trim();
        return condition.Length == 0 || text[(colon + 2)..].Trim() is not { Length: > 2 } rest ? null
            : rest.Opens(Refusals) ? $"if ({Listed(condition)}) reject" : $"if {Listed(condition)} then {Required(rest) ?? Listed(rest)}";
    }

    private static string? Refused(string text)
    {
        var opener = Array.Find(Refusals, word => text.Opens(word));
        var rest = opener is null ? "" : text[opener.Length..].TrimStart();
        return rest.Opens("unless") ? Listed(rest[6..].Trim()) : rest.Opens("if", "when") && rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? $"if ({Listed(rest[(space + 1)..].Trim())}) reject" : null;
    }

    /// <summary>"require price between 1 and 9" is the comparison; "require phone" says that it is required.</summary>
    private static string? Required(string text)
    {
        var opener = Array.Find(Demands, word => text.Opens(word));
        var rest = opener is null ? "" : text[opener.Length..].Trim();
        return rest.Length == 0 ? null : rest.Contains(' ', StringComparison.Ordinal) ? Listed(rest) : $"{rest} is required";
    }

    /// <summary>"grade in (1, 2)": one of them.</summary>
    private static string Listed(string text) => text.Replace(" not in (", " is not one of (", StringComparison.Ordinal).Replace(" in (", " is one of (", StringComparison.Ordinal).Replace(" in [", " is one of [", StringComparison.Ordinal);

    private static bool IsComparison(string text) => text.AsSpan().IndexOfAny("<>≤≥") > 0 && char.IsLetterOrDigit(text[0]) && !text.Contains("->", StringComparison.Ordinal) && !text.Contains("=>", StringComparison.Ordinal);
}
