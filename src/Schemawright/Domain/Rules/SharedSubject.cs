using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules;

/// <summary>Several things said of one subject: "classes start no earlier than 17:00 and end no later than 22:00", "a note must not be empty and may have up to 90 characters".</summary>
internal static class SharedSubject
{
    private const int Longest = 40;

    /// <summary>What of it can be read, where not all can: the author is asked about the rest.</summary>
    public static Reading? Partly(RuleLine line)
    {
        var words = line.Demand;
        var end = words.Count > Longest || line.Depth > 1 || Phrase.Has(words, "if", "when", "unless", "except", "without", "until", "either") ? 0 : Subject(line, words);
        var parts = end is 0 or > 6 ? [] : Parts(words, end);
        var read = parts.Count < 2 ? [] : parts.ConvertAll(part => RulePatterns.Read(line.With([.. words.Take(end), .. part])));
        var kept = read.FindAll(one => one is { Fate: null });
        return kept.Count == 0 || kept.Count == read.Count ? null
            : kept.Aggregate(new Reading(), (all, one) => all.And(one!)) is var together && together.Rules.Count + together.Keys.Count + together.Defaults.Count > 0
                ? together with { Questions = [.. together.Questions, Questions.NotUnderstood(line, "only some of its parts are in a known form; those are kept")] } : null;
    }

    public static Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = words.Count > Longest || line.Depth > 3 ? 0 : Subject(line, words);
        var parts = end is 0 or > 6 ? [] : Parts(words, end);
        if (parts.Count < 2)
        {
            return Several(line, words);
        }

        var together = new Reading();
        foreach (var part in parts)
        {
            if (RulePatterns.Read(line.With([.. words.Take(end), .. part])) is not { } reading || reading.Fate is not null && reading.Defaults.Count == 0)
            {
                return null;
            }

            together = together.And(reading);
        }

        return together;
    }

    /// <summary>"Height and width must be greater than 0": said of each of the attributes.</summary>
    private static Reading? Several(RuleLine line, Seq<Token> words)
    {
        var modal = words.Count > Longest || line.Depth > 3 ? -1 : Phrase.IndexOf(words, 2, "must", "cannot", "may", "are", "shall", "can");
        var fields = modal is < 3 or > 9 || words.Take(modal).Any(word => word.Is("or")) || Phrase.Has(words, "together", "combined", "both", "same", "differ", "different") ? [] : FieldLists.Read(line.Speech, words, 0, modal);
        if (fields.Count < 2 || fields.Any(field => !field.IsOwn))
        {
            return null;
        }

        var together = new Reading();
        foreach (var field in fields)
        {
            if (RulePatterns.Read(line.About(line.Vocabulary.Of(field.Entity), [Rewording.Word(field.Column.Name), .. words.Skip(modal)])) is not { Fate: null, Rules.Count: > 0 } reading)
            {
                return null;
            }

            together = together.And(reading);
        }

        return together;
    }

    /// <summary>The place after the noun that all is said of: rows, or an attribute.</summary>
    private static int Subject(RuleLine line, Seq<Token> words) =>
        words.Count > 7 && words[0].Lower.EndsWith("ing", StringComparison.Ordinal) && words[0].Lower.Length > 5 && Phrase.IndexOf(words, 2, "takes", "needs", "requires", "is", "must") is > 1 and < 6 and var verb && line.Vocabulary.EntitiesIn([.. words.Take(verb)]).Any() ? verb
        : words.Count < 6 || words[0].IsAny("if", "when", "once", "while", "unless", "no", "only", "either", "both") ? 0
        : SubjectPhrase.At(line.Vocabulary, words, 0, words.Count) is { Only: false, None: false } phrase ? phrase.End
        : line.Speech.At(words, 0) is { } operand ? operand.End : 0;

    /// <summary>Cut at a comma, "and" and "but" before a verb, or before a bound that the verb before governs too; the pronoun that takes the subject up again goes.</summary>
    private static List<Seq<Token>> Parts(Seq<Token> words, int from)
    {
        var parts = new List<Seq<Token>>();
        var start = from;
        Seq<Token> verb = [];
        for (var at = from + 2; at < words.Count - 2; at++)
        {
            var next = words[at].Is(",") && words[at + 1].IsAny("and", "but") ? at + 2 : at + 1;
            var again = words[start].IsAny("has", "have", "needs", "need", "contains", "contain", "requires", "require", "offers", "holds") && Phrase.At(words, next, "at") && words[next + 1].IsAny("least", "most");
            var denied = words[at].IsAny("and", "but") && words[next].Is("not") && words[next + 1].IsAny("in", "before", "after", "above", "below", "later", "earlier");
            if (!words[at].IsAny("and", "but", ",") || !again && !denied && !IsVerb(words, next))
            {
                continue;
            }

            parts.Add([.. verb, .. words.Skip(start).Take((words[at - 1].Is(",") ? at - 1 : at) - start)]);
            verb = again ? [words[start]] : denied ? [Rewording.Word("must"), Rewording.Word("not"), Rewording.Word("be")] : [];
            start = words[next].IsAny("it", "they") || denied ? next + 1 : next;
            at = next;
        }

        parts.Add([.. verb, .. words.Skip(start)]);
        return parts.Exists(part => part.Count < 2) ? [] : parts;
    }

    private static bool IsVerb(Seq<Token> words, int at) =>
        words[at].IsAny("must", "may", "can", "cannot", "is", "are", "has", "have", "needs", "need", "it", "they", "lasts", "last", "ends", "end", "starts", "start", "runs", "run", "requires", "require", "contains", "contain", "costs", "cost", "never", "always", "shall", "should", "consists", "consist", "weighs", "holds", "hold", "belongs", "follows", "carries", "carry", "offers", "reaches", "rises", "spans", "names", "states", "stays");
}
