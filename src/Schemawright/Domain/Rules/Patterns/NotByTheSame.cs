using Schemawright.Collections;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// "A refund must be approved by someone other than the person who requested it", "a report cannot be released by the analyst who wrote it", "the clerk
/// who files a claim may not approve it", "must be checked by somebody other than its author": two deeds that two people do.
/// </summary>
internal sealed class NotByTheSame : IRulePattern
{
    private static readonly string[] Relatives = ["who", "that", "which", "whoever"];
    private static readonly string[] Denials = ["cannot", "not", "never", "no"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        if (words.Count is < 6 or > 26 || words.Take(words.Count - 1).Any(word => word.Is(".")))
        {
            return null;
        }

        foreach (var terms in Bearers(line))
        {
            if ((OtherThan(line, terms, words) ?? ByTheOne(terms, words) ?? WhoDoes(terms, words) ?? OfAgents(terms, words)) is var (left, right) && left != right && left.Parent == right.Parent)
            {
                return Reading.Of(line.Must(terms.Name, $"{left.Name} differs from {right.Name}", new Compare(CompareOp.NotEqual, left.Ref, right.Ref)));
            }
        }

        return null;
    }

    /// <summary>What the sentence names before all others; of what it does not name, only the one kind of row that knows both deeds.</summary>
    private static IEnumerable<EntityTerms> Bearers(RuleLine line)
    {
        var named = line.Vocabulary.EntitiesIn(line.Demand).Append(line.Subject).OfType<EntityTerms>().Distinct().Where(terms => terms.References.Count() > 1).ToList();
        return named.Count > 0 ? named : line.Vocabulary.All.Where(terms => terms.Entity.Kind != EntityKind.AuditTrail && terms.References.Count() > 1);
    }

    /// <summary>"V-ed by somebody other than the one who V-ed it", "… other than its author".</summary>
    private static (Column Left, Column Right)? OtherThan(RuleLine line, EntityTerms terms, Seq<Token> words)
    {
        var other = Enumerable.Range(1, words.Count - 2).FirstOrDefault(at => Phrase.At(words, at, "other", "than") || Phrase.At(words, at, "different", "from") || Phrase.At(words, at, "different", "than"), -1);
        var by = other < 0 ? -1 : Phrase.IndexOf(words, 1, "by");
        if (by < 1 || by > other || Phrase.Has([.. words.Take(other)], Denials) || Doer(terms, words, 0, by) is not { } left)
        {
            return null;
        }

        var who = Phrase.IndexOf(words, other + 2, Relatives);
        if (who > 0)
        {
            return Doer(terms, words, who + 1, words.Count) is { } right ? (left, right) : null;
        }

        var start = Speech.SkipDeterminers(words, other + 2);
        var role = start >= words.Count ? null : terms.References.FirstOrDefault(link => link != left && (link.Role == words[start].Lower || Stems.Same(link.Words[0], words[start].Lower)));
        return role is not null && start + 1 >= Rewording.End(words) ? (left, role) : Maker(terms, words, start, left) is { } maker ? (left, maker) : null;
    }

    /// <summary>The author of what has no author is who created it.</summary>
    private static Column? Maker(EntityTerms terms, Seq<Token> words, int at, Column left) =>
        at < words.Count && words[at].IsAny("author", "creator", "originator", "submitter", "requester", "owner") && at + 1 >= Rewording.End(words)
        ? terms.References.Where(link => link != left && link.Parent == left.Parent && link.Words[0] is "created" or "submitted" or "requested" or "entered" or "recorded" or "written" or "author").ToArray() is [var only] ? only : null : null;

    /// <summary>"cannot be V-ed by the X who V-ed it".</summary>
    private static (Column Left, Column Right)? ByTheOne(EntityTerms terms, Seq<Token> words)
    {
        var by = Phrase.IndexOf(words, 2, "by");
        var who = by < 0 ? -1 : Phrase.IndexOf(words, by, Relatives);
        return who > by + 1 && who < by + 6 && Phrase.Has([.. words.Take(by)], Denials) && Doer(terms, words, 0, by) is { } left && Doer(terms, words, who + 1, words.Count) is { } right ? (left, right) : null;
    }

    /// <summary>"The X who V-s a Y may not W it".</summary>
    private static (Column Left, Column Right)? WhoDoes(EntityTerms terms, Seq<Token> words)
    {
        var who = Phrase.IndexOf(words, 0, Relatives);
        var modal = who is < 0 or > 4 ? -1 : Phrase.IndexOf(words, who + 2, "may", "cannot", "must", "shall", "should", "can");
        return modal > 0 && Phrase.Has([.. words.Skip(modal)], Denials) && !Phrase.Has([.. words.Skip(modal)], "one", "same") && Doer(terms, words, who + 1, modal) is { } left && Doer(terms, words, modal + 1, words.Count) is { } right ? (left, right) : null;
    }

    /// <summary>"Whoever asks for a refund does not approve it", "the one who checked it is not the one who packed it", "the creator never approves it", "the approver differs from the requester".</summary>
    private static (Column Left, Column Right)? OfAgents(EntityTerms terms, Seq<Token> words)
    {
        var cut = Enumerable.Range(1, words.Count - 2).FirstOrDefault(at => words[at].IsAny("never", "differs", "differ") || words[at].Is("not") && words[at - 1].IsAny("does", "do", "is", "are", "be", "must") || (words[at].Is("cannot") || words[at].Is("not") && words[at - 1].Is("may")) && Phrase.Has([.. words.Skip(at)], "it", "them"), -1);
        if (cut < 1 || Phrase.Has(words, "if", "when", "unless", "only", "same", "for", "above", "over", "below") || !words.Take(cut).Any(word => word.IsAny(Relatives) || word.Is("one") || IsAgent(word)))
        {
            return null;
        }

        return Doer(terms, words, 0, cut) is { } left && Doer(terms, words, cut + 1, words.Count) is { } right ? (left, right) : null;
    }

    /// <summary>Creator, approver, packer.</summary>
    private static bool IsAgent(Token word) => word is { Kind: TokenKind.Word, Lower.Length: > 4 } && (word.Lower.EndsWith("er", StringComparison.Ordinal) || word.Lower.EndsWith("or", StringComparison.Ordinal));

    private static Column? Doer(EntityTerms terms, Seq<Token> words, int from, int to)
    {
        for (var at = from; at < Math.Min(to, words.Count); at++)
        {
            if (words[at].Kind == TokenKind.Word && words[at].Lower.Length > 2 && !words[at].IsAny("must", "cannot", "shall", "only", "been", "the", "was", "has", "had", "who", "not", "may", "for", "can", "are", "and", "any", "one", "its") && By(terms, words[at].Lower) is { } by)
            {
                return by;
            }
        }

        return null;
    }

    /// <summary>Who does what the verb says: approved_by, or the one whose noun is made of the verb, the brewer who brewed.</summary>
    private static Column? By(EntityTerms terms, string verb) =>
        Moments.DoneBy(terms, verb) ?? terms.References.Where(link => link.Role is { Length: > 4 } role && !role.Contains('_', StringComparison.Ordinal) && role.EndsWith('r') && Stems.Same(role, verb)).FirstOrDefault();
}
