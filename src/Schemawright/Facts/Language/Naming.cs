namespace Schemawright.Facts.Language;

/// <summary>Turns names of the documents into the names of the model.</summary>
public static class Naming
{
    private const int LongestOnStack = 128;

    /// <summary>Words of a name, lower case: <c>firstName</c>, <c>first_name</c>, <c>First Name</c> give first, name.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var words = new List<string>(4);
        Span<char> word = name.Length <= LongestOnStack ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        for (var index = 0; index < name.Length; index++)
        {
            if (IsMail(name, index, length))
            {
                continue; // "e-mail" is one word
            }

            var isPart = char.IsLetterOrDigit(name[index]);
            if (length > 0 && (!isPart || StartsWord(name, index)))
            {
                words.Add(new string(word[..length]));
                length = 0;
            }

            if (isPart)
            {
                word[length++] = char.ToLowerInvariant(name[index]);
            }
        }

        if (length > 0)
        {
            words.Add(new string(word[..length]));
        }

        return words;
    }

    private static bool IsMail(string name, int index, int length) =>
        length == 1 && name[index] == '-' && name[index - 1] is 'e' or 'E' && name.AsSpan(index + 1).StartsWith("mail", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWord(string name, int index) =>
        char.IsUpper(name[index]) && index > 0 && (char.IsLower(name[index - 1]) || char.IsDigit(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1]) && char.IsUpper(name[index - 1])));

    /// <summary><c>order_item</c>.</summary>
    public static string Snake(string name) => Snakes.Of(name);

    private static readonly Remembered<string> Snakes = new(name => string.Join('_', Words(name)));

    /// <summary><c>OrderItem</c>.</summary>
    public static string Pascal(string name) => string.Concat(Words(name).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The key under which spellings of one entity meet: singular, snake_case.</summary>
    public static string EntityKey(string name) => Keys.Of(name);

    private static readonly Remembered<string> Keys = new(KeyOf);

    private static string KeyOf(string name)
    {
        var words = Words(name).ToArray();
        if (words.Length > 0)
        {
            words[^1] = Nouns.Singular(words[^1]);
        }

        return string.Join('_', words);
    }

    /// <summary><c>order_items</c>.</summary>
    public static string Table(string entity)
    {
        var words = Words(entity).ToArray();
        if (words.Length > 0)
        {
            words[^1] = Nouns.Plural(Nouns.Singular(words[^1]));
        }

        return string.Join('_', words);
    }
}
