using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"Learners create a profile consisting of a name and a country", "guests open an account with …": what they themselves are kept with.</summary>
internal sealed class OwnProfile : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb: { Passive: false, Negated: false, Verb: "create" or "have" or "open" or "set" or "get" or "fill" or "register" or "make" or "want" or "need" }, Subjects: [{ IsPronoun: false } subject], Objects: [{ IsPronoun: false, Plural: false, Determiner: Determiner.Indefinite or Determiner.Possessive, Name: "account" or "profile" or "login" or "user account" or "user profile" } profile] }
            || Keepers.IsOne(subject) || passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have" or "include", Subjects: [var owner] } && owner.First == profile.First) is not { } held || !held.Objects.Any(AttributeWords.IsOne))
        {
            return false;
        }

        talk.Taken = held.Range;
        notes.Lists.Add(talk.LastList = new(subject, held.Objects, Manner.Has, passage));
        talk.Speak(subject);
        return true;
    }
}
