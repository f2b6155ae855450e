using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Two judges take part in a hearing; one of them is named as the chair", "one diver is the leader of the dive": it refers to one of them in that role.</summary>
internal sealed class NamesOne : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is { Verb: { Verb: "be", Negated: false }, Subjects: [{ IsPronoun: false, Count: { Min: 1, Max: 1 } } holder], Objects: [{ Determiner: Determiner.Definite, IsPronoun: false } of] } && (of.Of ?? clause.After("of").Concat(clause.After("in charge of")).Concat(clause.After("for")).FirstOrDefault()) is { IsPronoun: false, Plural: false } thing)
        {
            notes.Roles.Add(new(thing, of.Name, holder, passage)); // "one of the divers is the leader of the trip"
            talk.Speak(thing);
            return true;
        }

        if (clause.Subjects is not [{ IsPronoun: false, Count: { Min: 1, Max: 1 } } one] || !passage.Clauses.Any(raw => raw.Range == clause.Range && raw.Subjects is [{ IsPronoun: true }]) || Role(clause) is not { } role || talk.LastTold is not { } told)
        {
            return false;
        }

        var whole = told.Subjects.Concat(told.Objects).Concat(told.Phrases.SelectMany(phrase => phrase.Nouns)).FirstOrDefault(noun => !noun.IsPronoun && !noun.IsMany && Naming.EntityKey(noun.Name) != Naming.EntityKey(one.Name));
        if (whole is not null)
        {
            notes.Roles.Add(new(whole, role.Name, one, passage));
        }

        return whole is not null;
    }

    private static NounPhrase? Role(Clause clause) => clause.Verb switch
    {
        { Negated: true } => null,
        { Verb: "be" } when clause.Objects is [{ Determiner: Determiner.Definite, IsPronoun: false } role] => role,
        { Passive: true, Verb: "name" or "designate" or "appoint" or "elect" or "choose" or "mark" or "nominate" } when clause.After("as") is [{ IsPronoun: false } role] => role,
        _ => null,
    };
}
