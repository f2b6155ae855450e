using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>"As a reader I want to sign up with my name and e-mail", "as a cook I can publish a recipe": whoever speaks in the role is who does it.</summary>
internal sealed class UserStory : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause is not { Kind: ClauseKind.Main, Verb.Negated: false, Subjects: [{ IsPronoun: true, Name: "i" or "we" }] } || clause.After("as") is not [{ Determiner: Determiner.Indefinite, IsPronoun: false } role] || Keepers.IsOne(role))
        {
            return false;
        }

        var told = clause with { Subjects = [role], Verb = clause.Verb with { Wanted = false }, Phrases = [.. clause.Phrases.Where(phrase => phrase.Preposition != "as")] };
        if (clause.Verb.Verb is "register" or "sign" or "enrol" or "enroll" or "subscribe" or "join" or "apply" && clause.After("with") is { Count: > 0 } own && own.Any(AttributeWords.IsOne))
        {
            notes.Lists.Add(talk.LastList = new(role, own, Manner.Has, passage));
            talk.Speak(role);
            return true;
        }

        if (clause.Objects is [{ Name: "account" or "profile" or "login" } account] && passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have", Subjects: [var subject] } && subject.First == account.First) is { } held && held.Objects.Any(AttributeWords.IsOne))
        {
            talk.Taken = held.Range; // "as a rider I can open an account with an e-mail"
            notes.Lists.Add(talk.LastList = new(role, held.Objects, Manner.Has, passage));
            talk.Speak(role);
            return true;
        }

        if (clause.Objects is [{ IsPronoun: false } made, ..] && !AttributeWords.IsOne(made) && clause.Objects.Count == 1 && Does(told, made, role, passage, talk, notes))
        {
            return true;
        }

        if (clause.Objects is [{ IsPronoun: false } kept] && (!AttributeWords.IsOne(kept) || AttributeWords.MayBeThing(Language.Naming.EntityKey(kept.Name))) && !(Senses.Creates(clause.Verb.Verb) && !kept.Plural) && clause.Verb.Verb is not ("see" or "view" or "find" or "search" or "know" or "browse" or "compare" or "filter" or "read" or "have" or "want" or "need"))
        {
            notes.Told.Add(new(told with { Objects = [kept.Plural ? kept : Several(kept)], Phrases = [], Verb = told.Verb with { Verb = "manage" } }, passage)); // whoever speaks in the role has them, if such people are kept
        }

        return false;
    }

    private static bool Does(Clause told, NounPhrase made, NounPhrase role, Passage passage, Talk talk, Notes notes)
    {
        var verb = told.Verb.Verb;
        if (passage.Said.Contains($" my {made.Name}", StringComparison.OrdinalIgnoreCase))
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [role], new("have"), [Several(made)], []), passage));
        }

        var happening = Senses.Meets(verb) && !Senses.Creates(verb) && made is { Determiner: Determiner.Indefinite, Plural: false } ? passage.Clauses.FirstOrDefault(other => other is { Kind: ClauseKind.Attached, Verb.Verb: "have" } && other.Subjects is [var subject] && subject.First == made.First && Held(other, verb).All(AttributeWords.IsOne)) : null;
        if (happening is not null)
        {
            talk.Taken = happening.Range; // "to review a film with stars and a text": the review has them
            notes.Told.Add(new(told with { Kind = ClauseKind.Condition }, passage));
            notes.Details.Add(new([], notes.Told[^1].Clause, Held(happening, verb), passage) { Topic = talk.Topic });
            return true;
        }

        if (Senses.Creates(verb) && made is { Plural: false })
        {
            notes.Told.Add(new(told with { Objects = [Several(made)] }, passage));
            talk.Speak(made);
        }

        return false;
    }

    /// <summary>What is listed, without "one review for each film", which says what it is called.</summary>
    private static IReadOnlyList<NounPhrase> Held(Clause list, string verb) =>
        [.. list.Objects.Where(item => !(item.Count is { Min: 1, Max: 1 } && EventNouns.Candidates(verb).Contains(item.Name, StringComparer.Ordinal)))];

    private static NounPhrase Several(NounPhrase one) => one with { Plural = true, Determiner = Determiner.None, Count = null };
}
