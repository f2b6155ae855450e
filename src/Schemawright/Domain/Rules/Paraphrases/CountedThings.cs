using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Capacity: 1 to 400 seats": what a whole number counts stands behind its bound and says nothing more.</summary>
internal sealed class CountedThings : IParaphrase
{
    private const int Longest = 14;

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Whole;
        var end = Rewording.End(words);
        if (end is < 4 or > Longest || words[end - 2].Kind != TokenKind.Number || words[end - 2].Unit.Length > 0 || words[end - 1].Kind != TokenKind.Word || !words[end - 1].Lower.EndsWith('s') || words[end - 1].IsAny("this", "is", "its", "metres", "meters", "litres", "liters", "kilos", "kilograms", "grams", "tons", "tonnes", "euros", "dollars", "pounds", "cents", "degrees", "feet", "inches", "miles", "kilometres", "watts")
            || words[end - 3] is not { Lower: "to" or "-" } || Figures.UnitOf(words[end - 1].Lower) is not null || line.Speech.At(words, 0) is not { IsOwn: true, Column: { IsForeignKey: false, IsNumber: true, Type: { Kind: Terms.DataKind.Integer or Terms.DataKind.BigInteger } } } named || named.End + 3 >= end)
        {
            return null;
        }

        var from = named.End + (words[named.End].Is(":") ? 1 : 0);
        return line.With([.. words.Take(named.End), Rewording.Word("must"), Rewording.Word("be"), Rewording.Word("from"), .. words.Skip(from).Take(end - 1 - from)]);
    }
}
