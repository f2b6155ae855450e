namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"A birth date in the future is not allowed", "discounts over the limit are refused": the birth date cannot be in the future.</summary>
internal sealed class NotAllowedThen : IParaphrase
{
    private static readonly string[] Refused = ["forbidden", "refused", "rejected", "invalid", "prohibited", "disallowed"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var verb = end - 1 > 2 && words[end - 1].IsAny(Refused) && words[end - 2].IsAny("is", "are") ? end - 2
            : end - 3 > 1 && words[end - 1].IsAny("allowed", "permitted", "accepted", "possible", "valid") && words[end - 2].IsAny("not", "never") && words[end - 3].IsAny("is", "are") ? end - 3 : -1;
        var start = Speech.SkipDeterminers(words, 0);
        return verb < 0 || start >= verb || line.Speech.At(words, start)?.AtHome is not { IsOwn: true, Column.IsForeignKey: false } operand || operand.End >= verb ? null
            : line.With([.. words.Take(operand.End), Rewording.Word("cannot"), Rewording.Word("be"), .. words.Skip(operand.End).Take(verb - operand.End)]);
    }
}
