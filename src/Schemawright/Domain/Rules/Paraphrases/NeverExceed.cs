namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"The refunds of a payment never exceed the payment": their sum against the amount of the whole.</summary>
internal sealed class NeverExceed : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var noun = Speech.SkipDeterminers(words, 0);
        if (noun >= end || line.Vocabulary.EntityAt(words, noun, out var width) is not { } part || noun + width + 2 >= end || !words[noun + width].IsAny("of", "for") || !words[noun].Lower.EndsWith('s'))
        {
            return null;
        }

        var owner = Speech.SkipDeterminers(words, noun + width + 1);
        var relation = Phrase.IndexOf(words, owner, "exceed", "exceeds");
        var again = relation < 0 ? end : Speech.SkipDeterminers(words, relation + 1);
        if (again >= end || line.Vocabulary.EntityAt(words, owner, out var long1) is not { } whole || line.Vocabulary.EntityAt(words, again, out var long2) != whole || again + long2 < end || owner + long1 > relation || Clauses.Spans.Of(part) is not null
            || !words.Skip(owner + long1).Take(relation - owner - long1).Any(word => word.IsAny("never", "not", "cannot")) || Approvals.Amount(whole) is not { } amount)
        {
            return null;
        }

        return line.About(whole, [Rewording.Word("the"), Rewording.Word("sum"), Rewording.Word("of"), .. words.Skip(noun).Take(owner + long1 - noun), Rewording.Word("must"), Rewording.Word("not"), Rewording.Word("exceed"), Rewording.Word("the"), Rewording.Word(amount.Name)]);
    }
}
