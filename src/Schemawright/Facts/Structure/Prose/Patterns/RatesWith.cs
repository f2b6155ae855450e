using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Anyone may rate a walk with one to five stars", "a guest reviews a room with a text and a score": what it is rated with belongs to the rating.</summary>
internal sealed class RatesWith : IProsePattern
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "rate", "review", "score", "grade", "evaluate", "assess" };

    public static bool IsRating(Clause clause) => Verbs.Contains(clause.Verb.Verb) && clause is { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false }, Objects: [{ IsPronoun: false }, ..] };

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Attached, OfEach: false, Verb.Verb: "have", Subjects: [{ IsPronoun: false } rated] } || !clause.Objects.All(AttributeWords.IsOne) || talk.Main is not { } main || !IsRating(main) || clause.Range.First > main.Range.End
            || !main.Objects.Concat(main.Phrases.SelectMany(phrase => phrase.Nouns)).Any(noun => noun.First == rated.First))
        {
            return false;
        }

        notes.Details.Add(new([], main, [.. clause.Objects.Select(item => item is { Plural: true, Count: { Min: > 0 } } ? item with { Plural = false, Count = null, Determiner = Determiner.None } : item)], passage) { Topic = talk.Topic });
        return true;
    }
}
