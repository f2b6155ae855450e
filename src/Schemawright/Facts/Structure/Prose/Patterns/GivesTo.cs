using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"The jury gives each entry a rank", "to give a rider a penalty in a race, with a reason": the receiver has it, or what is given refers to the receiver.</summary>
internal sealed class GivesTo : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes) => ToOne(clause, passage, talk, notes) ||
        Senses.Receives(clause.Verb.Verb) && clause is { Verb: { Passive: false, Negated: false }, Objects: [{ IsPronoun: false, Count: null } receiver, ..] } && clause.Objects.Count > 1
        && !AttributeWords.IsOne(receiver) && receiver.Determiner is Determiner.Each or Determiner.Indefinite or Determiner.Definite && Gives(receiver, clause, passage, talk, notes);

    /// <summary>"The warden assigns to each bunk a number", "a number is assigned to every bunk": the bunk has it.</summary>
    private static bool ToOne(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var given = clause.Verb.Passive ? clause.Subjects : clause.Objects;
        if (clause is not { Kind: ClauseKind.Main, Verb: { Negated: false, Verb: "assign" or "give" or "allocate" or "award" or "allot" or "grant" or "attribute" } } || given.Count == 0 || (clause.Verb.Passive && clause.Objects.Count > 0) || !given.All(item => AttributeWords.IsOne(item) && !AttributeWords.MayBeThing(Language.Naming.EntityKey(item.Name)))
            || clause.After("to") is not [{ IsPronoun: false, Determiner: Determiner.Each, Of: null } receiver] || AttributeWords.IsOne(receiver) || Keepers.IsOne(receiver))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(receiver, given, Manner.Has, passage) { After = talk.LastTold });
        talk.Speak(receiver);
        return true;
    }

    private static bool Gives(NounPhrase receiver, Clause clause, Passage passage, Talk talk, Notes notes)
    {
        var given = clause.Objects.Skip(1).ToList();
        var listed = given is [{ Determiner: Determiner.Indefinite }] && passage.Clauses.Any(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have" } && other.Range.First >= clause.Range.First && other.Range.First <= clause.Range.End && other.Objects.Count(AttributeWords.IsOne) > 1);
        if (!listed && given.TrueForAll(AttributeWords.IsOne))
        {
            notes.Lists.Add(talk.LastList = new(receiver, given, Manner.Has, passage) { After = talk.LastTold });
            talk.Speak(receiver);
            return true;
        }

        if (listed)
        {
            var to = clause.Phrases.Where(phrase => phrase.Preposition is not ("as" or "with")).Prepend(new("to", [receiver with { Determiner = Determiner.Indefinite }])).ToList();
            notes.Told.Add(new(new Clause(ClauseKind.Main, given, clause.Verb with { Passive = true, Wanted = false }, [], to) { Range = clause.Range }, passage));
            talk.Speak(given[0]);
        }

        return listed;
    }
}
