using Schemawright.Collections;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>The clauses of a sentence that tells ways between states, and the small words in them.</summary>
internal static class StepClauses
{
    private const int LongestWay = 8;

    private static readonly string[] Conditional = ["if", "when", "once", "unless", "provided", "because", "within", "by", "after", "upon", "through", "as", "in", "at", "during"];

    /// <summary>An event that brings the change about limits nothing; these do.</summary>
    private static readonly string[] Limiting = ["if", "unless", "provided", "within", "only"];

    private static readonly string[] Filling =
        ["it", "they", "is", "are", "be", "may", "can", "could", "either", "also", "then", "to", "into", "in", "back", "go", "goes", "move", "moves", "becomes", "become", "returns", "return", "a", "an", "the", "as", "directly", "changes", "change", "turns", "turn", "get", "gets", "marked", "set", "sent", "again", "still", "automatically", "later", "finally", "ends", "end", "up", "either", "status", "state", "both", "moved", "put", "handed", "and", ",", "being"];

    /// <summary>Cut at full stops, semicolons, and before "otherwise", "until then" and "but".</summary>
    public static IEnumerable<Seq<Token>> Of(Seq<Token> words)
    {
        var start = 0;
        for (var at = 0; at <= words.Count; at++)
        {
            var stop = at == words.Count || words[at].IsAny(";", ".");
            if (stop || words[at].Is(",") && at + 1 < words.Count && (words[at + 1].IsAny("otherwise", "until") || words[at + 1].Is("but") && at + 2 < words.Count && words[at + 2].IsAny("only", "not", "never")))
            {
                yield return [.. words.Skip(start).Take(at - start)];
                start = at + 1;
            }
        }
    }

    public static bool IsWay(Token word) => word.IsAny(Filling);

    public static bool IsPronoun(Token word) => word.IsAny("it", "they", "this", "which");

    /// <summary>A clause without its condition, which is kept where it limits the way: "when its time passes" only tells what brings it about.</summary>
    public static Seq<Token> WithoutCondition(Seq<Token> words, SpokenSteps steps, List<Seq<Token>> conditions)
    {
        if (words.Count > 3 && words[0].IsAny("after", "once", "when", "upon", "if") && Phrase.IndexOf(words, 1, "it", "they", ",") is > 1 and < 8 and var main && !steps.Names([.. words.Take(main)]))
        {
            Limit([.. words.Take(main)], conditions);
            words = [.. words.Skip(words[main].Is(",") ? main + 1 : main)];
        }

        for (var at = words.Count - 2; at > 2; at--)
        {
            if (words[at].IsAny(Conditional) && !(words[at].Is("as") && !(at + 1 < words.Count && words[at + 1].IsAny("soon", "long"))) && !steps.Names([.. words.Skip(at)]) && steps.Names([.. words.Take(at)]))
            {
                var from = words[at - 1].Is("only") ? at - 1 : at;
                Limit([.. words.Skip(from)], conditions);
                return [.. words.Take(from)];
            }
        }

        return words;
    }

    /// <summary>"only in the first 14 days": what a clause without states says of the way told before.</summary>
    public static void Keep(Seq<Token> clause, List<Seq<Token>> conditions, bool told)
    {
        if (told && clause.Any(word => word.IsAny("only")) && !clause.Any(word => word.IsAny("->")))
        {
            conditions.Add(clause);
        }
    }

    private static void Limit(Seq<Token> condition, List<Seq<Token>> conditions)
    {
        if (condition.Any(word => word.IsAny(Limiting)))
        {
            conditions.Add(condition);
        }
    }

    public static int SkipJoints(Seq<Token> words, int at)
    {
        while (at < words.Count && words[at].IsAny(",", "and", "then", "finally", "lastly", "later", "afterwards", "next"))
        {
            at++;
        }

        return at;
    }

    /// <summary>The first place that fits, with only words between that say how one gets there; -1 when there is none.</summary>
    public static int Next(Seq<Token> words, int from, Func<int, bool> fits)
    {
        for (var at = from; at < words.Count && at - from < LongestWay; at++)
        {
            if (fits(at) && !(words[at].IsAny(Filling)))
            {
                return at;
            }

            if (fits(at) && at + 1 < words.Count && !words[at].IsAny(",", "and", "a", "an", "the", "be", "to", "is", "are", "set", "sent"))
            {
                return at;
            }

            if (!words[at].IsAny(Filling))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Where what the clause is about begins: after joints, "otherwise", "both" and determiners.</summary>
    public static int Subject(Seq<Token> words)
    {
        var at = SkipJoints(words, 0);
        while (at < words.Count && words[at].IsAny("otherwise", "both", "any", "all", "each", "every", "a", "an", "the"))
        {
            at++;
        }

        return at;
    }
}
