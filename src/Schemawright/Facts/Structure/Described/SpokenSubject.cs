using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Described;

/// <summary>The subject of a sentence that stands under the name of a thing: "Each trip …", "It …", "The record …".</summary>
internal static class SpokenSubject
{
    private const int MostWords = 3;

    /// <summary>What is said behind the thing's name, its last word, "it" or "the record"; null when the sentence speaks of something else.</summary>
    public static string? Behind(string text, string title)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        var first = words[0].ToLowerInvariant();
        if (first is "it" or "they" || (first is "the" or "each" or "every" && words[1] is "record" or "entry" or "records"))
        {
            return string.Join(' ', words[(first is "it" or "they" ? 1 : 2)..]);
        }

        var start = first is "a" or "an" or "each" or "every" or "the" ? 1 : 0;
        var key = Naming.EntityKey(title);
        for (var length = Math.Min(MostWords, words.Length - start - 1); length > 0; length--)
        {
            var named = Naming.EntityKey(string.Join(' ', words[start..(start + length)]));
            if (named == key || key.EndsWith("_" + named, StringComparison.Ordinal))
            {
                return string.Join(' ', words[(start + length)..]);
            }
        }

        return null;
    }
}
