namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"A closed order without a date and a clerk is rejected": a closed order needs a date and a clerk.</summary>
internal sealed class RefusedWithout : IParaphrase
{
    private static readonly string[] Refused = ["rejected", "refused", "invalid", "impossible", "declined", "forbidden"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var without = Phrase.IndexOf(words, 2, "without");
        var end = Rewording.End(words);
        if (without < 2 || without + 3 >= end)
        {
            return null;
        }

        var denied = words[end - 1].IsAny(Refused) || words[end - 1].IsAny("accepted", "allowed", "permitted", "possible") && words[end - 2].IsAny("not", "never");
        var verb = end - 1;
        while (verb > without && words[verb - 1].IsAny("is", "are", "be", "must", "not", "never"))
        {
            verb--;
        }

        return denied && verb < end - 1 && verb > without + 1 ? line.With([.. words.Take(without), Rewording.Word("needs"), .. words.Skip(without + 1).Take(verb - without - 1).Select(word => word.Is("or") ? Rewording.Word("and") : word)]) : null;
    }
}
