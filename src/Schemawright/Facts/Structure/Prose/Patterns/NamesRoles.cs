using Schemawright.Facts.Language;
using Schemawright.Facts.Language.Grammar;

namespace Schemawright.Facts.Structure.Prose.Patterns;

/// <summary>
/// "One officer serves as master and one as mate", "is written by one expert as author and checked by another as reviewer", "two nurses take part, one as
/// first and the other as second": the thing refers to each of them in that role.
/// </summary>
internal sealed class NamesRoles : IProsePattern
{
    public bool Read(Clause clause, Passage passage, Talk talk, Notes notes)
    {
        if (clause.Kind != ClauseKind.Main || clause.Verb is { Verb: "" } or { Negated: true } || Senses.Identifies(clause.Verb.Verb) || (Senses.Records(clause.Verb.Verb) && clause.Verb.Verb is not "name" and not "choose"))
        {
            return false;
        }

        if (!passage.Said.Contains("as ", StringComparison.Ordinal) && LastHolder(notes, passage) is null)
        {
            return false;
        }

        var nouns = clause.Subjects.Select(noun => (Noun: noun, Preposition: "")).Concat(clause.Objects.Select(noun => (Noun: noun, Preposition: "object"))).Concat(clause.Phrases.SelectMany(phrase => phrase.Nouns.Select(noun => (Noun: noun, phrase.Preposition)))).OrderBy(noun => noun.Noun.First).ToList();
        NounPhrase? holder = nouns.Select(noun => noun.Noun).FirstOrDefault(noun => noun is { IsPronoun: false, Count: { Min: > 0, Max: not null } } && noun.IsMany == noun.Count is { Min: > 1 });
        var roles = new List<(NounPhrase Holder, NounPhrase Role)>();
        for (var index = 1; index < nouns.Count; index++)
        {
            var before = nouns[index - 1].Noun;
            if (nouns[index].Preposition == "as" && IsRole(nouns[index].Noun))
            {
                holder = before.IsPronoun || before.Another ? holder ?? LastHolder(notes, passage) : before;
                roles.AddRange(holder is null ? [] : [(holder, nouns[index].Noun)]);
            }
        }

        holder ??= LastHolder(notes, passage);
        roles.AddRange(holder is null ? [] : Further(clause, passage).Select(role => (holder, role)));
        roles.RemoveAll(role => role.Holder.IsPronoun || Keepers.IsOne(role.Holder) || AttributeWords.IsOne(role.Holder) || !(role.Holder.Determiner is Determiner.Counted or Determiner.Indefinite));
        if (roles is [{ Holder: { IsMany: true } many } only] && many.Count is { Max: null } && Whole(clause, many, talk) is { } names)
        {
            notes.Told.Add(new(new Clause(ClauseKind.Main, [names], new("involve"), [many], []) { Range = clause.Range }, passage)); // "names at least one person as inventor"
            return true;
        }

        if (roles.Count > 0 && Whole(clause, roles[0].Holder, talk) is { } whole)
        {
            notes.Roles.AddRange(roles.Select(role => new RoleOf(whole, role.Role.Name, role.Holder, passage)));
        }

        return false;
    }

    private static bool IsRole(NounPhrase noun) => noun is { IsPronoun: false, Plural: false, Of: null, Determiner: Determiner.None or Determiner.Definite or Determiner.Possessive or Determiner.Indefinite } && !AttributeWords.IsOne(noun) && noun.Name is not ("other" or "rest") && noun.Name.All(letter => char.IsLetter(letter) || letter is ' ' or '-');

    private static NounPhrase? LastHolder(Notes notes, Passage passage) => notes.Roles.Count > 0 && ReferenceEquals(notes.Roles[^1].Passage, passage) ? notes.Roles[^1].Holder : null;

    /// <summary>", one as scrub nurse and the other as helper": what goes on without a verb.</summary>
    private static IEnumerable<NounPhrase> Further(Clause clause, Passage passage) =>
        passage.Clauses.SkipWhile(other => other.Range.First < clause.Range.End).TakeWhile(other => other.Verb.Verb.Length == 0)
            .Where(other => other.Objects.All(noun => noun.IsPronoun || noun.Another) && other.Phrases.Count > 0 && other.Phrases.All(phrase => phrase.Preposition == "as")).SelectMany(other => other.Phrases).SelectMany(phrase => phrase.Nouns).Where(IsRole);

    /// <summary>What they have the role in: the subject, where it happens, or what the talk is about.</summary>
    private static NounPhrase? Whole(Clause clause, NounPhrase holder, Talk talk)
    {
        var key = Naming.EntityKey(holder.Name);
        NounPhrase?[] places = [clause.Subjects is [var subject] ? subject : null, .. clause.With("on", "in", "at", "for", "during", "to").SelectMany(phrase => phrase.Nouns), clause.Objects is [var item] ? item : null, talk.LastList?.Owner, talk.LastWhere(topic => !Persons.IsOne(topic)), talk.Topic];
        return Array.Find(places, place => place is { IsPronoun: false, IsMany: false } && Naming.EntityKey(place.Name) != key && !Keepers.IsOne(place) && !AttributeWords.IsOne(place) && !(ReferenceEquals(place, holder)));
    }
}
