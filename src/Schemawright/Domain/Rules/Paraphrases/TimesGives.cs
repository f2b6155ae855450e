namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Hours times rate gives the price": the price equals hours times rate.</summary>
internal sealed class TimesGives : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var sign = Phrase.IndexOf(words, 1, "times", "plus", "minus", "×");
        var gives = sign < 0 ? -1 : Phrase.IndexOf(words, sign + 2, "gives", "makes", "yields", "give", "make", "is");
        return gives < 0 || gives + 1 >= words.Count || words[0].IsAny("if", "when", "the") && Phrase.Has(words, "if", "when") || words.Take(sign).Any(word => word.IsAny("is", "equals", "=")) ? null
            : line.With([.. words.Skip(gives + 1).Take(Rewording.End(words) - gives - 1), Rewording.Word("equals"), .. words.Take(gives)]);
    }
}
