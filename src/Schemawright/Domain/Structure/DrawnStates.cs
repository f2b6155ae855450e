using Schemawright.Collections;
using Schemawright.Domain.Rules;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Structure;

/// <summary>The states that arrows in a sentence show where no list has them: "new → in progress → done; from new it can be refused".</summary>
internal static class DrawnStates
{
    private const int LongestState = 3;

    public static Seq<string> In(Seq<Token> words)
    {
        var found = new List<string>();
        var cuts = new List<int> { -1 };
        cuts.AddRange(Enumerable.Range(0, words.Count).Where(at => IsCut(words[at])));
        cuts.Add(words.Count);
        for (var index = 0; index + 1 < cuts.Count; index++)
        {
            var (start, end) = (cuts[index] + 1, cuts[index + 1]);
            if (end > start && (IsArrow(words, cuts[index]) || IsArrow(words, end)))
            {
                Take(found, [.. words.Skip(start).Take(end - start)]);
            }
        }

        return [.. found.Concat(Turned(words, found)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of more words than a state has, a state already known may be the last: "with the detour in progress".</summary>
    private static void Take(List<string> found, IReadOnlyList<Token> run)
    {
        if (!run.All(word => word.Kind is TokenKind.Word or TokenKind.Quoted))
        {
            return;
        }

        var name = Name(run);
        if (run.Count <= LongestState && !found.Exists(state => name.EndsWith("_" + state, StringComparison.Ordinal)))
        {
            found.Add(name);
        }
    }

    /// <summary>"From new it can be refused": the participle at the end of such a clause is a state, too.</summary>
    private static IEnumerable<string> Turned(Seq<Token> words, List<string> found)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!words[at].Is("from") || at + 1 >= words.Count || !found.Contains(words[at + 1].Lower, StringComparer.Ordinal))
            {
                continue;
            }

            var stop = Phrase.IndexOf(words, at, ".", ";");
            var last = (stop < 0 ? words.Count : stop) - 1;
            var be = Phrase.IndexOf(words, at, "be");
            if (be == last - 1 && words[last] is { Kind: TokenKind.Word } word && (word.Lower.EndsWith("ed", StringComparison.Ordinal) || word.Lower.EndsWith("en", StringComparison.Ordinal)))
            {
                yield return word.Lower;
            }
        }
    }

    private static string Name(IReadOnlyList<Token> run) => Naming.Snake(string.Join(' ', run.Select(word => word.Text)));

    private static bool IsArrow(Seq<Token> words, int at) => at >= 0 && at < words.Count && (words[at].IsOperator("->") || words[at].IsOperator("<->"));

    private static bool IsCut(Token word) => word.IsOperator("->") || word.IsOperator("<->") || word.IsAny(",", ";", ".", ":", "or", "and", "/", "|", "(", ")");
}
