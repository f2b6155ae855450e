namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"The fee may be smaller than the price but not greater", "the deposit may be as large as the fee but no larger": only what is denied demands something.</summary>
internal sealed class MayButNot : IParaphrase
{
    private static readonly string[] Comparatives = ["greater", "larger", "higher", "longer", "more", "bigger", "smaller", "lower", "shorter", "less", "fewer", "later", "earlier"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var but = Phrase.IndexOf(words, 4, "but", "yet");
        if (but < 0 || but + 3 != end || !words[but + 1].IsAny("not", "no", "never") || !words[but + 2].IsAny(Comparatives) || NamedAttribute.At(line, words, 0) is not { } name || name.Operand.End + 3 >= but || !words.Skip(name.Operand.End).Take(but - name.Operand.End).Any(word => word.IsAny("may", "can")))
        {
            return null;
        }

        var than = Phrase.IndexOf(words, name.Operand.End, "than");
        var value = than > 0 && than < but ? than + 1 : Phrase.IndexOf(words, name.Operand.End, "as") is var first and > 0 && first + 2 < but && words[first + 2].Is("as") ? first + 3 : -1;
        return value < 0 || value >= but ? null : line.With([.. words.Take(name.Operand.End), Rewording.Word("cannot"), Rewording.Word("be"), words[but + 2], Rewording.Word("than"), .. words.Skip(value).Take(but - value).Where(word => !word.Is(","))]);
    }
}
