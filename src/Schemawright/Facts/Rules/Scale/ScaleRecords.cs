using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Scale;

/// <summary>Finds sizes of one record: "Average visit record is 2 KB", "each photo takes 3 MB".</summary>
internal static class ScaleRecords
{
    private static readonly string[] Openers = ["average", "an average", "the average", "each", "every", "a typical", "typical", "one", "a", "an", "avg"];
    private static readonly string[] Verbs = ["is about", "is around", "is roughly", "takes about", "takes around", "takes up", "is", "takes", "needs", "has", "uses", "averages", "of", "occupies", "weighs"];

    /// <summary>The figure per thing when it is the size of one; else the figure as it is.</summary>
    public static Quantity Width(string text, Quantity figure)
    {
        if (figure.Kind != QuantityKind.Bytes || figure.PerNoun is not null)
        {
            return figure;
        }

        var before = text[..figure.Start].TrimEnd(' ', '~', '≈', '<');
        before = before[(before.LastIndexOfAny([';', ',', '.']) + 1)..].Trim();
        var verb = Array.Find(Verbs, word => before.EndsWith(" " + word, StringComparison.OrdinalIgnoreCase));
        var opener = Array.Find(Openers, word => before.Opens(word));
        return verb is null || opener is null || before.Length <= opener.Length + verb.Length + 1 ? figure
            : figure with { PerNoun = Thing(before[opener.Length..^(verb.Length + 1)].Trim()) };
    }

    private static string? Thing(string words)
    {
        foreach (var ending in (ReadOnlySpan<string>)[" record", " row", " entry", " document size", " size", " file"])
        {
            words = words.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? words[..^ending.Length] : words;
        }

        return words.Length > 1 && !words.Says("database", "data", "volume", "storage", "total") ? words : null;
    }
}
