using Schemawright.Diagnostics;
using Schemawright.Documents;
using Schemawright.Facts.Language;

namespace Schemawright.Facts.Structure;

/// <summary>
/// An attribute that lists name without a type is a number where a sentence compares it with one: "Bedrooms are between 0 and 12", "Hours worked (more
/// than 0)", "1 to 5 stars". "Title: 5 to 80 characters" compares a length.
/// </summary>
internal sealed class ComparedNumbersReader : IFactReader
{
    private const int LongestSentence = 600;
    private const int Reach = 4;

    private static readonly HashSet<string> Links = new("is are be must shall can may should always ( : from a whole number has have to stays stay strictly an integer between of not".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Comparing = new("more less greater least most above below over under higher lower between < > <= >= ≤ ≥ to – - and exceed".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Lengths = new("characters character chars digits digit letters letter words lines decimals places long".Split(' '), StringComparer.Ordinal);

    public void Read(ProductDocument document, FactCollector facts, Findings findings)
    {
        var untyped = Untyped(facts);
        if (untyped.Count == 0)
        {
            return;
        }

        var writer = new FactWriter(document, facts, FactForm.Sentence);
        foreach (var statement in document.Statements.Where(statement => statement.Form is StatementForm.Sentence or StatementForm.ListItem && statement.Text.Length < LongestSentence && statement.Text.Any(char.IsAsciiDigit)))
        {
            var words = Words(statement.Text);
            for (var at = 0; at < words.Count; at++)
            {
                foreach (var (entity, name) in Named(untyped, words, at))
                {
                    if (IsOf(entity, statement, words, untyped, name))
                    {
                        writer.Facts.Add(writer.Blank(entity, name, statement.Span, statement.Text) with { Type = HeadNounTypes.OfNumber(name) });
                    }
                }
            }
        }
    }

    private static ILookup<string, (string Entity, string Name)> Untyped(FactCollector facts) =>
        facts.Facts.OfType<AttributeFact>().Where(fact => fact is { Type: null, References: null } && fact.Form != FactForm.Sentence && HeadNounTypes.Guess(fact.Name) is null && Naming.Words(fact.Name).Count > 0)
            .Select(fact => (fact.Entity, fact.Name)).Distinct().ToLookup(fact => Naming.Words(fact.Name)[0], StringComparer.Ordinal);

    /// <summary>The attributes whose name stands here beside a figure that it is compared with.</summary>
    private static IEnumerable<(string Entity, string Name)> Named(ILookup<string, (string Entity, string Name)> untyped, List<string> words, int at)
    {
        foreach (var fact in untyped[words[at]])
        {
            var name = Naming.Words(fact.Name);
            var same = at + name.Count <= words.Count && Enumerable.Range(0, name.Count).All(offset => words[at + offset] == name[offset]);
            if (same && (IsCompared(words, at + name.Count) || (name.Count == 1 && IsCounted(words, at))))
            {
                yield return fact;
            }
        }
    }

    /// <summary>"more than 0", "between 0 and 12", "0 to 12" behind the name, and no unit of a length.</summary>
    private static bool IsCompared(List<string> words, int at)
    {
        var compared = false;
        for (var index = at; index < Math.Min(words.Count, at + Reach + 2); index++)
        {
            if (IsFigure(words[index]))
            {
                var joint = index + 1 < words.Count ? words[index + 1] : "";
                var range = joint is "to" or "–" or "-" or "and" && index + 2 < words.Count && IsFigure(words[index + 2]);
                var after = range ? index + 3 : index + 1;
                return (compared || range) && !(after < words.Count && Lengths.Contains(words[after]));
            }

            compared |= Comparing.Contains(words[index]);
            if (!Links.Contains(words[index]) && !Comparing.Contains(words[index]) && words[index] is not ("at" or "than" or "up" or "equal" or "or"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"1 to 5 stars".</summary>
    private static bool IsCounted(List<string> words, int at) =>
        at >= 3 && IsFigure(words[at - 1]) && words[at - 2] is "to" or "–" or "-" or "and" && at >= 3 && IsFigure(words[at - 3]);

    private static bool IsFigure(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]) && decimal.TryParse(word, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <summary>The sentence or its heading names the thing, or nothing else has such an attribute.</summary>
    private static bool IsOf(string entity, Statement statement, List<string> words, ILookup<string, (string Entity, string Name)> untyped, string name)
    {
        if (untyped[Naming.Words(name)[0]].Count(fact => fact.Name == name) == 1)
        {
            return true;
        }

        var noun = Naming.Words(entity)[^1];
        return words.Exists(word => Nouns.Singular(word) == Nouns.Singular(noun)) || statement.Headings.Count > 0 && Naming.Words(statement.Headings[^1]).Any(word => Nouns.Singular(word) == Nouns.Singular(noun));
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '\'' || text[at] is '.' or ',' && at > start && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                at++;
            }

            if (at > start)
            {
                words.Add(text[start..at].ToLowerInvariant());
            }
            else
            {
                if (!char.IsWhiteSpace(text[at]) && text[at] is not ('_' or '`' or '*'))
                {
                    words.Add(text[at].ToString());
                }

                at++;
            }
        }

        return words;
    }
}
