namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"From approval on, price and size are locked": after approval they cannot be changed.</summary>
internal sealed class FromThenOn : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var on = words[0].Is("from") ? Phrase.IndexOf(words, 2, "on", "onwards", "onward") : -1;
        var body = on < 0 ? 0 : words[Math.Min(on + 1, words.Count - 1)].Is(",") ? on + 2 : on + 1;
        return on is < 2 or > 5 || body + 2 >= words.Count || words.Take(on).Any(word => word.Kind == TokenKind.Number) ? null : line.With([.. words.Skip(body).Take(Rewording.End(words) - body), Rewording.Word("after"), .. words.Skip(1).Take(on - 1)]);
    }
}
