using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"We have a list of the singers, name, phone, voice": what the list is of, then what it says of each.</summary>
internal sealed class HasListOf : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Negated: false, Verb: "have" or "keep" or "be" }, Objects.Count: 0 } || clause.After("of") is not [{ Plural: true, IsPronoun: false, Of: null } owner, _, _, ..] || AttributeWords.IsOne(owner) || Keepers.IsOne(owner))
        {
            return false;
        }

        var items = clause.After("of").Skip(1).ToList();
        if (items.Count(AttributeWords.IsOne) < 2 || !items.TrueForAll(item => item is { Plural: false, IsPronoun: false }))
        {
            return false;
        }

        notes.Lists.Add(talk.LastList = new(owner, items, Manner.Has, passage));
        talk.Speak(owner);
        return true;
    }
}
