using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;
using Schemawright.Facts.Structure.Code;

namespace Schemawright.Facts.Structure.Classes;

/// <summary>Finds classes whose members are parameters: C#'s and Java's <c>record Trip(Guid Id, …)</c>, Kotlin's <c>data class Trip(val id: UUID, …)</c>.</summary>
internal static class ParameterClasses
{
    private static readonly string[] Keywords = ["record struct ", "record class ", "record ", "data class ", "class "];

    public static IEnumerable<ClassModel> In(CodeText code, ClassLanguage language)
    {
        var text = code.Text;
        foreach (var keyword in Keywords.Where(word => language == ClassLanguage.Kotlin == word is "data class " or "class "))
        {
            for (var at = text.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(keyword, at + keyword.Length, StringComparison.Ordinal))
            {
                var open = NameEnd(text, at + keyword.Length);
                if (open >= text.Length || text[open] != '(' || (keyword is "class " && at >= 5 && string.CompareOrdinal(text, at - 5, "data ", 0, 5) == 0))
                {
                    continue;
                }

                var close = TextScan.Closing(text, open);
                if (close < 0)
                {
                    yield break;
                }

                var members = Parameters(text, open + 1, close).Select(range => Member(code, range.Start, range.End, language)).OfType<ClassMember>().ToList();
                yield return new(text[(at + keyword.Length)..open].Trim(), null, code.RemarkAbove(at), code.Place(at, open), text[at..open].Trim(), [], false, members);
            }
        }
    }

    private static int NameEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    /// <summary>The parameters between commas outside of all brackets, pointed ones included.</summary>
    private static IEnumerable<(int Start, int End)> Parameters(string text, int start, int end)
    {
        var depth = 0;
        for (var at = start; at <= end; at++)
        {
            if (at == end || (depth == 0 && text[at] == ','))
            {
                if (text.AsSpan(start, at - start).Trim().Length > 0)
                {
                    yield return (start, at);
                }

                start = at + 1;
            }
            else
            {
                depth += text[at] is '(' or '<' or '[' or '{' ? 1 : text[at] is ')' or '>' or ']' or '}' ? -1 : 0;
            }
        }
    }

    private static ClassMember? Member(CodeText code, int start, int end, ClassLanguage language)
    {
        var (marks, after) = Declarations.Marks(code.Text, start, end);
        if (after < 0 || after >= end)
        {
            return null;
        }

        var (header, initial) = Halves(code.Text[after..end]);
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        var words = header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (name, type) = colon > 0 ? (header[..colon].Trim().Split(' ')[^1], header[(colon + 1)..].Trim()) : words.Length > 1 ? (words[^1], string.Join(' ', words[..^1])) : ("", "");
        return EntityNames.IsPlain(name) && type.Length > 0
            ? new(name, type, BraceClasses.Required(type, words, language), marks, code.RemarkAfter(end - 1), code.Place(start, end), code.Text[start..end].Trim()) { Default = BraceClasses.DefaultOf(initial) }
            : null;
    }

    private static (string Header, string? Initial) Halves(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (text.Trim(), null) : (text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
