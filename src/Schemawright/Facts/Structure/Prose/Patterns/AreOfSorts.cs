using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Rights are of two sorts. A patent has …. A trade mark has …": the next ones that have something are kinds of it.</summary>
internal sealed class AreOfSorts : IProsePattern
{
    private static readonly HashSet<string> Sorts = new(StringComparer.Ordinal) { "sort", "sorts", "kind", "kinds", "type", "types", "form", "forms", "variety", "varieties" };

    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (talk.Sorts is { Left: > 0 } open && clause is { Kind: ClauseKind.Main, Verb: { Verb: "have" or "carry" or "bear", Negated: false }, Subjects: [{ IsPronoun: false } kind] } && (kind.SpeaksOfEach || kind.Plural) && clause.Objects.Any(AttributeWords.IsOne) && kind.Name != open.General.Name)
        {
            talk.Sorts = (open.General, open.Left - 1);
            notes.Kinds.Add(new(kind, open.General, passage));
            return false;
        }

        if (clause is { Verb: { Verb: "be" or "have" or "distinguish" or "know", Negated: false }, Objects: [{ Sorts: true, IsPronoun: false } whole] } && !Keepers.IsOne(whole) && Listed(clause, passage) is { Count: > 1 } sorts)
        {
            notes.Kinds.AddRange(sorts.Select(sort => new KindOf(sort, whole, passage)));
            talk.Speak(whole);
            return true;
        }

        var general = clause switch
        {
            { Verb: { Verb: "be" or "come", Negated: false }, Subjects: [{ IsPronoun: false } one], Objects.Count: 0 } when Counted(clause.With("of", "in").SelectMany(phrase => phrase.Nouns)) > 1 => one,
            _ => null,
        };
        if (general is null || Keepers.IsOne(general))
        {
            return false;
        }

        talk.Sorts = (general, Counted(clause.With("of", "in").SelectMany(phrase => phrase.Nouns)));
        talk.Speak(general);
        return true;
    }

    /// <summary>"two sorts of lessons: videos, for which we store …, and readings, of which …": what the colon lists.</summary>
    private static List<NounPhrase> Listed(Clause clause, Passage passage)
    {
        var after = passage.Clauses.Where(other => other.Range.First > clause.Range.First).ToList();
        return after.Exists(other => other.Before == ':')
            ? after.SelectMany(other => (other.Before == ':' ? other.Subjects.Concat(other.Objects) : []).Concat(other.Kind == ClauseKind.Attached ? other.Phrases.Where(phrase => phrase.Preposition is "for" or "of").SelectMany(phrase => phrase.Nouns).Concat(other.Subjects) : []))
                .Where(noun => noun is { IsPronoun: false, Plural: true, Determiner: Determiner.None } && !AttributeWords.IsOne(noun) && !Keepers.IsOne(noun)).DistinctBy(noun => noun.Name, StringComparer.Ordinal).ToList()
            : [];
    }

    private static int Counted(IEnumerable<NounPhrase> nouns) => nouns.FirstOrDefault(noun => Sorts.Contains(noun.Name.ToLowerInvariant()))?.Count is { Min: var least, Max: var most } && least == most ? least : 0;
}
