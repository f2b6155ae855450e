using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Their name and address are also of interest", "the reason must be known", "the year must remain visible": it is to be kept.</summary>
internal static class IsWanted
{
    private static readonly HashSet<string> Adjectives = new(StringComparer.Ordinal) { "available", "known", "visible", "traceable", "necessary", "important", "relevant", "accessible", "mandatory", "optional", "retrievable", "searchable", "needed", "required", "enough", "sufficient" };

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "interest", "importance", "relevance", "file", "record" };

    public static bool Reads(Clause clause) =>
        clause is { Verb: { Verb: "be" or "remain" or "stay", Passive: false }, Subjects.Count: > 0 } && clause.Kind != ClauseKind.Condition && clause.Subjects.All(subject => subject.Count is null) && clause.Subjects.Any(subject => AttributeWords.IsOne(subject))
        && (clause.Objects is [{ Determiner: Determiner.None, Plural: false } adjective] && Adjectives.Contains(adjective.Name.ToLowerInvariant()) || clause.Phrases.Any(IsOfInterest));

    /// <summary>The clause without the words that only say that it is wanted.</summary>
    public static Clause Bare(Clause clause) => clause with { Objects = [], Phrases = [.. clause.Phrases.Where(phrase => !IsOfInterest(phrase))] };

    private static bool IsOfInterest(PrepositionalPhrase phrase) => phrase.Preposition is "of" or "on" && phrase.Nouns is [{ Determiner: Determiner.None } noun] && Nouns.Contains(noun.Name.ToLowerInvariant());
}
