using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>
/// What is told once among the rows of a quality: "two clubs that are not dissolved must not share a tax number", "only one batch of a paint is in use in a shop at any time", "a shelf
/// holds only one crate that has not been sent".
/// </summary>
internal sealed class OneAmong : IRulePattern
{
    private const int Longest = 26;

    private static readonly string[] Sharing = ["share", "have", "carry", "bear", "use", "has", "shares"];
    private static readonly string[] Holding = ["holds", "hold", "has", "have", "bears", "takes", "take", "keeps", "carries"];
    private static readonly string[] Joints = ["of", "in", "per", "for", "on", "at", "within", "and", "to", "by"];

    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        Seq<Token> said = [.. words.Take(Rewording.End(words))];
        return said.Count is < 5 or > Longest || said.Any(word => word.IsAny(";", ":", "if", "when", "unless", "until", "while")) ? null : Alike(line, said) ?? InState(line, said) ?? Held(line, said);
    }

    /// <summary>"(No) two rows of a quality (must not) share the same …".</summary>
    private static Reading? Alike(RuleLine line, Seq<Token> said)
    {
        var two = said[0].Is("two") ? 0 : Phrase.At(said, 0, "no", "two") ? 1 : -1;
        var verb = two < 0 ? -1 : Phrase.IndexOf(said, two + 2, Sharing);
        while (verb > 0 && verb + 1 < said.Count && said[verb + 1].IsAny("not", "been", "no"))
        {
            verb = Phrase.IndexOf(said, verb + 1, Sharing);
        }

        var end = verb;
        while (end > two + 1 && said[end - 1].IsAny("must", "may", "can", "cannot", "not", "never", "ever"))
        {
            end--;
        }

        if (verb < 0 || verb + 1 >= said.Count || two == 0 && !said.Skip(end).Take(verb - end).Any(word => word.IsAny("not", "never", "cannot")) || RowsPhrase.Read(line, [.. said.Skip(two + 1).Take(end - two - 1)]) is not { Which: { } which } rows || !which.IsSameRow())
        {
            return null;
        }

        Seq<Token> list = [.. said.Skip(verb + 1).Where(word => !word.IsAny("same", "identical"))];
        var keys = KeyNames.Read(rows.Terms, line.Vocabulary, list, 0, list.Count);
        return keys.Count == 0 ? null : new() { Keys = [new(rows.Terms.Name, keys, false, false, which)] };
    }

    /// <summary>"Only one batch of a paint is in use in a shop at any time".</summary>
    private static Reading? InState(RuleLine line, Seq<Token> said)
    {
        var noun = One(said, 0);
        if (noun < 0 || noun >= said.Count || line.Vocabulary.EntityAt(said, noun, out var width) is not { } terms)
        {
            return null;
        }

        var (keys, which) = (new List<string>(), (Expr?)null);
        var speech = new Speech(line.Vocabulary, terms);
        for (var at = noun + width; at < said.Count;)
        {
            if (Tail(said, at) is > 0 and var tail)
            {
                at += tail;
            }
            else if (which is null && said[at].IsAny("is", "are", "may", "can", "be") && Quality(terms, said, at) is { } quality)
            {
                (which, at) = (quality.Which, quality.End);
            }
            else if (said[at].IsAny(Joints) && KeyNames.At(terms, speech, said, Speech.SkipDeterminers(said, at + 1)) is var (key, end))
            {
                keys.Add(key);
                at = end;
            }
            else
            {
                return null;
            }
        }

        return which is null || keys.Count == 0 || keys.Distinct(StringComparer.Ordinal).Count() < keys.Count || !which.IsSameRow() ? null : new() { Keys = [new(terms.Name, keys.ToSeq(), false, false, which)] };
    }

    private static Qualifier? Quality(EntityTerms terms, Seq<Token> said, int at)
    {
        while (at < said.Count && said[at].IsAny("is", "are", "may", "can", "be"))
        {
            at++;
        }

        return at < said.Count ? StateLists.At(terms, said, at, said.Count) : null;
    }

    /// <summary>"A shelf holds only one crate that has not been sent": the shelf is an attribute of the crates.</summary>
    private static Reading? Held(RuleLine line, Seq<Token> said)
    {
        var verb = Phrase.IndexOf(said, 1, Holding);
        var noun = verb < 1 ? -1 : One(said, verb + 1);
        if (noun < 0 || RowsPhrase.Read(line, [.. said.Skip(noun)]) is not { Which: { } which } rows || !which.IsSameRow())
        {
            return null;
        }

        var end = verb - (said[verb - 1].IsAny("may", "can", "must") ? 1 : 0);
        Seq<Token> holder = FieldPhrase.Trimmed([.. said.Take(end)]);
        return holder.Count > 0 && new Speech(line.Vocabulary, rows.Terms).At(holder, 0) is { IsOwn: true, Column.IsNumber: false } field && field.Entity == rows.Terms.Name && field.End == holder.Count && field.Column != rows.Terms.State
            ? new() { Keys = [new(rows.Terms.Name, [field.Column.Role ?? field.Column.Name], false, false, which)] } : null;
    }

    /// <summary>The place of the noun behind "only one", "at most one", "no more than one"; -1 for other words.</summary>
    private static int One(Seq<Token> said, int at) =>
        Phrase.At(said, at, "only", "one") ? at + 2 : Phrase.At(said, at, "at", "most", "one") ? at + 3 : Phrase.At(said, at, "no", "more", "than", "one") ? at + 4 : Phrase.At(said, at, "never", "more", "than", "one") ? at + 4 : -1;

    private static int Tail(Seq<Token> said, int at) =>
        Phrase.At(said, at, "at", "any", "time") || Phrase.At(said, at, "at", "a", "time") || Phrase.At(said, at, "at", "all", "times") ? 3 : Phrase.At(said, at, "at", "the", "same", "time") || Phrase.At(said, at, "at", "any", "one", "time") ? 4 : Phrase.At(said, at, "at", "once") ? 2 : 0;
}
