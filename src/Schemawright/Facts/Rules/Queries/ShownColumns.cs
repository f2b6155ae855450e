using Schemawright.Collections;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Queries;

/// <summary>Which attributes a list shows: "claims of a member, newest first, showing number and total", "The claim list shows number, status and total".</summary>
internal static class ShownColumns
{
    private const int Most = 8;

    private static readonly string[] Said = [", showing ", " showing ", " (showing ", " (shows ", ", displaying ", " displaying ", ", with the columns ", " with the columns ", ", with columns ", " with columns "];

    private static readonly string[] Lists = [" list shows ", " lists show ", " list displays ", " overview shows ", " table shows "];

    /// <summary>The line without what is shown, so that nobody takes it for what is looked by, and what is shown.</summary>
    public static (OutlineLine Line, Seq<string> Shown) Of(OutlineLine line)
    {
        foreach (var words in Said)
        {
            if (line.Text.Seek(words) is > 0 and var at && Items(line.Text[(at + words.Length)..]) is { Count: > 0 } shown)
            {
                return (new(line.Block, line.Form, line.Keys, line.Label, line.Text[..at], line.Depth, line.HasChildren, line.Span, line.Words) { Topic = line.Topic, Code = line.Code, IsRuleRow = line.IsRuleRow }, shown);
            }
        }

        return (line, []);
    }

    /// <summary>The thing a list is said to be of, and what it shows; null for any other sentence.</summary>
    public static (string Entity, Seq<string> Shown)? OfList(string text)
    {
        foreach (var words in Lists)
        {
            if (text.Seek(words) is > 0 and var at && Items(text[(at + words.Length)..]) is { Count: > 0 } shown)
            {
                return (text[..at].Trim(), shown);
            }
        }

        return null;
    }

    /// <summary>Empty when the words are no list of names.</summary>
    private static Seq<string> Items(string words)
    {
        var end = words.Length;
        foreach (var stop in (ReadOnlySpan<string>)[". ", ";", ")", " (", " and can ", " and may ", " for ", " so ", " from ", " when ", " of "])
        {
            end = words.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        var items = ItemLists.Split(words[..end].Trim().TrimEnd('.')).Select(WithoutDeterminer).ToArray();
        return items.Length is > 0 and <= Most && Array.TrueForAll(items, item => item.Length is > 1 and <= 30 && item.Count(character => character == ' ') <= 2) ? items.ToSeq() : [];
    }

    private static string WithoutDeterminer(string item)
    {
        foreach (var word in (ReadOnlySpan<string>)["the ", "their ", "its "])
        {
            item = item.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? item[word.Length..] : item;
        }

        return item;
    }
}
