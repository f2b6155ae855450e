using System.Globalization;
using Schemawright.Terms;

namespace Schemawright.Facts.Language.Grammar;

/// <summary>Reads how many a phrase says at its beginning: "one or more", "up to 5", "between 1 and 3", "several".</summary>
internal static class Quantifiers
{
    /// <summary>N stands for any figure; of two bounds the second is the most.</summary>
    private const string Table =
        """
        English                  | least | most
        exactly N                | N     | N
        only N                   | N     | N
        just N                   | N     | N
        precisely N              | N     | N
        a single                 | 1     | 1
        one single               | 1     | 1
        one and only one         | 1     | 1
        only a single            | 1     | 1
        at most N                | 0     | N
        up to N                  | 0     | N
        no more than N           | 0     | N
        a maximum of N           | 0     | N
        zero or one              | 0     | 1
        none or one              | 0     | 1
        at least N               | N     | *
        a minimum of N           | N     | *
        no less than N           | N     | *
        N or more                | N     | *
        N or N                   | N     | N
        N or many                | N     | *
        N or several             | N     | *
        zero , one or more       | 0     | *
        zero , one , or more     | 0     | *
        zero to many             | 0     | *
        one to many              | 1     | *
        none or many             | 0     | *
        none or more             | 0     | *
        any number of            | 0     | *
        more than N              | N     | *
        many different           | 0     | *
        one of several           | 1     | 1
        between N and N          | N     | N
        from N to N              | N     | N
        N to N                   | N     | N
        N to n                   | N     | *
        a number of              | 0     | *
        a list of                | 0     | *
        the list of              | 0     | *
        list of                  | 0     | *
        lists of                 | 0     | *
        a set of                 | 0     | *
        a collection of          | 0     | *
        a series of              | 0     | *
        a group of               | 0     | *
        a variety of             | 0     | *
        a wide range of          | 0     | *
        a range of               | 0     | *
        a couple of              | 0     | *
        a lot of                 | 0     | *
        lots of                  | 0     | *
        hundreds of              | 0     | *
        thousands of             | 0     | *
        dozens of                | 0     | *
        a dozen                  | 0     | *
        half a dozen             | 0     | *
        a handful of             | 0     | *
        a pair of                | 2     | 2
        """;

    private static readonly Dictionary<string, (string[] Words, string Least, string Most)[]> Phrases = Read();

    /// <summary>False when no number and no phrase of the table begins with the word.</summary>
    public static bool MayBegin(string lower, TokenKind kind, WordClass @class) =>
        kind == TokenKind.Number || (@class & (WordClass.Many | WordClass.Number | WordClass.One)) != 0 || Phrases.ContainsKey(lower);

    /// <summary>The number and how many tokens say it; null when the tokens say none.</summary>
    public static (Cardinality Count, int Length)? At(List<Token> tokens, int at)
    {
        if (at >= tokens.Count || !tokens[at].MayCount)
        {
            return null;
        }

        var first = NumberOf(tokens[at]) is null ? tokens[at].Lower : "N";
        return (tokens[at].Lower == "zero" ? Phrase(tokens, at, "zero") : null) ?? Phrase(tokens, at, first) ?? Single(tokens, at);
    }

    private static (Cardinality Count, int Length)? Phrase(List<Token> tokens, int at, string first)
    {
        foreach (var (words, least, most) in Phrases.GetValueOrDefault(first) ?? [])
        {
            if (Match(tokens, at, words) is var (from, to))
            {
                return (new(Bound(least, from) ?? 0, Bound(most, to)), words.Length);
            }
        }

        return null;
    }

    private static (Cardinality Count, int Length)? Single(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (NumberOf(token) is { } number)
        {
            return (new(number, number), 1);
        }

        return token.Is(WordClass.Many) ? (Cardinality.ZeroOrMore, 1) : null;
    }

    private static int? Bound(string word, int number) =>
        word is "*" ? null : word is "N" ? number : int.Parse(word, CultureInfo.InvariantCulture);

    /// <summary>The first and the last figure of the phrase; null when the tokens do not say it.</summary>
    private static (int From, int To)? Match(List<Token> tokens, int at, string[] words)
    {
        (int From, int To)? numbers = null;
        for (var index = 0; index < words.Length; index++)
        {
            if (at + index >= tokens.Count)
            {
                return null;
            }

            var token = tokens[at + index];
            if (words[index] is "N" && NumberOf(token) is { } number)
            {
                numbers = (numbers?.From ?? number, number);
            }
            else if (token.Lower != words[index])
            {
                return null;
            }
        }

        return numbers ?? (0, 0);
    }

    public static int? NumberOf(Token token) => token.Kind == TokenKind.Number
        ? int.TryParse(token.Text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : null
        : token.Lower switch
        {
            "zero" => 0, "one" => 1, "two" => 2, "three" => 3, "four" => 4, "five" => 5, "six" => 6, "seven" => 7, "eight" => 8, "nine" => 9, "ten" => 10, "eleven" => 11, "twelve" => 12, _ => null,
        };

    private static Dictionary<string, (string[] Words, string Least, string Most)[]> Read() =>
        Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Select(row => (Words: row[0].Split(' '), Least: row[1], Most: row[2]))
            .OrderByDescending(row => row.Words.Length).GroupBy(row => row.Words[0], StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);
}
