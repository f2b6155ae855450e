namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Nobody may close a shop that still has open orders": such a shop cannot be closed while it has them.</summary>
internal sealed class NobodyMay : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var modal = words[0].IsAny("nobody", "you", "we") ? 1 : Phrase.At(words, 0, "no", "one") ? 2 : words.Count;
        var denied = modal < words.Count && (words[modal].Is("cannot") || words[modal].IsAny("may", "can", "must") && (words[0].IsAny("nobody", "no") || words[modal + 1].Is("not")));
        var verb = modal + 1 + (modal + 1 < words.Count && words[modal + 1].Is("not") ? 1 : 0);
        var noun = verb + 1 < words.Count ? Speech.SkipDeterminers(words, verb + 1) : words.Count;
        if (!denied || noun >= words.Count || line.Vocabulary.EntityAt(words, noun, out var width) is not { } terms)
        {
            return null;
        }

        var clause = noun + width;
        return clause + 2 >= words.Count || !words[clause].IsAny("that", "which", "who") ? null
            : line.About(terms, [Rewording.Word("a"), .. words.Skip(noun).Take(width), Rewording.Word("cannot"), Rewording.Word("be"), words[verb], Rewording.Word("while"), Rewording.Word("it"), .. words.Skip(clause + 1).Where(word => !word.Is("still"))]);
    }
}
