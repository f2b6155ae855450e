using Schemawright.Documents;

namespace Schemawright.Facts.Structure.Graph;

/// <summary>A type of a GraphQL schema.</summary>
/// <param name="Kind">type, enum, input, interface.</param>
internal sealed record GraphQlType(string Kind, string Name, string? Remark, CodeLine Opening, List<GraphQlField> Fields);

/// <param name="Type">As written: <c>[Trip!]!</c>; empty for a value of an enum.</param>
internal sealed record GraphQlField(string Name, string Type, string Directives, string? Remark, CodeLine Line);

/// <summary>Cuts a GraphQL schema into its types, line by line; a type may also stand on one line.</summary>
internal static class GraphQlTypes
{
    private static readonly string[] Kinds = ["type ", "enum ", "input ", "interface ", "extend type "];

    public static IEnumerable<GraphQlType> In(CodeFence fence)
    {
        GraphQlType? open = null;
        string? remark = null;
        var inRemark = false;
        foreach (var line in fence.Lines)
        {
            var text = line.Text.Trim();
            var wasInRemark = inRemark;
            inRemark ^= text.Split("\"\"\"").Length % 2 == 0;
            if (wasInRemark || text.StartsWith('#') || text.StartsWith('"'))
            {
                remark = text.Trim('#', '"', ' ') is { Length: > 0 } words ? words : remark;
                continue;
            }

            var kind = open is null ? Array.Find(Kinds, word => text.StartsWith(word, StringComparison.Ordinal)) : null;
            if (kind is not null && text.Contains('{'))
            {
                var head = text[kind.Length..text.IndexOf('{')];
                open = new(kind.Trim().Split(' ')[^1], head.Split([' ', '@', '('], 2)[0].Trim(), remark, line, []);
                text = text[(text.IndexOf('{') + 1)..];
            }

            var closes = text.Contains('}');
            open?.Fields.AddRange(Fields(open, text.Split('}')[0], line, remark));
            remark = null;
            if (closes && open is not null)
            {
                yield return open;
                open = null;
            }
        }
    }

    private static IEnumerable<GraphQlField> Fields(GraphQlType type, string text, CodeLine line, string? remark)
    {
        var hash = text.IndexOf('#');
        var note = hash < 0 ? remark : text[(hash + 1)..].Trim();
        var body = hash < 0 ? text : text[..hash];
        if (type.Kind == "enum")
        {
            return body.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(EntityNames.IsPlain).Select(value => new GraphQlField(value, "", "", null, line));
        }

        return Parts(body).Select(part => Field(part, note, line)).OfType<GraphQlField>();
    }

    /// <summary>Fields of one line stand between commas, or <c>id: ID! name: String!</c> with nothing between.</summary>
    private static IEnumerable<string> Parts(string body)
    {
        if (body.Contains('(') || body.Count(character => character == ':') < 2)
        {
            return [body];
        }

        var words = body.Replace(",", " ", StringComparison.Ordinal).Replace(":", ": ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<string>();
        foreach (var word in words)
        {
            if (word.EndsWith(':') || parts.Count == 0)
            {
                parts.Add(word);
            }
            else
            {
                parts[^1] += " " + word;
            }
        }

        return parts;
    }

    private static GraphQlField? Field(string text, string? remark, CodeLine line)
    {
        var open = text.IndexOf('(');
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        var colon = text.IndexOf(':', close < 0 ? 0 : close);
        var name = (open > 0 && open < (colon < 0 ? text.Length : colon) ? text[..open] : colon < 0 ? text : text[..colon]).Trim();
        if (colon < 0 || !EntityNames.IsPlain(name) || name.Contains(' '))
        {
            return null;
        }

        var rest = text[(colon + 1)..].Trim().TrimEnd(',');
        var at = rest.IndexOf('@');
        var type = (at < 0 ? rest : rest[..at]).Split('=')[0].Trim();
        return type.Length == 0 || type.Contains(' ') ? null : new(name, type, at < 0 ? "" : rest[at..], remark, line);
    }
}
