using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Described;

/// <summary>A sentence that begins with its verb and lists what is kept: "Stores name, length in metres (optional), whether it is for hire and colour (red, white)."</summary>
internal static class StoredList
{
    private const int FewestParts = 2;

    private static readonly string[] Verbs =
        ["stores", "holds", "contains", "includes", "records", "keeps", "tracks", "captures", "has", "has the following", "we store", "we keep", "stored are", "it stores", "it has", "it holds", "it contains", "it includes", "data stored", "consists of", "described by", "with"];

    private static readonly string[] Articles = ["a ", "an ", "the ", "its ", "their ", "one "];

    /// <summary>Null when a part is no attribute; relationships ("has many trips") are none.</summary>
    public static IReadOnlyList<AttributeLine>? Read(string sentence)
    {
        var text = sentence.Trim().TrimEnd('.');
        var verb = Verbs.Where(verb => TextScan.StartsWithWord(text, verb)).MaxBy(verb => verb.Length);
        if (verb is null)
        {
            return null;
        }

        var lines = Parts(text[verb.Length..].TrimStart(':', ' ')).ConvertAll(Line);
        return lines.Count >= FewestParts && lines.TrueForAll(line => line is not null && SpokenNames.IsName(line.Name)) ? lines.ConvertAll(line => line!) : null;
    }

    /// <summary>The parts between commas and before the last "and".</summary>
    public static List<string> Parts(string list)
    {
        var parts = TextScan.Split(list, ',').Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
        {
            return parts;
        }

        var last = parts[^1].StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? parts[^1][4..] : parts[^1];
        var joint = LastJoint(last);
        parts[^1] = joint > 0 ? last[..joint] : last;
        if (joint > 0)
        {
            parts.Add(last[(joint + 5)..]);
        }

        return parts;
    }

    /// <summary>The last "and" outside brackets; -1 when there is none.</summary>
    private static int LastJoint(string text)
    {
        var joint = text.LastIndexOf(" and ", StringComparison.Ordinal);
        var open = joint < 0 ? -1 : text.LastIndexOf('(', joint);
        return open >= 0 && text.IndexOf(')', open) > joint ? text[..open].LastIndexOf(" and ", StringComparison.Ordinal) : joint;
    }

    /// <summary>"whether it is for hire" is a yes or no, "the date it was painted" a date.</summary>
    private static AttributeLine? Line(string part)
    {
        foreach (var opening in (string[])["whether they are ", "whether it is ", "whether it was ", "whether it has ", "whether they have "])
        {
            if (part.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return new(part[opening.Length..], "boolean", false);
            }
        }

        var article = Array.Find(Articles, article => part.StartsWith(article, StringComparison.OrdinalIgnoreCase));
        var spoken = article is null ? part : part[article.Length..];
        foreach (var dated in (string[])["date it was ", "date they were "])
        {
            if (spoken.StartsWith(dated, StringComparison.OrdinalIgnoreCase))
            {
                return new($"{spoken[dated.Length..]} on", "date", false);
            }
        }

        return SpokenNames.Read(part);
    }
}
