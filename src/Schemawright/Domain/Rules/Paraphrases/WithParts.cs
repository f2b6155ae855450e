using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"A guest with an open bill or an unpaid order cannot be deleted", "a shop that still has open orders cannot be closed": the guest cannot be deleted while he has them.</summary>
internal sealed class WithParts : IParaphrase
{
    public RuleLine? Of(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var noun = Speech.SkipDeterminers(words, 0);
        if (noun >= end || line.Vocabulary.EntityAt(words, noun, out var width) is not { } terms)
        {
            return null;
        }

        var joint = noun + width;
        var has = joint < end && words[joint].IsAny("with", "having") ? joint + 1
            : joint + 1 < end && words[joint].IsAny("that", "which", "who") ? words[joint + 1].Is("still") && joint + 2 < end && words[joint + 2].IsAny("has", "have") ? joint + 3 : words[joint + 1].IsAny("has", "have") ? joint + 2 : -1 : -1;
        var modal = has < 0 ? -1 : Phrase.IndexOf(words, has + 1, "cannot", "may", "must", "can");
        var be = modal < 0 ? -1 : words[modal].Is("cannot") ? modal + 1 : modal + 2;
        if (be < 0 || be + 1 >= end || !words[be].Is("be") || !words[modal].Is("cannot") && !words[modal + 1].IsAny("not", "never") || PartsClause.Read(line.Vocabulary, terms, [Rewording.Word("it"), Rewording.Word("has"), .. words.Skip(has).Take(modal - has)], 0, modal - has + 2) is null)
        {
            return null;
        }

        Seq<Token> deed = [.. words.Skip(be + 1).Take(end - be - 1).Where(word => !word.IsAny("either", ","))];
        return deed.Count is 0 or > 3 ? null : line.About(terms, [Rewording.Word("a"), .. words.Skip(noun).Take(width), Rewording.Word("cannot"), Rewording.Word("be"), .. deed, Rewording.Word("while"), Rewording.Word("it"), Rewording.Word("has"), .. words.Skip(has).Take(modal - has)]);
    }
}
