using System.Text;

namespace Schemawright.Rendering.Exports;

/// <summary>Names in one scope of a programming language, each given once.</summary>
/// <param name="reserved">Names the scope has already.</param>
internal sealed class MemberNames(params IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of the wishes that is free, else the last with a number.</summary>
    public string Take(params ReadOnlySpan<string> wishes)
    {
        foreach (var wish in wishes)
        {
            if (_taken.Add(wish))
            {
                return wish;
            }
        }

        var number = 2;
        while (!_taken.Add($"{wishes[^1]}{number}"))
        {
            number++;
        }

        return $"{wishes[^1]}{number}";
    }

    /// <summary><c>PascalCase</c> of ASCII letters and digits, beginning with a letter.</summary>
    public static string Pascal(string name, string otherwise)
    {
        var text = new StringBuilder(name.Length);
        var begins = true;
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                text.Append(begins ? char.ToUpperInvariant(character) : character);
            }

            begins = !char.IsAsciiLetterOrDigit(character);
        }

        return text.Length == 0 ? otherwise : char.IsAsciiLetter(text[0]) ? text.ToString() : otherwise + text;
    }

    /// <summary><c>camelCase</c> of the same.</summary>
    public static string Camel(string name, string otherwise)
    {
        var pascal = Pascal(name, otherwise);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }
}
