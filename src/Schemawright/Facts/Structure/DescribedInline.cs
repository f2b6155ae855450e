using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>A piece of text that first says what a thing is and then lists what is kept of it: "A **Boat** is hired out. Key properties: name, length."</summary>
internal static class DescribedInline
{
    private const int LongestOpening = 60;

    private static readonly string[] Articles = ["a ", "an ", "the ", "each ", "every "];

    /// <summary>The thing and its list as "label: list"; null when the text is nothing of the kind.</summary>
    /// <param name="raw">The Markdown, whose bold term is the thing when one opens the text.</param>
    public static (string Subject, string Labelled)? Of(string raw, string text)
    {
        for (var dot = text.IndexOf(". ", StringComparison.Ordinal); dot > 0; dot = text.IndexOf(". ", dot + 2, StringComparison.Ordinal))
        {
            var rest = text[(dot + 2)..];
            var colon = rest.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && AttributeLabels.IsInline(rest[..colon]))
            {
                return Subject(raw, text) is { } subject ? (subject, rest) : null;
            }
        }

        return null;
    }

    private static string? Subject(string raw, string text)
    {
        var open = raw.IndexOf("**", StringComparison.Ordinal);
        var close = open < 0 || open > 8 ? -1 : raw.IndexOf("**", open + 2, StringComparison.Ordinal);
        if (close > 0 && EntityNames.Undecorated(raw[(open + 2)..close]) is var bold && EntityNames.IsName(bold))
        {
            return bold;
        }

        var article = Array.Find(Articles, article => text.StartsWith(article, StringComparison.OrdinalIgnoreCase));
        var opening = text[(article?.Length ?? 0)..];
        var end = opening.AsSpan().IndexOfAny(":–—(");
        var verb = article is null ? -1 : Verb(opening);
        var cut = verb > 0 && (end < 0 || verb < end) ? verb : end;
        return cut is > 0 and < LongestOpening && !opening[..cut].Contains('.', StringComparison.Ordinal) && EntityNames.IsName(opening[..cut].Trim()) ? opening[..cut].Trim() : null;
    }

    /// <summary>Where the first word stands that is a verb after a noun: "fuel entry IS recorded".</summary>
    private static int Verb(string text)
    {
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        for (var words = 0; at > 0 && words < 3; at = text.IndexOf(' ', at + 1), words++)
        {
            var word = text[(at + 1)..].Split(' ')[0].ToLowerInvariant();
            if (word is "is" or "are" or "has" or "can" or "may" or "must" || (Language.Grammar.Verbs.Read(word).Form & Language.Grammar.VerbForm.Third) != 0)
            {
                return at;
            }
        }

        return -1;
    }
}
