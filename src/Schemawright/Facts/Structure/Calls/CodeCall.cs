using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Calls;

/// <summary>A call as code writes it: <c>max(80)</c>, <c>Column(nullable = false)</c>, <c>Required</c> alone.</summary>
/// <param name="Name">The last word before the bracket: <c>CharField</c> of <c>models.CharField(…)</c>.</param>
internal sealed record CodeCall(string Name, List<CallArgument> Arguments)
{
    private const int MostLinks = 40;

    /// <summary>The name in lower case without underscores, so that max_length and maxLength meet.</summary>
    public string Key => Name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The first argument without a name; empty when there is none.</summary>
    public string First => Arguments.Find(argument => argument.Key is null)?.Value ?? "";

    public string? Named(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Arguments.Find(argument => string.Equals(argument.Key, key, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found.Value;
            }
        }

        return null;
    }

    /// <summary>The links of <c>z.string().min(1)</c>: <c>string()</c>, <c>min(1)</c>; the word before the first dot, if it is not called, is left out.</summary>
    public static List<CodeCall> Chain(string text)
    {
        var links = new List<CodeCall>();
        var at = 0;
        while (at < text.Length && links.Count < MostLinks)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$'))
            {
                at++;
            }

            var name = text[start..at];
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at < text.Length && text[at] == '(')
            {
                var close = TextScan.Closing(text, at);
                if (close < 0)
                {
                    break;
                }

                links.Add(new(name, CallArgument.ListOf(text[(at + 1)..close])));
                at = close + 1;
            }
            else if (at >= text.Length || text[at] is not '.')
            {
                links.Add(new(name, []));
                break;
            }

            while (at < text.Length && (text[at] is '.' or '?' || char.IsWhiteSpace(text[at])))
            {
                at++;
            }
        }

        return links.FindAll(link => link.Name.Length > 0);
    }
}

/// <summary>An argument, with its name where the call gives one: <c>null=True</c>, <c>length: 80</c>.</summary>
internal sealed record CallArgument(string? Key, string Value)
{
    private const int MostArguments = 60;

    public static List<CallArgument> ListOf(string text) =>
        [.. TextScan.Split(text, ',').Take(MostArguments).Select(part => part.Trim()).Where(part => part.Length > 0).Select(Of)];

    /// <summary>The text of a string literal; the word itself otherwise.</summary>
    public static string Unquoted(string text) => text.Trim().Trim('"', '\'', '`');

    /// <summary>The entries of <c>['a', 'b']</c>, <c>[("a", "A")]</c> or <c>{A, B}</c>: the first of each pair.</summary>
    public static List<string> Entries(string text)
    {
        var inner = text.Trim();
        inner = inner.Length > 1 && inner[0] is '[' or '(' or '{' ? inner[1..^1] : inner;
        return [.. ListOf(inner).Select(entry => entry.Key is not null && !entry.Value.StartsWith('\'') && !entry.Value.StartsWith('"') ? entry.Key : entry.Value)
            .Select(value => Unquoted(value.Trim() is ['(' or '[', ..] pair ? ListOf(pair.Trim('(', ')', '[', ']')).FirstOrDefault()?.Value ?? "" : value)).Where(value => value.Length > 0)];
    }

    private static CallArgument Of(string text)
    {
        var at = 0;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_'))
        {
            at++;
        }

        var end = at;
        while (end < text.Length && text[end] == ' ')
        {
            end++;
        }

        var named = at > 0 && end < text.Length && text[end] is '=' or ':' && !(end + 1 < text.Length && text[end + 1] is '=' or '>');
        return named ? new(text[..at], text[(end + 1)..].Trim()) : new(null, text);
    }
}
