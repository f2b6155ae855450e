using Schemawright.Facts.Language;

namespace Schemawright.Facts.Rules.Spread;

/// <summary>The things a sentence on shares speaks of: "the active growers", "all rows".</summary>
/// <param name="Text">As written, without articles; empty for everything the product holds.</param>
/// <param name="Next">The word behind it.</param>
internal sealed record SpreadNoun(string Text, int Next)
{
    private const int MostWords = 5;

    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal) { "the", "all", "our", "their", "its", "these", "those", "a", "an", "any", "every" };
    private static readonly HashSet<string> Everything = new(StringComparer.Ordinal) { "rows", "row", "data", "records", "record", "everything", "entries", "volume" };

    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "of", "is", "are", "were", "was", "have", "has", "had", "will", "by", "from", "to", "with", "in", "on", "at", "for", "and", "or", "but", "that", "which", "who", "than", "not", "as", "per", "alone", "together", "each", "must", "shall", "should", "may", "can", "cannot",
    };

    /// <summary>Several things: the phrase ends with its plural.</summary>
    public static SpreadNoun? Several(SpreadWord[] words, int at)
    {
        var start = AfterArticles(words, at);
        for (var index = start; index < Math.Min(words.Length, start + MostWords) && IsWord(words[index]); index++)
        {
            if (!IsPlural(words[index].Text))
            {
                continue;
            }

            while (index + 1 < words.Length && IsWord(words[index + 1]) && IsPlural(words[index + 1].Text))
            {
                index++;
            }

            return Of(words, start, index + 1);
        }

        return null;
    }

    /// <summary>One thing: the phrase ends before its verb, which ends in s.</summary>
    public static SpreadNoun? One(SpreadWord[] words, int at)
    {
        var start = AfterArticles(words, at);
        var end = start;
        while (end < Math.Min(words.Length, start + MostWords) && IsWord(words[end]) && (end == start || !words[end].Text.EndsWith('s') || words[end].Text.EndsWith("ss", StringComparison.Ordinal)))
        {
            end++;
        }

        return end == start ? null : Of(words, start, end);
    }

    private static SpreadNoun Of(SpreadWord[] words, int start, int end)
    {
        var text = string.Join(' ', words[start..end].Select(word => word.Text));
        return new(Everything.Contains(text) ? "" : text, end);
    }

    private static int AfterArticles(SpreadWord[] words, int at)
    {
        while (at < words.Length && Articles.Contains(words[at].Text))
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(SpreadWord word) => !word.IsMark && word.Number is null && !Stops.Contains(word.Text);

    private static bool IsPlural(string word) => word is "data" or "everything" or "volume" || (word.Length > 3 && Nouns.Singular(word) != word) || IrregularNouns.Uncountable.Contains(word);
}
