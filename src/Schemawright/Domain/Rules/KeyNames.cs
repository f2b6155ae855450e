using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules;

/// <summary>Names of references and attributes of one kind of row, joined by "and", "together with" or commas: the parts of a key in words.</summary>
internal static class KeyNames
{
    private static readonly string[] Joints = ["and", ",", "plus", "together", "with", "combined", "its", "the", "a", "an", "each", "every", "per", "same", "one", "for", "given", "their", "of", "in", "within", "on"];

    /// <summary>Every word from here to the end must belong to a name; empty when one does not.</summary>
    public static Seq<string> Read(EntityTerms terms, Vocabulary vocabulary, IReadOnlyList<Token> words, int from, int to)
    {
        var speech = new Speech(vocabulary, terms);
        var keys = new List<string>();
        for (var at = from; at < to;)
        {
            if (At(terms, speech, words, at) is var (name, end) && end <= to)
            {
                keys.Add(name);
                at = end;
            }
            else if (words[at].IsAny(Joints))
            {
                at++;
            }
            else
            {
                return [];
            }
        }

        return keys.Distinct(StringComparer.Ordinal).ToSeq();
    }

    /// <summary>The reference or attribute named exactly here.</summary>
    public static (string Name, int End)? At(EntityTerms terms, Speech speech, IReadOnlyList<Token> words, int at)
    {
        if (at < words.Count && speech.ReferenceAt(words, at, out var width) is { } reference)
        {
            return (reference.Role!, at + width);
        }

        for (var length = Math.Min(3, words.Count - at); length > 0; length--)
        {
            if (Phrase.Key(words, at, length) is { } key && terms.Exact(key) is { IsForeignKey: false, Type.IsArray: false } column && column.Type.Kind != DataKind.Boolean)
            {
                return (column.Name, at + length);
            }
        }

        return null;
    }
}
