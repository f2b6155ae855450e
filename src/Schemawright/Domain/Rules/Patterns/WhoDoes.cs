using Schemawright.Collections;
using Schemawright.Domain.Rules.Clauses;
using Schemawright.Terms;

namespace Schemawright.Domain.Rules.Patterns;

/// <summary>"The guide who leads a tour must hold a permit number", "a clerk who signs a bill has to be active": who does something with rows has a quality.</summary>
internal sealed class WhoDoes : IRulePattern
{
    public Reading? Read(RuleLine line)
    {
        var words = line.Demand;
        var end = Rewording.End(words);
        var start = Speech.SkipDeterminers(words, 0);
        if (end is < 7 or > 22 || start >= end || line.Vocabulary.EntityAt(words, start, out var width) is not { } person || start + width + 3 >= end || !words[start + width].IsAny("who", "that", "which") || words.Any(word => word.IsAny("not", "never", "cannot", "no", "only", "if", "when", "unless", "or", "same")))
        {
            return null;
        }

        var verb = start + width + 1;
        var noun = Speech.SkipDeterminers(words, verb + 1);
        if (noun >= end || line.Vocabulary.EntityAt(words, noun, out var length) is not { } rows || noun + length >= end || !words[noun + length].IsAny("must", "has", "have", "needs", "need") || Doer(rows, person, words[verb].Lower) is not { } link)
        {
            return null;
        }

        var at = noun + length;
        while (at < end && words[at].IsAny("must", "has", "have", "needs", "need", "to"))
        {
            at++;
        }

        Seq<Token> said = at < end && words[at].IsAny("hold", "have", "own", "possess", "carry", "be") ? [Rewording.Word(words[at].Is("be") ? "is" : "has"), .. words.Skip(at + 1).Take(end - at - 1)] : [Rewording.Word("has"), .. words.Skip(at).Take(end - at)];
        return VerbPhrase.Read(line, person, said) is { } told && told.Condition.IsSameRow() ? Reading.Of(new RuleDraft(rows.Name, $"{link.Role} {told.Name}", new(TriggerKind.OnChange, [link.Name]), new Holds(told.Condition.From(link.Role!)))) : null;
    }

    /// <summary>By the verb, or by a role whose name has it: a lead nurse leads.</summary>
    private static Column? Doer(EntityTerms rows, EntityTerms person, string verb) =>
        Moments.DoneBy(rows, verb) is { } by && by.Parent == person.Name ? by
        : rows.References.Where(link => link.Parent == person.Name && link.Words.Any(word => Stems.Same(word, verb))).Take(2).ToArray() is [var named] ? named
        : rows.References.Where(link => link.Parent == person.Name).Take(2).ToArray() is [var only] ? only : null;
}
