using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"More than three open trips per boat are not accepted", "no boat may have two open trips at once", "at no time shall a boat have more than three trips": at most so many.</summary>
internal sealed class NoMoreThan : IParaphrase
{
    private static readonly string[] Modals = ["can", "may", "must", "shall", "will"];

    public RuleLine? Of(RuleLine line) => Refused(line) ?? NotTwo(line) ?? Never(line) ?? CannotHave(line);

    private static RuleLine? Refused(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        return Phrase.At(words, 0, "more", "than") && end > 6 && words[end - 1].IsAny("accepted", "allowed", "permitted", "possible") && words[end - 2].IsAny("not", "never") && words[end - 3].IsAny("are", "is")
            ? line.With([.. Most, .. words.Skip(2).Take(end - 5)]) : null;
    }

    private static RuleLine? NotTwo(RuleLine line)
    {
        var words = line.Demand;
        var modal = words[0].Is("no") ? Phrase.IndexOf(words, 2, Modals) : -1;
        if (modal < 2 || modal + 3 >= words.Count || !words[modal + 1].IsAny("have", "hold", "own") || Figures.At(words, modal + 2) is not ({ } number and >= 2 and < 100) || line.Vocabulary.EntityAt(words, 1, out var width) is null || 1 + width != modal)
        {
            return null;
        }

        var end = Rewording.End(words);
        end -= Phrase.At(words, end - 3, "side", "by", "side") || Phrase.At(words, end - 3, "the", "same", "time") ? 3 : Phrase.At(words, end - 2, "at", "once") ? 2 : words[end - 1].IsAny("simultaneously", "together") ? 1 : 0;
        end -= words[end - 1].Is("at") ? 1 : 0;
        return line.With([Rewording.Word("each"), .. words.Skip(1).Take(width), Rewording.Word("has"), .. Most, number == 2 ? Rewording.Word("one") : Rewording.Word($"{number - 1:0}") with { Kind = TokenKind.Number, Value = number - 1 }, .. words.Skip(modal + 3).Take(end - modal - 3)]);
    }

    /// <summary>"In no case does a refund go over the price": the verb stands before its subject.</summary>
    private static RuleLine? Never(RuleLine line)
    {
        var words = line.Demand;
        var at = Phrase.At(words, 0, "in", "no", "case") || Phrase.At(words, 0, "at", "no", "time") || Phrase.At(words, 0, "under", "no", "circumstances") ? 3 : words.Count;
        if (at + 3 >= words.Count || !(words[at].IsAny("is", "are", "does", "do") || words[at].IsAny(Modals)))
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, at + 1);
        var end = NamedAttribute.At(line, words, at + 1) is { } name ? name.Operand.End : line.Vocabulary.EntityAt(words, start, out var width) is not null ? start + width : -1;
        return end < 0 || end >= words.Count ? null : line.With([.. words.Skip(at + 1).Take(end - at - 1), Rewording.Word("cannot"), .. words[at].IsAny("is", "are") ? [Rewording.Word("be")] : Array.Empty<Token>(), .. words.Skip(end)]);
    }

    /// <summary>"A boat cannot have more than three open trips".</summary>
    private static RuleLine? CannotHave(RuleLine line)
    {
        var words = line.Demand;
        var have = Phrase.IndexOf(words, 2, "have", "hold");
        var than = have > 1 && Phrase.At(words, have + 1, "more", "than") ? have + 3 : -1;
        var start = Speech.SkipDeterminers(words, 0);
        return than > 0 && than + 1 < words.Count && line.Vocabulary.EntityAt(words, start, out var width) is not null && words.Skip(start + width).Take(have - start - width).ToArray() is { Length: > 0 } modal && modal.All(word => word.IsAny(Modals) || word.IsAny("not", "never", "cannot")) && modal.Any(word => word.IsAny("not", "never", "cannot"))
            ? line.With([Rewording.Word("each"), .. words.Skip(start).Take(width), Rewording.Word("has"), .. Most, .. words.Skip(than)]) : null;
    }

    private static Token[] Most => [Rewording.Word("at"), Rewording.Word("most")];
}
