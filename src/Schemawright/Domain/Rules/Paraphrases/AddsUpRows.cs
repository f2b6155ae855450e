namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"The paid total adds up the settled receipts": it equals the sum of their amounts.</summary>
internal sealed class AddsUpRows : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var adds = Enumerable.Range(1, Math.Max(0, words.Count - 3)).FirstOrDefault(at => words[at].IsAny("adds", "sums", "totals") && (words[at + 1].Is("up") || words[at].Is("totals")), -1);
        var from = adds < 0 ? 0 : words[adds].Is("totals") ? adds + 1 : adds + 2;
        return adds < 1 || words[from].Is("to") || NamedAttribute.At(line, words, 0) is not { } name || name.Operand.End != adds ? null
            : line.With([.. words.Take(adds), Rewording.Word("equals"), Rewording.Word("the"), Rewording.Word("sum"), Rewording.Word("of"), .. words.Skip(from)]);
    }
}
