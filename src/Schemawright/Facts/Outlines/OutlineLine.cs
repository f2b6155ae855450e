using Schemawright.Collections;
using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Outlines;

internal enum OutlineForm
{
    Sentence,
    Bullet,

    /// <summary>A line of a YAML-like block.</summary>
    Entry,

    /// <summary>A line of program code inside a YAML-like block.</summary>
    Program,
}

/// <summary>A line that says something, with the labels it hangs under: a bullet, an entry of a YAML-like block, or a sentence.</summary>
/// <param name="Keys">The labels above it inside its block, outermost first; a list's lead-in is the first of them.</param>
/// <param name="Label">The line's own key, without marks and colon; null when it has none.</param>
/// <param name="Text">The words after the key; empty for a line that is only a label.</param>
/// <param name="Depth">Depth in a list, or indentation in a block.</param>
/// <param name="HasChildren">Other lines hang under this one.</param>
internal sealed record OutlineLine(
    Block Block, OutlineForm Form, Seq<string> Keys, string? Label, string Text, int Depth, bool HasChildren, SourceSpan Span, string Words)
{
    public Seq<string> Headings => Block.Headings;

    public HeadingTopic Topic { get; init; }

    /// <summary>The code that stands before the words: BR-07; null when there is none. It is no part of the text.</summary>
    public string? Code { get; init; }

    /// <summary>A row of a table of rules, which states a rule in whatever words.</summary>
    public bool IsRuleRow { get; init; }

    public bool IsLabelOnly => Text.Length == 0;

    /// <summary>Label and text together, as a reader sees them.</summary>
    public string Whole { get; } = Label is null ? Text : Text.Length == 0 ? Label : $"{Label}: {Text}";

    /// <summary>The innermost heading; empty when there is none.</summary>
    public string Heading => Headings.Count > 0 ? Headings[^1] : "";

    /// <summary>The label right above; empty when there is none.</summary>
    public string Key => Keys.Count > 0 ? Keys[^1] : "";

    /// <summary>True when a label above or the innermost two headings hold one of the phrases.</summary>
    public bool StandsUnder(params ReadOnlySpan<string> phrases) => KeysSay(phrases) || HeadingsSay(2, phrases);

    public bool KeysSay(params ReadOnlySpan<string> phrases)
    {
        foreach (var key in Keys)
        {
            if (key.Says(phrases))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when one of the innermost headings says it; the document's title does not count unless it stands alone.</summary>
    public bool HeadingsSay(int depth, params ReadOnlySpan<string> phrases)
    {
        for (var index = Headings.Count - 1; index >= Math.Max(0, Headings.Count - depth); index--)
        {
            if ((index > 0 || Headings.Count == 1) && Headings[index].Says(phrases))
            {
                return true;
            }
        }

        return false;
    }
}
