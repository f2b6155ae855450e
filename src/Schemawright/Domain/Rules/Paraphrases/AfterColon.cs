namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Blades are measured: length and width are above 0": what stands before the colon says why, the demand comes after.</summary>
internal sealed class AfterColon : IParaphrase
{
    private const int LongestLead = 12;

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var colon = Phrase.IndexOf(words, 1, ":");
        if (colon is < 1 or > LongestLead || colon + 3 >= words.Count || words[0].IsAny("if", "when", "unless", "once", "while", "for", "only", "no", "except", "until", "after", "before")
            || words.Take(colon).Any(word => word.Kind is TokenKind.Number or TokenKind.Operator || word.IsAny("only", "must", "unless", "if", "when", "one", "following", "either")) || line.Speech.At(words, 0)?.End == colon)
        {
            return null;
        }

        var start = Speech.SkipDeterminers(words, 0);
        var about = line.Vocabulary.EntityAt(words, start, out _) ?? line.Subject;
        return about is null ? null : line.About(about, [.. words.Skip(colon + 1)]);
    }
}
