using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;
using Schemawright.Facts.Outlines;

namespace Schemawright.Facts.Rules.Files;

/// <summary>Reads which files belong to what: "clerks can attach photos to a claim", "scans are uploaded for each permit".</summary>
internal sealed class UploadReader : IFactReader
{
    private const int LongestLine = 300;

    private static readonly string[] Active = ["attach", "attaches", "upload", "uploads"];
    private static readonly string[] Passive = ["can be attached to", "may be attached to", "are attached to", "is attached to", "can be uploaded to", "can be uploaded for", "are uploaded for", "are uploaded to", "is uploaded for", "is uploaded to", "may be uploaded for"];
    private static readonly string[] Ends = [". ", ",", ";", " (", " so ", " when ", " before ", " after ", " until ", " and ", " via ", " by ", " with ", " as ", " from ", " in ", " of up ", " up to "];

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "file", "photo", "photograph", "picture", "image", "attachment", "scan", "video", "recording", "pdf", "drawing", "screenshot",
    };

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        foreach (var line in facts.OutlineOf(document).Where(line => line.Form is OutlineForm.Bullet or OutlineForm.Sentence && line.Topic is HeadingTopic.None && line.Text.Length <= LongestLine))
        {
            if (Told(line.Text) is var (what, owner))
            {
                facts.Add(new UploadFact(what, owner, line.Span, line.Words));
            }
        }
    }

    private static (string What, string Owner)? Told(string text)
    {
        foreach (var passive in Passive)
        {
            if (text.Find(passive) is > 0 and var at && Noun(text[..at]) is { } subject && Owner(text[(at + passive.Length)..]) is { } of)
            {
                return (subject, of);
            }
        }

        foreach (var verb in Active)
        {
            var at = text.After(verb);
            foreach (var to in at < 0 ? [] : Joints(text, at))
            {
                if (Noun(text[at..to]) is { } thing && Owner(text[(text.IndexOf(' ', to + 1) + 1)..]) is { } of)
                {
                    return (thing, of);
                }
            }
        }

        return null;
    }

    /// <summary>Where "to" and "for" stand; "up to" is one of them.</summary>
    private static IEnumerable<int> Joints(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text.OpensAt(at, "to") || text.OpensAt(at, "for"))
            {
                yield return at - 1;
            }
        }
    }

    /// <summary>The kind of file that the words end in, in the singular.</summary>
    private static string? Noun(string words) => Naming.Words(words) is { Count: > 0 } said && Language.Nouns.Singular(said[^1]) is var noun && Nouns.Contains(noun) ? noun : null;

    private static string? Owner(string words)
    {
        var end = words.Length;
        foreach (var stop in Ends)
        {
            end = words.Seek(stop) is > 0 and var at && at < end ? at : end;
        }

        var owner = Naming.Words(words[..end].TrimEnd('.')).SkipWhile(word => word is "a" or "an" or "the" or "each" or "every" or "his" or "her" or "their" or "its" or "one" or "any").ToArray();
        return owner.Length is > 0 and <= 3 ? string.Join(' ', owner) : null;
    }
}
