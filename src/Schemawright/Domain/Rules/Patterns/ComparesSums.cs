using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "The sum of refunds must not exceed the payment amount", "the total must equal the sum of its lines", "the sum of debits equals the sum
/// of credits for each posted entry": a figure over the parts against an attribute of the whole.
/// </summary>
internal sealed class ComparesSums : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = Turned(line, Summed(line.Demand));
        if (!Phrase.Has(words, "sum", "total", "combined", "sums", "number") || Compared(words) is not var (left, relation, from))
        {
            return null;
        }

        var (end, when) = Tail(line, words, from);
        var one = SumSide.Read(line, words, 0, left);
        var other = SumSide.Read(line, words, from, end, one?.Owner);
        one = one is { IsPlain: false } || other?.Owner is not { } owner ? one : SumSide.Read(line, words, 0, left, owner) ?? one;
        if (one is null || other is null || (one.IsPlain && other.IsPlain) || SumSide.Whole(line, one, other, when?.Entity) is not { } whole
            || one.Of(line, whole) is not { } first || other.Of(line, whole) is not { } second)
        {
            return null;
        }

        Expr condition = new Compare(relation, first, second);
        condition = when is null ? condition : when.Entity == whole.Name ? new Implies(when.Condition, condition) : condition;
        return when is not null && when.Entity != whole.Name ? null
            : Reading.Of(new RuleDraft(whole.Name, $"{one.Name} {Word(relation)} {other.Name}", RuleTrigger.Always, new Holds(condition)));
    }

    /// <summary>"The payments of a stay must not add up to more than its price", "the open bills of a client together are at most his limit": a sum said by its verb.</summary>
    private static IReadOnlyList<Token> Summed(Seq<Token> words)
    {
        var adds = Enumerable.Range(0, words.Count).FirstOrDefault(at => Phrase.At(words, at, "add", "up", "to") || Phrase.At(words, at, "adds", "up", "to"), -1);
        var together = Phrase.IndexOf(words, 2, "together", "altogether");
        var all = Enumerable.Range(1, Math.Max(0, Math.Min(5, words.Count - 3))).FirstOrDefault(at => Phrase.At(words, at, "of", "all"), -1);
        if (all > 0 && !words[0].IsAny("sum", "total") && !Phrase.Has([.. words.Take(all)], "sum", "total", "number", "combined", "none", "each"))
        {
            // "The seats of all bookings for a tour": added up, whoever has them.
            var noun = Speech.SkipDeterminers(words, 0);
            var joint = Phrase.IndexOf(words, all + 2, "for", "per", "in", "on");
            return joint < 0 || joint > all + 5 ? words : [Rewording.Word("sum"), Rewording.Word("of"), .. words.Skip(noun).Take(all - noun), .. words.Skip(joint)];
        }

        return adds > 1 ? [Rewording.Word("sum"), Rewording.Word("of"), .. words.Take(adds), Rewording.Word("be"), .. words.Skip(adds + 3)]
            : together > 1 && together < words.Count - 3 ? [Rewording.Word("sum"), Rewording.Word("of"), .. words.Take(together), .. words.Skip(together + 1)]
            : words;
    }

    /// <summary>"The sum of the weights of all crates", "the sum of the prices of its parts" are sums of crate weights and of its part prices.</summary>
    private static IReadOnlyList<Token> Turned(RuleLine line, IReadOnlyList<Token> words)
    {
        for (var at = 0; at + 5 < words.Count; at++)
        {
            var start = Speech.SkipDeterminers(words, at + 2);
            if (!words[at].IsAny("sum", "sums", "total") || !words[at + 1].Is("of") || start + 3 >= words.Count || !words[start + 1].Is("of") || !words[start + 2].IsAny("all", "its", "their", "the", "every"))
            {
                continue;
            }

            var part = words[start + 2].Is("all") && words[start + 3].IsAny("its", "their", "the") ? start + 4 : start + 3;
            var width = line.Vocabulary.EntityAt(words, part, out var named) is null ? 1 : named;
            return part + width > words.Count ? words : [.. words.Take(at + 2), .. Named(line, words, part, width), words[start], .. words.Skip(part + width)];
        }

        return words;
    }

    /// <summary>The part by its full name: the lines of an invoice are its invoice lines.</summary>
    private static IEnumerable<Token> Named(RuleLine line, IReadOnlyList<Token> words, int at, int width) =>
        line.Vocabulary.EntityAt(words, at, out _) is null && (line.Vocabulary.EntitiesIn(words).FirstOrDefault() ?? line.Subject) is { } whole && Phrase.Key(words, at, 1) is { } key
        && line.Vocabulary.PartsOf(whole, key).ToArray() is [var only] ? Facts.Language.Naming.Words(only.Name).Select(Rewording.Word) : words.Skip(at).Take(width);

    /// <summary>Where the left side ends, the relation with its denial, and where the right side starts.</summary>
    private static (int Left, CompareOp Op, int Right)? Compared(IReadOnlyList<Token> words)
    {
        for (var at = 2; at < words.Count - 1; at++)
        {
            if (Relation.At(words, at) is not { } relation || relation.End >= words.Count)
            {
                continue;
            }

            var left = at;
            while (left > 0 && words[left - 1].IsAny("must", "cannot", "can't", "not", "never", "may", "shall", "should", "be", "is", "are", "always", "has", "have", "to"))
            {
                left--;
            }

            var denied = words.Skip(left).Take(at - left).Any(word => word.IsAny("cannot", "can't", "not", "never"));
            return left < 1 ? null : (left, relation.Negated(denied).Op, relation.End);
        }

        return null;
    }

    /// <summary>"for each posted entry" at the end says of which rows.</summary>
    private static (int End, Clause? When) Tail(RuleLine line, IReadOnlyList<Token> words, int from)
    {
        var end = words.Count - (words[^1].Kind == TokenKind.Mark ? 1 : 0);
        var tail = Phrase.IndexOf(words, from + 1, "for", "when", "once", "if", "before");
        if (tail < 0 || tail >= end - 1)
        {
            return (end, null);
        }

        var phrase = SubjectPhrase.At(line.Vocabulary, words, tail + 1, end);
        return phrase is not null && phrase.End == end ? (tail, phrase.Which is { } which ? new(phrase.Terms.Name, which, phrase.Name) : null)
            : Premises.Read(line, words, tail + 1, end) is { } clause && words[tail].IsAny("when", "once", "if") ? (tail, clause) : (end, null);
    }

    private static string Word(CompareOp op) => op switch
    {
        CompareOp.Equal => "equals",
        CompareOp.LessOrEqual or CompareOp.Less => "within",
        _ => "covers",
    };
}
