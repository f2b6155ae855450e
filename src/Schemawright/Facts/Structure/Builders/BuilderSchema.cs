using Schemawright.Facts.Language;
using Schemawright.Facts.Structure.Calls;

namespace Schemawright.Facts.Structure.Builders;

/// <summary>An object literal that a library turns into a schema: <c>const boat = z.object({ … })</c>, <c>new Schema({ … })</c>, <c>pgTable('boats', { … })</c>.</summary>
/// <param name="Stored">The call declares a table or model, not only a shape.</param>
/// <param name="BodyStart">The index after the opening brace.</param>
/// <param name="BodyEnd">The index of the closing brace.</param>
/// <param name="Options">What follows the literal in the call.</param>
internal sealed record BuilderSchema(string Name, bool Stored, bool RequiredByDefault, int Start, int BodyStart, int BodyEnd, string Options)
{
    private static readonly string[] Shapes = ["object", "shape", "keys", "strictobject"];

    private static readonly string[] Models = ["schema", "model", "define", "init", "pgtable", "mysqltable", "sqlitetable", "table", "definetable", "entityschema", "createtable"];

    private static readonly string[] Endings = ["Schema", "Model", "Validator", "Table", "Shape"];

    /// <summary>Stops at the first literal that is never closed.</summary>
    public static IEnumerable<BuilderSchema> In(string text)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var word = WordBefore(text, open).ToLowerInvariant();
            var isModel = Models.Contains(word, StringComparer.Ordinal);
            if (!isModel && !Shapes.Contains(word, StringComparer.Ordinal))
            {
                continue;
            }

            var (brace, argument) = Literal(text, open + 1);
            var close = brace < 0 ? -1 : TextScan.Closing(text, brace);
            if (brace >= 0 && close < 0)
            {
                yield break;
            }

            if (brace >= 0 && Named(text, open, argument, isModel) is { } name)
            {
                yield return new(name, isModel, text.AsSpan(Math.Max(0, open - 24), Math.Min(24, open)).Contains("z.", StringComparison.Ordinal), LineStart(text, open), brace + 1, close, After(text, close));
                open = close;
            }
        }
    }

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '$'))
        {
            start--;
        }

        return text[start..end];
    }

    /// <summary>The literal that is the first argument, or the second after a name.</summary>
    private static (int Brace, string? Argument) Literal(string text, int at)
    {
        at = SkipSpace(text, at);
        if (at < text.Length && text[at] is '"' or '\'' or '`')
        {
            var close = text.IndexOf(text[at], at + 1);
            var comma = close < 0 || close - at > 80 ? -1 : SkipSpace(text, close + 1);
            var brace = comma >= 0 && comma < text.Length && text[comma] == ',' ? SkipSpace(text, comma + 1) : -1;
            return brace >= 0 && brace < text.Length && text[brace] == '{' ? (brace, text[(at + 1)..close]) : (-1, null);
        }

        return at < text.Length && text[at] == '{' ? (at, null) : (-1, null);
    }

    /// <summary>The name the call is given, else the constant's, else the class's before <c>.init(</c>.</summary>
    private static string? Named(string text, int open, string? argument, bool isModel)
    {
        var line = text[LineStart(text, open)..open];
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var left = equals < 0 ? "" : line[..equals].Split(':')[0].Trim().Split(' ')[^1];
        var dot = line.LastIndexOf('.');
        var owner = isModel && line.EndsWith(".init", StringComparison.Ordinal) ? WordBefore(line, dot) : "";
        var name = argument ?? (owner.Length > 0 ? owner : left);
        var ending = Array.Find(Endings, word => name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal));
        name = ending is null ? name : name[..^ending.Length];
        return EntityNames.IsName(name) ? name : null;
    }

    private static string After(string text, int close)
    {
        var end = text.IndexOf(';', close);
        return end < 0 ? text[(close + 1)..Math.Min(text.Length, close + 200)] : text[(close + 1)..Math.Min(end, close + 400)];
    }

    private static int LineStart(string text, int at) => text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
