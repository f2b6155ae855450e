using System.Globalization;
using System.Text;

namespace Schemawright.Tests.Examples;

/// <summary>Spoils a document in the ways editors, converters and careless hands do; the same seed spoils the same way.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Splinters =
    [
        "\0", "\uFEFF", "\u202E", "\uD83D", "\t", "```", "~~~", "|", "||", "| --- |", "<table>", "</td>", "<!--", "[", "](", "**", "`", "\"", "'", "{", "}", "(", ")", "-- ", "/*", "- ", "    - ", "> ", "# ",
        "1. ", ":", "→", "─┐", "├─ ", "└── ", "║", "::", "{{", "$$", "&#0;", "\\", "must ", "shall not ", "each ", "with ", " and ", ", ", "9999999999999999999999", "-0", "1e400", "%", "§", "é", "漢字", "🚢", "\r", "\u2028",
        "```mermaid\nerDiagram\n", "```sql\nCREATE TABLE ", "```graphql\ntype ", "```json\n{", "```yaml\na:\n  - ", "Given ", "WHEN ", "IF ", "enum(", "array of array of ", "unique (", "FK -> ",
    ];

    private readonly Random _random = new(seed);

    public string Spoil(string text, string other)
    {
        for (var round = _random.Next(1, 6); round > 0; round--)
        {
            text = Once(text, other);
        }

        return text.Length > 60_000 ? text[..60_000] : text;
    }

    private string Once(string text, string other) => _random.Next(9) switch
    {
        0 => text[.._random.Next(text.Length + 1)],
        1 => text[_random.Next(text.Length + 1)..],
        2 => text.Insert(_random.Next(text.Length + 1), Splinter()),
        3 => Lines(text, lines => lines.RemoveAt(_random.Next(lines.Count))),
        4 => Lines(text, lines => lines.Insert(_random.Next(lines.Count), lines[_random.Next(lines.Count)])),
        5 => Lines(text, lines => lines[_random.Next(lines.Count)] = new string(' ', _random.Next(12)) + lines[_random.Next(lines.Count)]),
        6 => text[.._random.Next(text.Length + 1)] + other[_random.Next(other.Length + 1)..],
        7 => Replaced(text),
        _ => Lines(text, lines => lines[_random.Next(lines.Count)] = string.Concat(Enumerable.Repeat(Splinter(), _random.Next(1, 40)))),
    };

    /// <summary>One character, everywhere, becomes a splinter: all bars, all colons, all commas.</summary>
    private string Replaced(string text)
    {
        var victim = text.Length == 0 ? 'x' : text[_random.Next(text.Length)];
        return char.IsLetterOrDigit(victim) ? text : text.Replace(victim.ToString(CultureInfo.InvariantCulture), Splinter(), StringComparison.Ordinal);
    }

    private string Splinter() => Splinters[_random.Next(Splinters.Length)];

    private static string Lines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return new StringBuilder().AppendJoin('\n', lines).ToString();
    }
}
