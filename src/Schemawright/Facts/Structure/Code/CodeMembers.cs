using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Code;

/// <summary>A member of a type: its name, its type's text, and whether it is a method.</summary>
internal sealed record CodeMember(string Name, string Type, bool Optional, bool IsMethod, int Start, int End);

/// <summary>Cuts the body of a TypeScript-like type into members.</summary>
internal static class CodeMembers
{
    private static readonly string[] Modifiers = ["readonly", "public", "private", "protected", "static", "declare", "abstract", "async", "override", "export"];

    public static IEnumerable<CodeMember> Of(string text, CodeType type)
    {
        var start = type.BodyStart;
        var depth = 0;
        for (var at = type.BodyStart; at <= type.BodyEnd; at++)
        {
            var character = at < type.BodyEnd && at < text.Length ? text[at] : '\n';
            depth += character is '(' or '[' or '{' or '<' ? 1 : character is ')' or ']' or '}' || (character == '>' && at > 0 && text[at - 1] is not ('=' or '-')) ? -1 : 0;
            if ((depth <= 0 && character is ';' or ',' or '\n' && !Continues(text, at)) || at == type.BodyEnd)
            {
                if (Member(text[start..Math.Min(at, text.Length)], start) is { } member)
                {
                    yield return member;
                }

                start = at + 1;
                depth = 0;
            }
        }
    }

    /// <summary>A union may go on in the next line with its bar first.</summary>
    private static bool Continues(string text, int at)
    {
        if (at >= text.Length || text[at] != '\n')
        {
            return false;
        }

        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < text.Length && text[next] == '|';
    }

    private static CodeMember? Member(string text, int offset)
    {
        var body = text.TrimStart();
        var start = offset + (text.Length - body.Length);
        body = WithoutModifiers(body);
        var colon = body.IndexOf(':', StringComparison.Ordinal);
        var bracket = body.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0 && (colon < 0 || bracket < colon) && !body[..bracket].Contains('='))
        {
            return EntityNames.IsPlain(body[..bracket].TrimEnd('?')) ? new(body[..bracket], "", false, true, start, offset + text.Length) : null;
        }

        if (colon <= 0)
        {
            return null;
        }

        var name = body[..colon].Trim().Trim('"', '\'');
        var type = body[(colon + 1)..].Trim();
        var optional = name.EndsWith('?');
        name = name.TrimEnd('?', '!');
        return EntityNames.IsPlain(name) && !name.Contains(' ') && type.Length > 0 ? new(name, type, optional, type.Contains("=>", StringComparison.Ordinal), start, offset + text.Length) : null;
    }

    private static string WithoutModifiers(string text)
    {
        var body = text;
        for (var found = true; found;)
        {
            var space = body.IndexOf(' ', StringComparison.Ordinal);
            found = space > 0 && Array.Exists(Modifiers, modifier => string.Equals(body[..space], modifier, StringComparison.Ordinal));
            body = found ? body[(space + 1)..].TrimStart() : body;
        }

        return body;
    }
}
