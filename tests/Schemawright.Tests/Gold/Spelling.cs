using System.Text;
using Schemawright.Collections;

namespace Schemawright.Tests.Gold;

/// <summary>When two names are the same name: whatever the case, the separators and the number.</summary>
internal static class Spelling
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["people"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["staves"] = "staff", ["shelves"] = "shelf",
        ["knives"] = "knife", ["criteria"] = "criterion", ["indices"] = "index", ["feet"] = "foot", ["mice"] = "mouse", ["leaves"] = "leaf",
    };

    public static string Key(string name) => Key(Words(name));

    public static string Key(IEnumerable<string> words) => string.Concat(words);

    /// <summary><c>LineItems</c>, <c>line_item</c> and <c>Line items</c> are all "lin", "item": stems, compared with stems only.</summary>
    public static Seq<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index];
            if (letter is '\'' or '’')
            {
                continue;
            }

            if (word.Length > 0 && (!char.IsLetterOrDigit(letter) || StartsWord(name, index)))
            {
                words.Add(Stem(word.ToString()));
                word.Clear();
            }

            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
        }

        return (word.Length > 0 ? words.Append(Stem(word.ToString())) : words).ToSeq();
    }

    private static bool StartsWord(string name, int index) =>
        char.IsUpper(name[index]) && index > 0 && (char.IsLower(name[index - 1]) || (char.IsUpper(name[index - 1]) && index + 1 < name.Length && char.IsLower(name[index + 1])));

    private static string Stem(string word)
    {
        word = Irregular.GetValueOrDefault(word, word);
        if (word.Length > 3 && (word.EndsWith("is", StringComparison.Ordinal) || (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal))))
        {
            word = word.EndsWith("is", StringComparison.Ordinal) ? word[..^2] : word[..^1];
        }

        word = word.Length > 3 && word.EndsWith('e') ? word[..^1] : word;
        return word.Length > 3 && word.EndsWith('y') ? word[..^1] + "i" : word;
    }
}
