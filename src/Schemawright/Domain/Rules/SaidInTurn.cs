using Schemawright.Collections;

namespace Schemawright.Domain.Rules;

/// <summary>
/// Several demands that commas and "and" join in one sentence: "a fee is above 0, in the club's currency, and a card needs a number". Each part is
/// read for itself, of what the part before spoke of; parts that nothing is made of are asked about.
/// </summary>
internal static class SaidInTurn
{
    private const int Longest = 60;
    private const int MostParts = 6;

    /// <summary>Words that bind a part to those beside it: what they say holds of the whole sentence.</summary>
    private static readonly string[] Binding = ["if", "when", "whenever", "unless", "except", "while", "until", "once", "only", "either", "neither", "both", "otherwise", "or", "nor", "which", "who", "where", "then", "before", "after", "for"];

    public static Reading? Read(RuleLine line, Func<RuleLine, Reading?> read)
    {
        var words = line.Demand;
        var parts = words.Count > Longest || line.Depth > 2 || words.Count == 0 || words[0].IsAny(Binding) ? [] : Parts(words);
        if (parts.Count is < 2 or > MostParts || parts.Exists(part => part[0].IsAny(Binding)))
        {
            return null;
        }

        var together = new Reading();
        var unread = 0;
        EntityTerms? about = null;
        Seq<Token> named = [];
        Clauses.Clause? under = null;
        foreach (var part in parts)
        {
            if (Under(line, One(line, part, about, named, read), ref under) is not { Fate: null } reading)
            {
                unread += part.Count > 2 || ClauseCuts.Demands(part) ? 1 : 0;
                (about, named) = about is null && Named(line, part, line.Subject) is { Count: > 0 } begun ? (line.Subject, begun) : (about, named);
                continue;
            }

            together = together.And(reading);
            about = reading.Rules.Count > 0 ? line.Vocabulary.Find(reading.Rules[^1].Entity) : reading.Keys.Count > 0 ? line.Vocabulary.Find(reading.Keys[^1].Entity) : about;
            named = Named(line, part, about) is { Count: > 0 } name ? name : named;
        }

        return together.Rules.Count + together.Keys.Count + together.Defaults.Count == 0 ? null
            : unread == 0 ? together
            : together with { Questions = [.. together.Questions, Questions.NotUnderstood(line, "only some of its parts are in a known form; those are kept")] };
    }

    /// <summary>"A lost card has no number and its holder is blocked": what follows a demand of some rows holds of no others.</summary>
    private static Reading? Under(RuleLine line, Reading? reading, ref Clauses.Clause? under)
    {
        if (reading is { Fate: null, Rules: [.., { Demand: Holds { Condition: Terms.Implies implies } } rule] })
        {
            under = Terms.ExprWalk.IsSameRow(implies.When) ? new(rule.Entity, implies.When, "so") : null;
            return reading;
        }

        return under is null || reading is not { Fate: null } ? reading : Conditioned.By(line.Vocabulary, reading, under);
    }

    /// <summary>The part for itself, else of what the parts before named.</summary>
    private static Reading? One(RuleLine line, Seq<Token> part, EntityTerms? about, Seq<Token> named, Func<RuleLine, Reading?> read)
    {
        if (part[0].IsAny("at", "not", "never", "must", "is", "are", "cannot", "may", "exactly", "above", "below", "up", "more", "less", "between", "positive", "unique", "optional", "required", "mandatory"))
        {
            return named.Count == 0 || about is null ? null : read(line.About(about, [.. named, .. part]));
        }

        return part.Count < 2 ? null : read(about is null ? line.With(part) : line.About(about, part));
    }

    /// <summary>The attribute that the part begins with.</summary>
    private static Seq<Token> Named(RuleLine line, Seq<Token> part, EntityTerms? about) =>
        about is not null && new Speech(line.Vocabulary, about).At(part, 0) is { IsOwn: true, Column.IsForeignKey: false } operand ? [.. part.Take(operand.End)] : [];

    private static List<Seq<Token>> Parts(Seq<Token> words)
    {
        var parts = new List<Seq<Token>>();
        var (start, depth) = (0, 0);
        for (var at = 0; at <= words.Count; at++)
        {
            depth += at < words.Count && words[at].Is("(") ? 1 : at < words.Count && words[at].Is(")") ? -1 : 0;
            var cut = at == words.Count || depth == 0 && (words[at].IsAny(",", ";") || words[at].IsAny("and", "but") && Begins(words, at + 1));
            if (!cut || at < words.Count && !HasVerb(words, start, at))
            {
                continue;
            }

            Seq<Token> part = [.. words.Skip(start).Take(at - start)];
            while (part.Count > 0 && part[0].IsAny("and", "but", "also", "so", "it", "they") && part.Count > 1)
            {
                part = [.. part.Skip(1)];
            }

            if (part.Count > 0 && part[^1].Kind == TokenKind.Mark && part[^1].Is("."))
            {
                part = [.. part.Take(part.Count - 1)];
            }

            if (part.Count > 0)
            {
                parts.Add(part);
            }

            start = at + 1;
        }

        return parts;
    }

    /// <summary>What has no verb yet goes on behind the comma or "and": "paid bills and their lines cannot be changed".</summary>
    private static bool HasVerb(Seq<Token> words, int from, int to) =>
        words.Skip(from).Take(to - from).Any(word => word.IsAny("is", "are", "must", "has", "have", "cannot", "can", "may", "needs", "need", "never", "not", "unique", "most", "least", "optional", "required", "require", "requires", "carries", "carry", "contains", "contain", "equals", "starts", "ends", "defaults", "offers", "expire", "expires", "shall", "belongs", "belong") || word.Kind is TokenKind.Operator or TokenKind.Number);

    /// <summary>After "and" a new clause: it has a verb of its own before the next comma.</summary>
    private static bool Begins(Seq<Token> words, int at)
    {
        var end = Phrase.IndexOf(words, at, ",", ";", "and");
        return Phrase.At(words, at, "at", "most") || Phrase.At(words, at, "at", "least") || words.Skip(at).Take((end < 0 ? words.Count : end) - at).Any(word => word.IsAny("is", "are", "must", "has", "have", "cannot", "can", "may", "needs", "need", "starts", "ends", "defaults", "equals") || word.Kind == TokenKind.Operator);
    }
}
