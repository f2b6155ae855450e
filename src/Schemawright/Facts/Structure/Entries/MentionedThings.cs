using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure.Entries;

/// <summary>The things that the words of an entry refer to: one of each ("of a boat, by a member"), or a group of roles ("two members: the").</summary>
/// <param name="Titles">The things of the data model by their keys.</param>
internal sealed record MentionedThings(IReadOnlyDictionary<string, string> Titles)
{
    private const int MostWords = 3;

    private static readonly HashSet<string> One = Words("a an one the its their exactly another each any");

    private static readonly HashSet<string> Several = Words("two three four five six the some its");

    private static readonly HashSet<string> Loose = Words("or optionally optional sometimes may needed any maybe perhaps if known");

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(",;()`.:");

    /// <summary>"stands in a berth", "one crate in one lorry": each thing named once and in the singular.</summary>
    public IEnumerable<EntryPart> Of(string phrase)
    {
        var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length - 1; at++)
        {
            if (One.Contains(words[at].ToLowerInvariant()) && Named(words, at + 1) is var (title, length) && Nouns.Singular(Bare(words[at + length])) == Bare(words[at + length]).ToLowerInvariant())
            {
                yield return new(null, title, IsLoose(words, at, length));
                at += length;
            }
        }
    }

    /// <summary>"plus two members: the" before the names of roles gives the member.</summary>
    public string? Group(string phrase)
    {
        var colon = phrase.LastIndexOf(':');
        var words = colon < 0 ? [] : phrase[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length - 1; at++)
        {
            if (Several.Contains(words[at].ToLowerInvariant()) && Named(words, at + 1) is var (title, length) && at + 1 + length == words.Length)
            {
                return title;
            }
        }

        return null;
    }

    private (string Title, int Length)? Named(string[] words, int at)
    {
        for (var length = Math.Min(MostWords, words.Length - at); length > 0; length--)
        {
            var inner = words.AsSpan(at, length - 1);
            if (inner.ToArray().All(word => word.AsSpan().IndexOfAny(Ends) < 0) && Titles.TryGetValue(Naming.EntityKey(string.Join(' ', words[at..(at + length - 1)].Append(Bare(words[at + length - 1])))), out var title))
            {
                return (title, length);
            }
        }

        return null;
    }

    /// <summary>"to a member or a walk-in", "optionally for a boat", "an agent if known".</summary>
    private static bool IsLoose(string[] words, int at, int length) =>
        (at > 1 && Loose.Contains(words[at - 2].ToLowerInvariant())) || (at + length + 1 < words.Length && Bare(words[at + length]) == words[at + length] && Loose.Contains(words[at + length + 1].ToLowerInvariant()));

    private static string Bare(string word)
    {
        var end = word.AsSpan().IndexOfAny(Ends);
        return end < 0 ? word : word[..end];
    }

    private static HashSet<string> Words(string text) => text.Split(' ').ToHashSet(StringComparer.Ordinal);
}
