using Schemawright.Domain.Rules.Clauses;

namespace Schemawright.Domain.Rules.Paraphrases;

/// <summary>"Nobody may close a shop that still has open orders": such a shop cannot be closed while it has them.</summary>
internal sealed class NobodyMay : IParaphrase
{
    public RuleLine? Of(RuleLine line) => MoreThan(line) ?? Refused(line);

    /// <summary>"Nobody may have more than three open loans": each person has at most three, of the people that the rows belong to.</summary>
    private static RuleLine? MoreThan(RuleLine line)
    {
        var words = line.Demand;
        var modal = words[0].Is("nobody") ? 1 : Phrase.At(words, 0, "no", "one") || Phrase.At(words, 0, "no", "person") ? 2 : words.Count;
        if (modal + 5 >= words.Count || !words[modal].IsAny("may", "can", "must") || !words[modal + 1].IsAny("have", "hold", "own", "keep", "be") || !Phrase.At(words, modal + 2, "more", "than")
            || SubjectPhrase.At(line.Vocabulary, words, modal + 5, words.Count)?.Terms is not { } counted)
        {
            return null;
        }

        var owners = counted.References.Where(link => link.Required && link.Parent != counted.Name && line.Vocabulary.Of(link.Parent!).Columns.Any(column => column.Words.Contains("birth", StringComparer.Ordinal) || column.Type.Kind == Terms.DataKind.Email && link.Parent != line.Vocabulary.Domain.Tenancy.TenantEntity)).Take(2).ToArray();
        return owners is not [var only] ? null
            : line.About(line.Vocabulary.Of(only.Parent!), [Rewording.Word("each"), Rewording.Word(only.Parent!), Rewording.Word("has"), Rewording.Word("at"), Rewording.Word("most"), .. words.Skip(modal + 4)]);
    }

    private static RuleLine? Refused(RuleLine line)
    {
        var words = line.Demand;
        var modal = words[0].IsAny("nobody", "you", "we") ? 1 : Phrase.At(words, 0, "no", "one") ? 2 : words.Count;
        var denied = modal < words.Count && (words[modal].Is("cannot") || words[modal].IsAny("may", "can", "must") && (words[0].IsAny("nobody", "no") || words[modal + 1].Is("not")));
        var verb = modal + 1 + (modal + 1 < words.Count && words[modal + 1].Is("not") ? 1 : 0);
        var noun = verb + 1 < words.Count ? Speech.SkipDeterminers(words, verb + 1) : words.Count;
        if (!denied || noun >= words.Count || line.Vocabulary.EntityAt(words, noun, out var width) is not { } terms)
        {
            return null;
        }

        var clause = noun + width;
        return clause + 2 >= words.Count || !words[clause].IsAny("that", "which", "who") ? null
            : line.About(terms, [Rewording.Word("a"), .. words.Skip(noun).Take(width), Rewording.Word("cannot"), Rewording.Word("be"), words[verb], Rewording.Word("while"), Rewording.Word("it"), .. words.Skip(clause + 1).Where(word => !word.Is("still"))]);
    }
}
