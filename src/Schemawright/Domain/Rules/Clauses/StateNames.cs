using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Finds the states of a known list in the words of a sentence.</summary>
internal sealed class StateNames(Seq<string> values)
{
    private const int LongestState = 4;
    private static readonly string[] Listing = [",", "or", "and", "/", "|", "either"];

    public Seq<string> All => values;

    /// <summary>The state that the words from here on name, the longest first, and the place after it.</summary>
    public (string Value, int End)? StateAt(IReadOnlyList<Token> words, int at, bool asVerb = false)
    {
        for (var length = Math.Min(LongestState, words.Count - at); length > 0; length--)
        {
            var said = Naming.Snake(string.Join(' ', words.Skip(at).Take(length).Select(word => word.Text)));
            if (words.Skip(at).Take(length).All(word => word.Kind is TokenKind.Word or TokenKind.Quoted) && values.FirstOrDefault(value => string.Equals(Naming.Snake(value), said, StringComparison.Ordinal)) is { } value)
            {
                return (value, at + length);
            }
        }

        var meant = asVerb && words[at] is { Kind: TokenKind.Word, Lower.Length: > 3 } word ? values.Where(value => Naming.Words(value) is [var only] && Stems.Same(only, word.Lower)).ToArray() : [];
        return meant.Length == 1 ? (meant[0], at + 1) : null;
    }

    /// <summary>States joined by commas, "or" and "and" from here on; nothing else stands between.</summary>
    public (List<string> States, int End) ListAt(Seq<Token> words, int at, bool asVerb = false)
    {
        var (found, end, next) = (new List<string>(), at, at);
        while (next < words.Count)
        {
            if (StateAt(words, next, asVerb) is var (value, after))
            {
                found.Add(value);
                (end, next) = (after, after);
            }
            else if (words[next].IsAny(Listing) || asVerb && words[next].IsAny("be", "to", "the", "a", "an"))
            {
                next++;
            }
            else
            {
                break;
            }
        }

        return (found, end);
    }

    /// <summary>The states that end right before the place.</summary>
    public List<string> Before(Seq<Token> words, int end)
    {
        for (var start = 0; start < end; start++)
        {
            if (ListAt(words, start) is { States.Count: > 0 } list && list.End == end && StateAt(words, start) is not null)
            {
                return list.States;
            }
        }

        return [];
    }
}
