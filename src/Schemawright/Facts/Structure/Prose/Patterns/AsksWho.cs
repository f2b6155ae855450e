using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The hut is run by a warden, and we want to see who ran which hut in which year": of whoever was said to do it and of what it is done to.</summary>
internal sealed class AsksWho : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Condition, Subjects: [{ IsPronoun: true, Name: "who" }] } || clause.Objects.Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)).FirstOrDefault(noun => !noun.IsPronoun) is not { } asked)
        {
            return false;
        }

        var key = Naming.EntityKey(asked.Name);
        var told = notes.Told.FindLast(told => told.Clause.Verb.Verb == clause.Verb.Verb && Nouns(told.Clause).Any(noun => Naming.EntityKey(noun.Name) == key));
        if (told is null || Nouns(told.Clause).FirstOrDefault(noun => Naming.EntityKey(noun.Name) != key && !AttributeWords.IsOne(noun) && !Keepers.IsOne(noun)) is not { } doer)
        {
            return false;
        }

        var list = passage.Clauses.FirstOrDefault(other => other.Range.First == clause.Range.End && other.Verb is { Verb: "record", Passive: true });
        talk.Taken = list?.Range;
        notes.Told.Remove(told);
        notes.Details.Add(new([asked with { Determiner = Determiner.Each }, doer with { Determiner = Determiner.Each, Of = null }], null, list?.Subjects ?? [], passage) { Together = true, Links = true });
        return true;
    }

    private static IEnumerable<NounPhrase> Nouns(Clause clause) => clause.Subjects.Concat(clause.Objects).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns)).Where(noun => !noun.IsPronoun);
}
