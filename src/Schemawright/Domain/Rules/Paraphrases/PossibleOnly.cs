namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Closing a shop is possible only if its orders are done", "publishing a book is impossible while …": the shop can be closed only if they are.</summary>
internal sealed class PossibleOnly : IParaphrase
{
    private static readonly string[] Allowed = ["possible", "allowed", "permitted"];
    private static readonly string[] Refused = ["impossible", "forbidden", "refused", "prohibited", "rejected", "blocked", "prevented", "denied"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var noun = words[0].Lower.EndsWith("ing", StringComparison.Ordinal) ? Speech.SkipDeterminers(words, 1) : words.Count;
        if (noun + 4 >= words.Count || Clauses.SubjectPhrase.At(line.Vocabulary, words, noun, words.Count) is not { Only: false, None: false } phrase)
        {
            return null;
        }

        var (terms, width) = (phrase.Terms, phrase.End - noun);
        var (at, only, denied, told) = (noun + width, false, false, false);
        while (at < words.Count && (words[at].IsAny("is", "are", "only", "not", "never", "must", "be", "shall") || words[at].IsAny(Allowed) || words[at].IsAny(Refused)))
        {
            only |= words[at].Is("only");
            denied ^= words[at].IsAny("not", "never") || words[at].IsAny(Refused);
            told |= words[at].IsAny(Allowed) || words[at].IsAny(Refused);
            at++;
        }

        return !told || at + 1 >= words.Count || !words[at].IsAny("if", "when", "once", "while", "after", "unless", "until", "without", "before") || !only && !denied ? null
            : line.About(terms, [Rewording.Word("a"), .. words.Skip(noun).Take(width), Rewording.Word(denied ? "cannot" : "can"), Rewording.Word("be"), words[0], .. only ? [Rewording.Word("only")] : Array.Empty<Token>(), .. words.Skip(at)]);
    }
}
