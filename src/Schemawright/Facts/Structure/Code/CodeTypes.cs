using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Code;

/// <summary>A type declared with members: an interface, a class, a literal.</summary>
/// <param name="Start">Where its declaration begins in the text.</param>
/// <param name="BodyStart">The index after its opening brace.</param>
/// <param name="BodyEnd">The index of its closing brace.</param>
internal sealed record CodeType(string Name, string? Base, int Start, int BodyStart, int BodyEnd);

/// <summary>Finds the types and the named unions of TypeScript-like code.</summary>
internal static class CodeTypes
{
    private static readonly string[] Keywords = ["interface", "type", "class", "model", "entity", "struct", "record"];

    public static IEnumerable<CodeType> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Declared(text, at) is { } type)
            {
                yield return type;
                at = type.BodyEnd + 1;
            }
            else
            {
                at = NextWord(text, at);
            }
        }
    }

    /// <summary>A literal that begins the text: <c>{ id: UUID … }</c>.</summary>
    public static CodeType? Literal(string text, string name)
    {
        var open = text.Length - text.TrimStart().Length;
        return open < text.Length && text[open] == '{' && TextScan.Closing(text, open) is var close and > 0 ? new(name, null, open, open + 1, close) : null;
    }

    /// <summary><c>type Level = 'low' | 'high'</c> and <c>enum Level { Low, High = 'high' }</c> by name.</summary>
    public static Dictionary<string, Seq<string>> Unions(string text)
    {
        var unions = new Dictionary<string, Seq<string>>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at = NextWord(text, at))
        {
            if (IsWordAt(text, at, "type") && Named(text, at + 4) is var (name, after) && text.AsSpan(after).TrimStart().StartsWith("="))
            {
                AddUnion(unions, name, text[(text.IndexOf('=', after) + 1)..]);
            }
            else if (IsWordAt(text, at, "enum") && Named(text, at + (text.AsSpan(at).StartsWith("enum class ") ? 10 : 4)) is var (word, open) && text.IndexOf('{', open) is var brace and >= 0 && TextScan.Closing(text, brace) is var close and > 0)
            {
                unions[word] = Members(text[(brace + 1)..close]);
            }
        }

        return unions;
    }

    private static void AddUnion(Dictionary<string, Seq<string>> unions, string name, string rest)
    {
        var end = rest.IndexOf(';', StringComparison.Ordinal);
        var blank = rest.IndexOf("\n\n", StringComparison.Ordinal);
        end = end < 0 || (blank >= 0 && blank < end) ? blank : end;
        var body = (end < 0 ? rest : rest[..end]).Replace('\n', ' ').Trim().TrimStart('|').Trim();
        if (body.Length > 0 && body[0] is '\'' or '"' && ValueLists.Parse(body) is { } values)
        {
            unions[name] = values;
        }
    }

    private static Seq<string> Members(string body) =>
        body.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Member).Where(member => member.Length > 0).Distinct(StringComparer.Ordinal).ToSeq();

    private static string Member(string text)
    {
        // Java writes DRAFT("draft") and closes the list with a semicolon.
        text = text.Split('(', ';')[0];
        var assigned = text.IndexOf('=', StringComparison.Ordinal);
        var value = assigned < 0 ? "" : text[(assigned + 1)..].Trim();
        return value.Length > 1 && value[0] is '\'' or '"' ? value.Trim('\'', '"') : (assigned < 0 ? text : text[..assigned]).Trim();
    }

    private static CodeType? Declared(string text, int at)
    {
        foreach (var keyword in Keywords)
        {
            if (!IsWordAt(text, at, keyword) || Named(text, at + keyword.Length) is not var (name, after))
            {
                continue;
            }

            var open = text.IndexOf('{', after);
            var between = open < 0 ? "" : text[after..open];
            if (open < 0 || between.AsSpan().IndexOfAny(";)('\"|") >= 0 || between.Length > 200 || (keyword == "type" && !between.Trim().EndsWith('=')))
            {
                return null;
            }

            var close = TextScan.Closing(text, open);
            return new(name, BaseOf(between), at, open + 1, close < 0 ? text.Length : close);
        }

        return null;
    }

    private static string? BaseOf(string between)
    {
        var words = between.Split([' ', '\n', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, word => word is "extends" or ":");
        return at >= 0 && at + 1 < words.Length && EntityNames.IsPlain(words[at + 1]) ? words[at + 1] : null;
    }

    private static (string Name, int After)? Named(string text, int from)
    {
        var start = from;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end > start && start > from && char.IsLetter(text[start]) ? (text[start..end], end) : null;
    }

    private static bool IsWordAt(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '.' or '$'));

    private static int NextWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        while (at < text.Length && !(char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }
}
