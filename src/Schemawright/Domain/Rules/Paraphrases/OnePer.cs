using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"A shop gets one licence per year", "for one shop there is a single licence a year", "there is one open order per shop": no more than one.</summary>
internal sealed class OnePer : IParaphrase
{
    private static readonly string[] Having = ["is", "has", "have", "gets", "get", "receives", "receive", "holds", "hold", "makes", "make", "exists", "only", "exactly", "just", "keeps", "keep"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var one = Enumerable.Range(1, Math.Max(0, words.Count - 3)).FirstOrDefault(at => (words[at].Is("one") || words[at].Is("single") && words[at - 1].IsAny("a", "one")) && words[at - (words[at].Is("single") ? 2 : 1) is var before and >= 0 ? before : 0].IsAny(Having), -1);
        if (one < 0 || Phrase.Has(words, "least", "if", "when", "unless") || SubjectPhrase.At(line.Vocabulary, words, one + 1, words.Count) is not { Only: false, None: false } counted)
        {
            return null;
        }

        var from = words[one].Is("single") ? one - 1 : one;
        from -= from > 0 && words[from - 1].IsAny("only", "exactly", "just") ? 1 : 0;
        var per = Phrase.IndexOf(words, counted.End, "per", "for", "about");
        if (per != counted.End)
        {
            return counted.Which is null || counted.End < Rewording.End(words) || Phrase.At(words, 0, "there") ? null : line.With([.. words.Take(from), .. AtMostOne, .. words.Skip(one + 1)]);
        }

        Seq<Token> scope = [.. words.Skip(per + 1).Take(Rewording.End(words) - per - 1)];
        var start = Speech.SkipDeterminers(scope, 0);
        return Phrase.At(words, 0, "there") && start < scope.Count && line.Vocabulary.EntityAt(scope, start, out var width) is not null && start + width == scope.Count
            ? line.With([Rewording.Word("each"), .. scope.Skip(start), Rewording.Word("has"), .. AtMostOne, .. words.Skip(one + 1).Take(per - one - 1)])
            : line.With([.. words.Take(from), .. AtMostOne, .. words.Skip(one + 1).Take(per - one - 1), Rewording.Word("per"), .. scope]);
    }

    private static Token[] AtMostOne => [Rewording.Word("at"), Rewording.Word("most"), Rewording.Word("one")];
}
