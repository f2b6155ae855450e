using System.Runtime.CompilerServices;

namespace Schemawright.Facts.Language;

/// <summary>Which two letters the words of a text begin with: most phrases are not in most texts, and this tells it at once.</summary>
internal static class WordStarts
{
    private const int Slots = 64;

    [ThreadStatic]
    private static Seen[]? _seen;

    /// <summary>False only when no word of the text begins as the phrase does.</summary>
    public static bool MayHold(string text, ReadOnlySpan<char> phrase)
    {
        if (phrase.Length < 2 || !IsLetter(phrase[0]) || phrase[1] == '*' || phrase[1] >= 128)
        {
            return true;
        }

        var place = Place(phrase[0], phrase[1]);
        return (Of(text)[place >> 6] & (1UL << place)) != 0;
    }

    private static bool IsLetter(char character) => character < 128 && char.IsAsciiLetter(character);

    /// <summary>The five low bits of a letter are the same in both cases.</summary>
    private static int Place(char first, char second) => ((first & 31) << 5) | (second & 31);

    private static ReadOnlySpan<ulong> Of(string text)
    {
        var seen = _seen ??= new Seen[Slots];
        ref var slot = ref seen[text.Length == 0 ? 0 : ((text.Length * 7) + text[0] + text[^1] + text[text.Length >> 1]) & (Slots - 1)];
        if (!ReferenceEquals(slot.Text, text))
        {
            slot.Text = text;
            Mark(text, slot.Pairs);
        }

        return slot.Pairs;
    }

    private static void Mark(string text, Span<ulong> pairs)
    {
        pairs.Clear();
        var inWord = false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            var isWord = character < 128 ? char.IsAsciiLetterOrDigit(character) || character == '_' : char.IsLetterOrDigit(character);
            if (isWord && !inWord)
            {
                var place = Place(character, at + 1 < text.Length ? text[at + 1] : '\0');
                pairs[place >> 6] |= 1UL << place;
            }

            inWord = isWord;
        }
    }

    private struct Seen
    {
        public string? Text;
        public Masks Pairs;
    }

    [InlineArray(16)]
    private struct Masks
    {
        private ulong _first;
    }
}
