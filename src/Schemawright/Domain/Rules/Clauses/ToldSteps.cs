using Schemawright.Collections;
using Schemawright.Facts.Language;

namespace Schemawright.Domain.Rules.Clauses;

/// <summary>Ways told as one tells a story: where it begins, what happens from there, what becomes of it otherwise, and where it ends.</summary>
internal sealed class ToldSteps(StateNames names, StepsSoFar steps)
{
    private static readonly string[] Denials = ["not", "cannot", "never", "no", "only", "nobody"];

    /// <summary>"From closed it goes to in review, and from in review to decided", "from new or triaged it can be rejected", "until then it can also be cancelled".</summary>
    public bool FromHere(Seq<Token> words)
    {
        var at = StepClauses.SkipJoints(words, 0);
        var (once, count) = (at + 1 < words.Count && words[at].IsAny("until", "from") && words[at + 1].IsAny("then", "there", "here"), steps.Now.Count);
        if (at >= words.Count || words.Any(word => word.IsAny(Denials)) || !(words[at].Is("from") || once))
        {
            return false;
        }

        while (at < words.Count)
        {
            var from = once ? ([.. words[at].Is("until") ? steps.Left : steps.Reached], at + 2) : words[at].Is("from") ? names.ListAt(words, at + 1) : ([], at);
            var to = from.Item1.Count > 0 ? StepClauses.Next(words, from.Item2, place => names.StateAt(words, place, asVerb: true) is not null) : -1;
            if (to < 0 || names.ListAt(words, to, asVerb: true) is not { States.Count: > 0 } reached)
            {
                steps.BackTo(count);
                return false;
            }

            steps.Add(from.Item1, reached.States);
            (at, once) = (StepClauses.SkipJoints(words, reached.End), false);
        }

        return true;
    }

    /// <summary>"A call begins as a draft", "it starts as proposed and is approved".</summary>
    public bool Begins(Seq<Token> words)
    {
        var verb = Phrase.IndexOf(words, 1, "begin", "begins", "start", "starts", "created", "starting", "opens");
        var place = verb < 1 || words.Any(word => word.IsAny(Denials)) ? -1 : Enumerable.Range(verb + 1, Math.Min(4, words.Count - verb - 1)).FirstOrDefault(at => names.StateAt(words, at) is not null, -1);
        if (place < 0 || names.StateAt(words, place) is not var (value, end) || !words.Skip(verb + 1).Take(place - verb - 1).All(word => word.IsAny("as", "in", "with", "its", "life", "out", "a", "an", "the", "state", "status")))
        {
            return false;
        }

        (steps.Reached, steps.Left) = ([value], [value]);
        while (end < words.Count && words[end].IsAny("state", "status", ","))
        {
            end++;
        }

        return end >= words.Count || words[end].IsAny("and", "then") && Onwards(words, [value], end + 1);
    }

    /// <summary>The states that follow from here to the end of the clause: "is approved", "paid and then closed", "suspended and reactivated".</summary>
    private bool Onwards(Seq<Token> words, IReadOnlyList<string> from, int start)
    {
        var (at, count) = (start, steps.Now.Count);
        while (at < words.Count)
        {
            var next = StepClauses.Next(words, at, place => names.StateAt(words, place, asVerb: true) is not null || Again(words[place], from));
            if (next < 0)
            {
                break;
            }

            if (Again(words[next], from))
            {
                steps.Add([.. steps.Reached], [.. from]);
                at = next + 1;
                continue;
            }

            var to = names.ListAt(words, next, asVerb: true);
            steps.Add(from, to.States);
            at = StepClauses.SkipJoints(words, to.End);
            var further = at >= words.Count || Again(words[at], from) ? -1 : StepClauses.Next(words, at, place => names.StateAt(words, place, asVerb: true) is not null);
            if (further > 0 && words.Skip(to.End).Take(further - to.End).Any(word => word.IsAny("then", "finally", "later", "lastly", "afterwards")))
            {
                (from, at) = (to.States, further);
            }
            else if (at < words.Count && !Again(words[at], from))
            {
                break;
            }
        }

        if (at < words.Count)
        {
            steps.BackTo(count);
        }

        return at >= words.Count;
    }

    /// <summary>"Reactivated" leads back to active.</summary>
    private static bool Again(Token word, IReadOnlyList<string> from) =>
        word.Kind == TokenKind.Word && word.Lower.Length > 5 && word.Lower.StartsWith("re", StringComparison.Ordinal) && from is [{ Length: > 3 } only] && word.Lower[2..].TrimStart('-').StartsWith(only.TrimEnd('e'), StringComparison.OrdinalIgnoreCase);

    /// <summary>"An invited reviewer accepts or declines", "both active and suspended awards can be terminated", "otherwise it lapses".</summary>
    public bool Told(Seq<Token> words)
    {
        var start = StepClauses.Subject(words);
        var otherwise = words[0].Is("otherwise");
        if (start >= words.Count || words.Any(word => word.IsAny(Denials) || word.IsAny("must", "should", "if", "required", "while")))
        {
            return false;
        }

        var pronoun = StepClauses.IsPronoun(words[start]);
        var from = pronoun ? ([.. otherwise ? steps.Left : steps.Reached], start + 1) : names.StateAt(words, start) is null ? ([], start) : names.ListAt(words, start);
        var nouns = from.Item2;
        while (!pronoun && nouns < words.Count && nouns - from.Item2 < 2 && words[nouns].Kind == TokenKind.Word && !StepClauses.IsWay(words[nouns]) && names.StateAt(words, nouns, asVerb: true) is null)
        {
            nouns++;
        }

        var link = nouns < words.Count && words[nouns].IsAny("is", "are", "can", "may", "becomes", "goes");
        return from.Item1.Count > 0 && (pronoun || nouns > from.Item2 || link) && Onwards(words, from.Item1, nouns);
    }

    /// <summary>"Closed and rejected are final", "decided calls stay as they are", "there is no way back from declined or lapsed": no way leads on, and none is told.</summary>
    public bool Ends(Seq<Token> words)
    {
        var way = Phrase.IndexOf(words, 0, "way", "return", "back");
        var list = way > 0 && words.Take(way).Any(word => word.IsAny("no")) && Phrase.IndexOf(words, way, "from", "of") is > 0 and var from ? names.ListAt(words, from + 1) : ([], 0);
        if (list.States.Count > 0)
        {
            return list.End >= words.Count;
        }

        var start = StepClauses.Subject(words);
        var ended = start < words.Count && names.StateAt(words, start) is not null ? names.ListAt(words, start) : ([], words.Count);
        return ended.States.Count > 0 && words.Count - ended.End is > 1 and < 8 && (words[^1].IsAny("final", "terminal", "permanent", "definitive", "irreversible", "closed", "unchanged") || Phrase.At(words, words.Count - 3, "as", "they", "are") || Phrase.At(words, words.Count - 3, "as", "it", "is") || words[^1].IsAny("states", "state", "statuses") && words.Any(word => word.IsAny("final", "end", "terminal")));
    }
}
