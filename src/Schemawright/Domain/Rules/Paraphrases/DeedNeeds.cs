using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Blocking a card demands a reason and a date", "a cancellation takes a reason": what is needed in the state that the deed leads to.</summary>
internal sealed class DeedNeeds : IParaphrase
{
    private static readonly string[] Needing = ["demands", "demand", "requires", "require", "needs", "need", "takes", "take", "wants", "want", "calls"];

    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var deed = Speech.SkipDeterminers(words, 0);
        var verb = Phrase.IndexOf(words, deed + 1, Needing);
        if (deed + 1 >= words.Count || verb < 0 || verb > deed + 5 || verb + 1 >= words.Count || words[deed].Kind != TokenKind.Word || words[deed].Lower.Length < 6)
        {
            return null;
        }

        var noun = Speech.SkipDeterminers(words, deed + 1);
        var named = noun < verb ? line.Vocabulary.EntityAt(words, noun, out var width) is { } terms && noun + width == verb ? terms : null : line.Subject;
        var states = named?.State is null || line.Vocabulary.EntityAt(words, deed, out _) is not null ? [] : Moments.StatesOf(named, words[deed].Lower);
        return states is [var state] && (words[deed].Lower.EndsWith("ing", StringComparison.Ordinal) || words[deed].Lower.EndsWith("tion", StringComparison.Ordinal) || words[deed].Lower.EndsWith("al", StringComparison.Ordinal) || words[deed].Lower.EndsWith("ment", StringComparison.Ordinal))
            ? line.About(named!, [Rewording.Word("a"), Rewording.Word(state), Rewording.Word(named!.Name), Rewording.Word("needs"), .. words.Skip(words[verb].Is("calls") ? verb + 2 : verb + 1).Where(word => !word.Is("both"))]) : null;
    }
}
